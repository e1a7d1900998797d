"""Onward: which classes come next for somebody who has finished a training, of her kejuruan and of others."""

from conversations.buttons import BACK_HOME, CLASSES, MY_STATUS
from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.screen import Screen
from locales.text import Text, _, lines
from records import graduates, offers, wishes
from records.graduates import Graduate
from records.offers import Offer

LISTED = 8


def onward(context: Context, _argument: str) -> Reply:
    """Her own kejuruan first; what is open can be opened, what is not yet is told of once it is."""
    own = {one.programme_id: one for one in graduates.of_chat(context.session, context.chat_id)}
    coming = [*offers.open_at(context.session, context.now), *offers.ahead(context.session, context.now)]
    hers = [offer for offer in coming if offer.programme_id in own]
    others = [offer for offer in coming if offer.programme_id not in own][:LISTED]
    text = lines(
        _("<b>What comes next for you</b>"),
        *_hers(context, own, hers),
        _others(context, others),
        _("Some classes are for those who have not followed one before; each card says what is asked."),
        separator="\n\n",
    )
    buttons = [_button(offer) for offer in (*hers[:LISTED], *others) if offer.is_open(context.now)]
    return Reply(text, rows=column(*buttons, *_wishes(context, own, hers), CLASSES, MY_STATUS, BACK_HOME))


def _hers(context: Context, own: dict[int, Graduate], hers: list[Offer]) -> list[Text]:
    """A line a class of the kejuruan she has learnt; where there is none, that there is none."""
    found = [lines(_("Of your kejuruan:"), *(_line(context, offer) for offer in hers[:LISTED]))] if hers else []
    planned = {offer.programme_id for offer in hers}
    return found + [
        _(
            "No class of {programme} is planned at present. Tap below, and we tell you when one opens.",
            programme=one.programme,
        )
        for programme_id, one in own.items()
        if programme_id not in planned
    ]


def _others(context: Context, others: list[Offer]) -> Text | None:
    if not others:
        return None
    return lines(_("To learn something further:"), *(_line(context, offer) for offer in others))


def _line(context: Context, offer: Offer) -> Text:
    registration = (
        _("registration until {closes}", closes=offer.closes_at)
        if offer.is_open(context.now)
        else _("registration opens {opens}", opens=offer.opens_at)
    )
    return _(
        "• {programme}, from {starts}: {registration}",
        programme=offer.programme,
        starts=offer.starts_on,
        registration=registration,
    )


def _button(offer: Offer) -> Button:
    return Button(_("👀 {title}", title=offer.programme), f"m:class:{offer.id}")


def _wishes(context: Context, own: dict[int, Graduate], hers: list[Offer]) -> list[Button]:
    """To be told of what is not open now."""
    open_now = {offer.programme_id for offer in hers if offer.is_open(context.now)}
    wished = wishes.of_chat(context.session, context.chat_id)
    return [
        Button(_("🔔 Tell me when {programme} opens", programme=one.programme), f"m:wish:{programme_id}")
        for programme_id, one in own.items()
        if programme_id not in open_now and programme_id not in wished
    ]


SCREENS = (Screen("onward", onward),)
