"""Documents in words: what each is called, how it stands, what comes next and what to bring to the counter."""

from collections.abc import Iterable
from datetime import date

from conversations.context import Context
from conversations.reply import Venue
from locales.text import Text, _, lines, verbatim
from records.documents import DocumentKind, DocumentState

KIND: dict[DocumentKind, Text] = {
    DocumentKind.KTP: _("KTP"),
    DocumentKind.DIPLOMA: _("school certificate (ijazah)"),
    DocumentKind.FAMILY_CARD: _("family card (KK)"),
    DocumentKind.PORTRAIT: _("portrait photo"),
    DocumentKind.AK1: _("yellow card (AK-1)"),
}
STATE: dict[DocumentState, Text] = {
    DocumentState.RECEIVED: _("received, being looked at"),
    DocumentState.STORED: _("stored"),
    DocumentState.SAME: _("equal to another one: please say whether that is right"),
    DocumentState.COUNTER: _("you bring it to the counter"),
    DocumentState.NOT_IN_HAND: _("not in your hands yet"),
}


def next_step(kinds: Iterable[DocumentKind], day: date) -> Text:
    return _(
        "Next: your documents ({documents}), as a photo here or at the counter, until {day}. "
        "Then an officer checks your application, and you hear from us here.",
        documents=in_words(kinds),
        day=day,
    )


def in_words(kinds: Iterable[DocumentKind]) -> Text:
    return lines(*(KIND[kind] for kind in kinds), separator=", ")


def complete_text() -> Text:
    """What "complete" means, and what it does not."""
    return _(
        "<b>Your documents are complete.</b> That does not mean that you are accepted: an officer checks them next, "
        "and you hear from us here."
    )


def bring(context: Context) -> Text:
    """What to bring to the counter, where and when."""
    profile = context.house.profile
    listed = lines(*(verbatim(f"• {thing}") for thing in profile.documents.bring))
    return _(
        "<b>Bring to the counter</b>\n{things}\n\n{centre}, {address}\n{hours}",
        things=listed,
        centre=profile.name,
        address=profile.address,
        hours=profile.office_hours,
    )


def place(context: Context) -> Venue:
    profile = context.house.profile
    return Venue(profile.latitude, profile.longitude, profile.name, profile.address)


def named(kind: str) -> Text:
    return KIND[DocumentKind(kind)]
