"""Progress: the one message that tells how far a campaign is, with the buttons that steer it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.announcing.going.course import Course
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records.campaigns import CampaignStatus, Tally
from records.deliveries import DeliveryStatus

BAR = 10


def progress(course: Course, now: datetime, zone: ZoneInfo) -> Reply:
    """How it stands `now`, told to the officer."""
    status, tally = DeliveryStatus, course.tally
    settled = tally.total - tally.pending
    filled = BAR if not tally.total else settled * BAR // tally.total
    text = _(
        "{head}\n{bar} {settled} of {total}\n\n"
        "Sent: {sent}\nNot reachable: {blocked}\nFailed: {failed}\nUnknown: {unknown}\nWaiting: {waiting}",
        head=_head(course),
        bar="▰" * filled + "▱" * (BAR - filled),
        settled=settled,
        total=tally.total,
        sent=tally.of(status.SENT),
        blocked=tally.of(status.BLOCKED),
        failed=tally.of(status.FAILED),
        unknown=tally.of(status.UNKNOWN),
        waiting=tally.pending,
    )
    text = lines(text, *_besides(tally))
    return Reply(lines(text, _outlook(course, now, zone), separator="\n\n"), rows=_rows(course), stays=True)


def _besides(tally: Tally) -> list[Text]:
    """What is not counted in most announcements."""
    left_out, cancelled = tally.of(DeliveryStatus.SKIPPED), tally.of(DeliveryStatus.CANCELLED)
    told = []
    if left_out:
        told.append(_("Left out: {count}", count=left_out))
    if cancelled:
        told.append(_("Cancelled: {count}", count=cancelled))
    return told


def _head(course: Course) -> Text:
    kept_from = course.tally.of(DeliveryStatus.CANCELLED)
    if course.status is CampaignStatus.STOPPED:
        return _(
            "⛔ <b>The announcement was stopped</b>: Telegram refuses it. {count} people did not get it.",
            count=kept_from,
        )
    if course.status is CampaignStatus.CANCELLED:
        return _("🛑 <b>The rest was cancelled.</b> {count} people did not get it.", count=kept_from)
    if course.ended:
        return _("✅ <b>The announcement is out.</b>")
    if course.status is CampaignStatus.PAUSED:
        return _("⏸ <b>The announcement is paused.</b>")
    return _("📤 <b>Sending the announcement…</b>")


def _outlook(course: Course, now: datetime, zone: ZoneInfo) -> Text | None:
    """What it waits for, when it will be done, and whether its officer means to cancel it."""
    if not course.runs:
        return course.amended
    said = [course.amended, _waits(course, now, zone), _ends(course, now, zone)]
    if course.asked:
        question = _("<b>Cancel the rest?</b> {count} people would not get it.", count=course.tally.pending)
        said.append(question)
    known = [one for one in said if one is not None]
    return lines(*known) if known else None


def _waits(course: Course, now: datetime, zone: ZoneInfo) -> Text | None:
    if course.held_until is not None:
        return _("⏳ Telegram makes us wait until {when}.", when=clock(course.held_until, now, zone))
    if course.opens_at is not None:
        return _("🌙 The sending hours are over. It goes on {when}.", when=course.opens_at)
    return None


def _ends(course: Course, now: datetime, zone: ZoneInfo) -> Text | None:
    if course.ends_at is None:
        return None
    if course.ends_at - now < timedelta(minutes=1):
        return _("⏱ Done in less than a minute.")
    return _("⏱ Done at about {when}.", when=clock(course.ends_at, now, zone))


def clock(moment: datetime, now: datetime, zone: ZoneInfo) -> Text:
    """An hour of today, or a moment with its day."""
    local = moment.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return _("{clock} o'clock {zone}", clock=f"{local:%H.%M}", zone=f"{local:%Z}")
    return _("{moment}", moment=moment)


def _rows(course: Course) -> Rows:
    number = course.campaign_id
    if not course.runs:
        return column(Button(_("📄 Delivery report"), f"m:campaign:{number}")) if course.ended else ()
    if course.asked:
        yes = Button(_("🛑 Yes, cancel the rest"), f"m:campcancelyes:{number}", style=Style.DANGER)
        return column(yes, Button(_("No, leave it"), f"m:campkeep:{number}"))
    cancel = Button(_("🛑 Cancel the rest"), f"m:campcancel:{number}")
    if course.status is CampaignStatus.PAUSED:
        return ((Button(_("▶️ Go on"), f"m:campgo:{number}", style=Style.PRIMARY), cancel),)
    return ((Button(_("⏸ Pause"), f"m:camppause:{number}"), cancel),)
