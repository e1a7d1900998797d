"""An officer gives a session another time ("Tunda sesi"), for a reason; everybody with a seat in it is told and asked
anew whether she comes.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations import dates, hours, readers
from conversations.context import Context
from conversations.notices.sittings import MOVED, REASON_LABELS, REASONS, tell
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.sessions import appointment as words
from locales.text import Text, _, verbatim
from records import seats, sittings
from records.permissions import Permission
from records.sittings import SittingState, Spot

SAME = "same"


@dataclass(frozen=True, slots=True)
class Facts:
    sitting_id: int
    kind: str
    starts_at: datetime
    place: str
    people: int
    staff_id: int
    now: datetime
    zone: ZoneInfo


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.SESSIONS)
    sitting = None if matter.about is None else sittings.by_id(context.session, matter.about)
    if officer is None or sitting is None:
        return INVISIBLE
    if sitting.state != SittingState.OPEN.value:
        return _("This session has been held or cancelled meanwhile.")
    return Facts(
        sitting_id=sitting.id,
        kind=words.kind_of(context, sitting),
        starts_at=sitting.starts_at,
        place=sitting.place,
        people=sitting.taken,
        staff_id=officer.id,
        now=context.now,
        zone=context.house.calendar.zone,
    )


def _time(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    clock = hours.hour(typed)
    if not isinstance(clock, Misread) and hours.at(answers["day"], clock, facts.zone) <= facts.now:
        return Misread(_("That time has passed. Please write a later one, or go back to the day."))
    return clock


def _preview(answers: Answers, facts: Facts) -> Text:
    return _(
        "{count} people will read:\n\n<b>The session “{kind}” has another time.</b>\n<i>{reason}</i>\n🗓 {when}\n"
        "📍 {place}\n\nTell them?",
        count=facts.people,
        kind=facts.kind,
        reason=REASONS[answers["reason"]],
        when=hours.at(answers["day"], answers["time"], facts.zone),
        place=facts.place if answers["place"] == SAME else answers["place"],
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    rows = column(Button(_("Open the session"), f"m:sitting:{facts.sitting_id}"))
    starts_at = hours.at(answers["day"], answers["time"], facts.zone)
    spot = None if answers["place"] == SAME else Spot(answers["place"])
    if officer is None or not sittings.postpone(context.session, facts.sitting_id, starts_at, spot):
        return Conclusion(Reply(_("This session has been held or cancelled meanwhile."), rows=rows))
    asked = seats.ask_anew(context.session, facts.sitting_id)
    for appointment_id in asked:
        tell(context, MOVED, appointment_id, answers["reason"])
    note(context, officer, "test.postponed", f"sitting:{facts.sitting_id}:{answers['reason']}")
    text = _(
        "The session is on {when} now. {count} people are told {then}, and asked whether they come.",
        when=starts_at,
        count=len(asked),
        then=MOVED.due_in_words(context),
    )
    return Conclusion(Reply(text, rows=rows))


SCRIPT = Script(
    name="postpone",
    version=1,
    title=lambda facts: _("Another time for {kind}", kind=facts.kind),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, facts: _(
                "The session “{kind}” of {when} gets another time. <b>Why?</b> The people invited read it.",
                kind=facts.kind,
                when=facts.starts_at,
            ),
            choices=lambda _a, _f: tuple(Choice(code, label) for code, label in REASON_LABELS.items()),
        ),
        Ask(
            key="day",
            prompt=lambda _a, _f: _("To which <b>day</b>? For example 12-10-2026."),
            reader=lambda typed, _a, facts: dates.ahead(typed, facts.now.astimezone(facts.zone).date()),
            shown=lambda value, _a, _f: dates.shown_day(value),
        ),
        Ask(
            key="time",
            prompt=lambda _a, _f: _("At what <b>time</b>? For example 08.00."),
            reader=_time,
            rests_on=("day",),
        ),
        Ask(
            key="place",
            prompt=lambda _a, facts: _("At the same place ({place})? If not, write the new one.", place=facts.place),
            choices=lambda _a, _f: (Choice(SAME, _("The same place")),),
            reader=lambda typed, _a, _f: readers.words(typed, limit=150, least=3),
            shown=lambda value, _a, facts: verbatim(facts.place if value == SAME else value),
        ),
        Ask(
            key="sure",
            prompt=_preview,
            choices=lambda _a, _f: (
                Choice("yes", _("📣 Yes, tell everybody"), Style.SUCCESS),
                Choice("no", _("Change the day"), reopens="day"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
