"""To officers who look after classes: registration for a cohort has opened, or closed with so many applicants."""

from datetime import datetime

from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, column
from locales.text import Text, _, lines
from records import cohorts, offers, permissions, staff
from records.cohorts import Cohort
from records.deliveries import Claim
from records.offers import Offer
from records.permissions import Permission

LISTED = 30


def _compose_opened(context: Context, claim: Claim) -> Composed:
    cohort = cohorts.by_id(context.session, claim.about)
    if cohort is None or not cohort.opens_at <= context.now < cohort.closes_at:
        return Skip("registration is not open any more")
    text = _(
        "📝 Registration for <b>{cohort}</b> is open, until {closes}: {classes} classes.",
        cohort=cohort.name,
        closes=cohort.closes_at,
        classes=len(_offered(context, cohort)),
    )
    return Reply(text, rows=_rows(cohort))


def _compose_closed(context: Context, claim: Claim) -> Composed:
    cohort = cohorts.by_id(context.session, claim.about)
    if cohort is None or cohort.closes_at > context.now:
        return Skip("the closing was put off")
    found = _offered(context, cohort)
    head = _(
        "🔒 Registration for <b>{cohort}</b> is closed: {applicants} applicants for {seats} seats.",
        cohort=cohort.name,
        applicants=sum(offer.applicants for offer in found),
        seats=sum(offer.seats for offer in found),
    )
    return Reply(lines(head, *(_line(offer) for offer in found[:LISTED])), rows=_rows(cohort))


def _offered(context: Context, cohort: Cohort) -> list[Offer]:
    return [offer for offer in offers.of_cohort(context.session, cohort.id) if offer.cancel_reason is None]


def _line(offer: Offer) -> Text:
    return _(
        "• {programme}: {applicants} applicants, {seats} seats",
        programme=offer.programme,
        applicants=offer.applicants,
        seats=offer.seats,
    )


def _rows(cohort: Cohort) -> tuple[tuple[Button, ...], ...]:
    return column(Button(_("🏫 See the cohort"), f"m:cohort:{cohort.id}"))


OPENED = Notice("cohort_opened", _compose_opened, Hours.SENDING)
CLOSED = Notice("cohort_closed", _compose_closed, Hours.SENDING)
ALL = (OPENED, CLOSED)


def tell_officers(context: Context, notice: Notice, cohort: Cohort, moment: datetime) -> None:
    """One message to each who may; after the closing was put off it is told again, hence the moment in the key."""
    for officer in staff.active(context.session):
        if Permission.CLASSES in permissions.of_officer(context.session, officer):
            notice.to_chat(context, officer.chat_id, cohort.id, key=f"{moment:%Y%m%d%H%M}")
