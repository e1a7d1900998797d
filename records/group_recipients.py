"""Groups that an announcement goes to besides people: chosen for a draft, one delivery each once it is confirmed."""

from datetime import datetime

from sqlalchemy.orm import Session

from records import deliveries, extras, group_chats
from records.campaigns import Campaign
from records.deliveries import DeliveryKind, Order
from records.group_chats import GroupChat

KEY = "groups"


def ids_of(text: str | None) -> tuple[int, ...]:
    """As they are kept with what goes with the words."""
    return tuple(extras.read(text).get(KEY, ()))


def of_campaign(session: Session, campaign: Campaign) -> list[GroupChat]:
    """Those chosen, as they are now."""
    return of_extras(session, campaign.extras)


def usable(session: Session, campaign: Campaign) -> list[GroupChat]:
    """Those chosen into which the bot can write now."""
    return [group for group in of_campaign(session, campaign) if group.is_usable]


def of_extras(session: Session, text: str | None) -> list[GroupChat]:
    found = (group_chats.by_id(session, group_id) for group_id in ids_of(text))
    return [group for group in found if group is not None]


def without(text: str | None) -> str | None:
    """The same for people alone."""
    return extras.put(text, KEY, ())


def order(
    session: Session, campaign_id: int, text: str | None, due_at: datetime, now: datetime, topic: str | None
) -> None:
    """One message to each; a group that the bot has left is blocked at once."""
    orders = [
        Order(
            f"announcement:{campaign_id}:group:{group.id}",
            DeliveryKind.ANNOUNCEMENT,
            None,
            group.chat_id if group.is_usable else None,
            campaign_id,
            due_at,
            campaign_id,
            topic,
        )
        for group in of_extras(session, text)
    ]
    deliveries.order_new(session, orders, now)
