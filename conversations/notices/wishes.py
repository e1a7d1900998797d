"""To whoever asked to be told, or whose class was cancelled: registration for a class of that kejuruan is open."""

from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import offers, people, wishes
from records.deliveries import Claim
from records.offers import Offer


def _compose(context: Context, claim: Claim) -> Composed:
    """`about` is the class, `detail` the wish."""
    offer = offers.by_id(context.session, claim.about)
    wish = wishes.by_id(context.session, int(claim.detail or 0))
    if wish is None:
        return Skip("the wish was taken back")
    if wish.person_id is not None and not _speaks_for(context, wish.person_id):
        return Skip("the chat does not speak for her any more")
    if offer is None or not offer.is_open(context.now):
        return Skip("registration is closed again")
    rows = column(
        Button(_("👀 See the class"), f"m:class:{offer.id}", style=Style.PRIMARY),
        Button(_("🔔 My wishes"), "m:wishes"),
    )
    return Reply(_words(context, offer, wish.person_id), rows=rows)


def _speaks_for(context: Context, person_id: int) -> bool:
    """Nobody reads the name of somebody who has another chat by now, and nobody that of somebody who has died."""
    return people.chat_of(context.session, person_id) == context.chat_id and not people.has_died(
        context.session, person_id
    )


def _words(context: Context, offer: Offer, person_id: int | None) -> Text:
    """A wish that names a person was made for her when her class was cancelled: she did not ask for it."""
    return lines(
        _("You asked us to tell: registration for <b>{programme}</b> is open now.", programme=offer.programme)
        if person_id is None
        else _(
            "{name}, the class {programme} that you had registered for was cancelled. "
            "Now registration for <b>{programme}</b> is open again.",
            name=people.by_id(context.session, person_id).name,
            programme=offer.programme,
        ),
        _facts(offer),
    )


def _facts(offer: Offer) -> Text:
    return _(
        "{cohort}, until {closes}. {seats} seats, selected by a test; the training is free.",
        cohort=offer.cohort,
        closes=offer.closes_at,
        seats=offer.seats,
    )


OPENED = Notice("wish_open", _compose, Hours.SENDING)
