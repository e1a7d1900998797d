"""What recipients answered to an announcement by a tap: one answer a delivery, and a later one takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain, upsert
from records.base import Base, Instant
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.people import Link, Person

YES, NO, READ = "yes", "no", "read"
# What an audience calls those who have not answered.
SILENT = "-"
# As far as we know: nobody is asked why she does not answer what she never got.
_ARRIVED = (DeliveryStatus.SENT.value, DeliveryStatus.UNKNOWN.value)


class CampaignAnswer(Base):
    """`choice` is yes or no, read, or the number of a poll's option from 1. Whose it is, the delivery says: a person,
    or a chat that speaks for nobody.
    """

    __tablename__ = "campaign_answers"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id"), primary_key=True, autoincrement=False)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    choice: Mapped[str] = mapped_column(String(4))
    answered_at: Mapped[datetime] = mapped_column(Instant)


_GIVEN = select(CampaignAnswer.choice).where(CampaignAnswer.delivery_id == bindparam("delivery"))
_HAS_ARRIVED = (
    update(Delivery)
    .where(
        Delivery.id == bindparam("delivery"),
        Delivery.status == DeliveryStatus.UNKNOWN.value,
        exists().where(CampaignAnswer.delivery_id == Delivery.id),
    )
    .values(status=DeliveryStatus.SENT.value, why=None)
)
_ADDRESSED = (
    select(Delivery.id)
    .outerjoin(Link, Link.person_id == Delivery.person_id)
    .where(
        Delivery.id == bindparam("delivery"),
        Delivery.campaign_id == bindparam("campaign"),
        Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
        Delivery.chat_id == bindparam("chat", type_=BigInteger),
        or_(Delivery.person_id.is_(None), Link.chat_id == Delivery.chat_id),
    )
)


def is_addressed(session: Session, campaign_id: int, delivery_id: int, chat_id: int) -> bool:
    """Whether a chat got this message of an announcement, and still speaks for whom it was for."""
    return plain.scalar(session, _ADDRESSED, delivery=delivery_id, campaign=campaign_id, chat=chat_id) is not None


def give(session: Session, campaign_id: int, delivery_id: int, choice: str, now: datetime) -> None:
    values = {"campaign_id": campaign_id, "choice": choice, "answered_at": now}
    upsert.upsert(session, CampaignAnswer, {"delivery_id": delivery_id}, values)
    settle_unknown(session, [delivery_id])


def settle_unknown(session: Session, delivery_ids: Sequence[int]) -> None:
    """Whoever has tapped on a message has it: nobody need decide any more whether it arrived."""
    if delivery_ids:
        session.connection().execute(_HAS_ARRIVED, [{"delivery": one} for one in delivery_ids])


def given(session: Session, delivery_id: int) -> str | None:
    """The choice made under this message; None where none was."""
    return plain.scalar(session, _GIVEN, delivery=delivery_id)


def counts(session: Session, campaign_id: int) -> dict[str, int]:
    """How many chose what; under SILENT how many got it and have not answered."""
    of_it = CampaignAnswer.campaign_id == campaign_id
    rows = session.execute(select(CampaignAnswer.choice, func.count()).where(of_it).group_by(CampaignAnswer.choice))
    found = {row.choice: row[1] for row in rows}
    silent = select(func.count()).select_from(who_chose(campaign_id, SILENT).subquery())
    return found | {SILENT: session.scalar(silent) or 0}


def who_chose(campaign_id: int, choice: str) -> Select[int | None, int | None]:
    """(person, chat) of those who answered so; for SILENT of those who got it and have not answered. The chat stands
    only where it speaks for nobody.
    """
    mere_chat = case((Delivery.person_id.is_(None), Delivery.chat_id), else_=null())
    return select(Delivery.person_id, mere_chat.label("chat_id")).where(
        Delivery.id.in_(_deliveries(campaign_id, choice))
    )


def _deliveries(campaign_id: int, choice: str) -> Select[int]:
    """To persons and private chats: a group's id is below 0, and nobody answers there."""
    if choice != SILENT:
        so = (CampaignAnswer.campaign_id == campaign_id, CampaignAnswer.choice == choice)
        return select(CampaignAnswer.delivery_id).where(*so)
    answered = select(CampaignAnswer.delivery_id).where(CampaignAnswer.campaign_id == campaign_id)
    return select(Delivery.id).where(
        Delivery.campaign_id == campaign_id,
        Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
        Delivery.status.in_(_ARRIVED),
        Delivery.chat_id > 0,
        Delivery.id.not_in(answered),
    )


def names(session: Session, campaign_id: int, choice: str, limit: int, offset: int = 0) -> list[str | None]:
    """Who chose so, in the order in which it went out; None for a chat that speaks for nobody."""
    chosen = (
        select(Person.name)
        .select_from(Delivery)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .where(Delivery.id.in_(_deliveries(campaign_id, choice)))
    )
    return list(session.scalars(chosen.order_by(Delivery.id).limit(limit).offset(offset)))


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who got the announcement, and what she answered, if she did."""

    name: str | None
    phone: str | None
    choice: str | None
    answered_at: datetime | None


def everybody(session: Session, campaign_id: int) -> list[Row]:
    """Whoever got it or answered it, in the order in which it went out."""
    rows = session.execute(
        select(Person.name, Person.phone, CampaignAnswer.choice, CampaignAnswer.answered_at)
        .select_from(Delivery)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .outerjoin(CampaignAnswer, CampaignAnswer.delivery_id == Delivery.id)
        .where(
            and_(Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value),
            Delivery.chat_id > 0,
            or_(Delivery.status.in_(_ARRIVED), CampaignAnswer.delivery_id.is_not(None)),
        )
        .order_by(Delivery.id)
    )
    return [Row(*row) for row in rows]
