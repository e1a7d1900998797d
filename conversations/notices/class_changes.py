"""To the people of a class whose days or place have changed: what was, and what is now. It names whom it is for."""

from conversations import dates
from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.reply import Button, Reply, column
from locales.text import Text, _, lines, verbatim
from records import cancelling, class_changes, offers, people
from records.class_changes import Change
from records.deliveries import Claim
from records.offers import Offer

LABELS: dict[str, Text] = {
    "starts": _("First day"),
    "ends": _("Last day"),
    "place": _("Place"),
}


def said(changes: tuple[Change, ...]) -> Text:
    """A line for each: how it is now, and what was told before."""
    return lines(
        *(
            _(
                "• {label}: <b>{now}</b> (before: {before})",
                label=LABELS[one.field],
                now=_value(one.field, one.after),
                before=_value(one.field, one.before),
            )
            for one in changes
        )
    )


def _value(field: str, kept: str) -> Text:
    return verbatim(kept) if field == "place" else dates.shown_day(kept)


def _compose(context: Context, claim: Claim) -> Composed:
    """`about` is the class, `detail` the last of the changes that are told together."""
    offer = offers.by_id(context.session, claim.about)
    if offer is None or claim.person_id is None:
        return Skip("no such class")
    if not any(one.person_id == claim.person_id for one in cancelling.affected(context.session, offer.id)):
        return Skip("she is not in this class any more")
    told = class_changes.told_as(context.session, offer.id, int(claim.detail or 0))
    changes = class_changes.differing(_present(offer), told)
    if not changes:
        return Skip("it is as it was before")
    text = _(
        "{name}, something has changed in your class <b>{programme}</b>, {cohort}:\n\n{changes}\n\n"
        "Everything else stays as it was. If that does not suit you, ask an officer.",
        name=people.by_id(context.session, claim.person_id).name,
        programme=offer.programme,
        cohort=offer.cohort,
        changes=said(changes),
    )
    rows = column(
        Button(_("👀 See the class"), f"m:class:{offer.id}"),
        MY_STATUS,
        ASK,
    )
    return Reply(text, rows=rows)


def _present(offer: Offer) -> dict[str, str]:
    return {"starts": offer.starts_on.isoformat(), "ends": offer.ends_on.isoformat(), "place": offer.place}


CHANGED = Notice("class_changed", _compose)
ALL = (CHANGED,)
