"""To whoever asked for it: the openings that were published since, all of a day in one message."""

from datetime import date

from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, column
from locales.text import Text, _, lines
from records import job_alerts, people
from records.deliveries import Claim
from records.job_alerts import JobAlert
from records.job_openings import JobOpening

LISTED = 6


def _compose(context: Context, claim: Claim) -> Composed:
    """`about` is the alert, `detail` the day."""
    alert = job_alerts.by_id(context.session, claim.about)
    if alert is None or alert.stopped_at is not None or alert.chat_id != context.chat_id:
        return Skip("she said no more")
    if alert.person_id is not None and people.has_died(context.session, alert.person_id):
        return Skip("she has died")
    found = _still_wanted(context, alert, date.fromisoformat(claim.detail or ""))
    if not found:
        return Skip("over meanwhile")
    buttons = [Button(_("👀 {title}", title=_title(one)), f"m:job:{one.id}") for one in found[:LISTED]]
    head = _("💼 <b>New job openings</b> of the kejuruan you asked for: {count}", count=len(found))
    text = lines(head, *(_line(one) for one in found[:LISTED]), _("Applying is free; pay nobody."), separator="\n\n")
    return Reply(
        text,
        rows=(
            *column(*buttons),
            (Button(_("💼 All of them"), "m:jobs"), Button(_("🔔 Choose"), "m:jobbell")),
            (Button(_("🔕 No more openings"), "m:jobbellstop"),),
        ),
    )


def _still_wanted(context: Context, alert: JobAlert, day: date) -> list[JobOpening]:
    """Without those of a kejuruan that she has taken back meanwhile."""
    heard = job_alerts.of_chat(context.session, alert.chat_id)
    told = job_alerts.told(context.session, alert.id, day, context.today)
    return [one for one in told if one.shown is not None and heard & set(one.shown.trades)]


def _title(found: JobOpening) -> str:
    return "" if found.shown is None else found.shown.title[:50]


def _line(found: JobOpening) -> Text | None:
    opening = found.shown
    if opening is None or found.expires_on is None:
        return None
    return _(
        "<b>{title}</b>\n{employer}, {place}. Until {day}.",
        title=opening.title,
        employer=opening.employer,
        place=opening.place,
        day=found.expires_on,
    )


NEWS = Notice("job_alert", _compose, Hours.SENDING)
