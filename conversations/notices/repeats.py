"""To officers: an announcement that repeats waits for a second look, or was not sent since it would be too late."""

from datetime import date

from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.officer import for_officers
from conversations.reply import Button, Reply, column
from locales.text import _
from records import proposing, series, staff
from records.deliveries import Claim
from records.permissions import Permission
from records.series import Series, SeriesState


def _compose(context: Context, claim: Claim) -> Composed:
    found = series.by_id(context.session, claim.about)
    if found is None or claim.detail is None:
        return Skip("no such series")
    text = _(
        "⏭ A repeated announcement was not sent: the reminder of {day} would have come too late, since the bot could "
        "not send at its hour. If it still matters, write to them yourself.",
        day=date.fromisoformat(claim.detail),
    )
    see = Button(_("🔁 See it"), f"m:annseries:{found.id}")
    return Reply(text, rows=column(see, Button(_("📢 Announcements"), "m:announce")))


def _compose_proposed(context: Context, claim: Claim) -> Composed:
    found = series.by_id(context.session, claim.about)
    if found is None or found.state != SeriesState.WAITING.value:
        return Skip("decided meanwhile")
    text = _(
        "🔁 {name} wants an announcement to repeat that goes to many. Please look at it: is it right, and right for "
        "them?",
        name=staff.by_id(context.session, found.staff_id).name,
    )
    return Reply(text, rows=column(Button(_("🔁 See it"), f"m:annseries:{found.id}")))


def _compose_approved(context: Context, claim: Claim) -> Composed:
    found = series.by_id(context.session, claim.about)
    if found is None or found.approved_by is None:
        return Skip("not approved")
    name = staff.by_id(context.session, found.approved_by).name
    text = _("✅ {name} has approved the announcement that you let repeat.", name=name)
    return Reply(text, rows=column(Button(_("🔁 See it"), f"m:annseries:{found.id}")))


MISSED = Notice("repeat_missed", for_officers(Permission.ANNOUNCE, _compose))
PROPOSED = Notice("repeat_proposed", for_officers(Permission.ANNOUNCE, _compose_proposed), Hours.ANY)
APPROVED = Notice("repeat_approved", for_officers(Permission.ANNOUNCE, _compose_approved), Hours.ANY)
ALL = (MISSED, PROPOSED, APPROVED)


def ask_others(context: Context, made: Series) -> None:
    """Every other officer who may announce is asked to look at it."""
    for other in proposing.others(context.session, made.staff_id):
        PROPOSED.to_chat(context, other.chat_id, made.id)


def tell_owner(context: Context, approved: Series) -> None:
    """Whoever let it repeat hears that it does from now on."""
    APPROVED.to_chat(context, staff.by_id(context.session, approved.staff_id).chat_id, approved.id)
