"""An officer changes the sending calendar: closes or opens days, sets Ramadan, Eid or the hours.

What comes of it is a proposal with its effect; it holds once she confirms that (conversations/screens/calendar.py).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.planning import calendar_examples, calendar_fields
from conversations.planning.calendar_pages import change_page
from conversations.planning.calendar_words import PARTS, REASONS, reason_text, spans
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _
from records import calendar_changes
from records.calendar import Calendar
from records.calendar_changes import ChangeKind, Part, Wanted
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    today: date
    calendar: Calendar


def gather(context: Context, _matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.FOLLOW) is None:
        return INVISIBLE
    return Facts(context.today, context.house.calendar)


def _kind(answers: Answers) -> ChangeKind:
    return ChangeKind(answers["kind"])


def _part(answers: Answers) -> Part:
    return Part(answers["part"])


def _first(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    return calendar_fields.first_day(typed, _kind(answers), facts.today, facts.calendar)


def _last(typed: str, answers: Answers, _facts: Facts) -> str | Misread:
    return calendar_fields.last_day(typed, _kind(answers), dates.of(answers["first"]))


def _last_choices(answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    first = dates.of(answers["first"])
    if _kind(answers) is not ChangeKind.RAMADAN:
        return (Choice(first.isoformat(), _("Only that day")),)
    ends = (first + timedelta(days=length - 1) for length in calendar_fields.RAMADAN_LENGTHS)
    return tuple(Choice(end.isoformat(), _("{day}", day=end)) for end in ends)


def _last_prompt(answers: Answers, _facts: Facts) -> Text:
    if _kind(answers) is ChangeKind.RAMADAN:
        return _("Which is the <b>last day</b> of Ramadan, the day before Idul Fitri?")
    return _("Until which day, that day included?")


def _has_period(answers: Answers, _facts: Facts) -> bool:
    return answers.get("kind") in (ChangeKind.CLOSED, ChangeKind.OPEN, ChangeKind.RAMADAN)


def _is_of_hours(answers: Answers, _facts: Facts) -> bool:
    return answers.get("kind") == ChangeKind.HOURS


def conclude(context: Context, _matter: Matter, answers: Answers, _facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        raise ValueError("only an officer changes the calendar")
    first = dates.of(answers["first"])
    wanted = Wanted(
        kind=_kind(answers),
        first=first,
        last=dates.of(answers["last"]) if "last" in answers else first,
        reason=answers["reason"],
        part=_part(answers) if "part" in answers else None,
        hours=answers.get("hours"),
    )
    change = calendar_changes.propose(context.session, wanted, officer.id, context.now)
    note(context, officer, "calendar.proposed", f"calendar:{change.id}")
    return Conclusion(change_page(context, change))


SCRIPT = Script(
    name="calendar_change",
    version=1,
    title=lambda _facts: _("Changing the sending calendar"),
    asks=(
        Ask(
            key="kind",
            prompt=lambda _a, _f: _("What shall change? You see its effect before it holds."),
            choices=lambda _a, _f: (
                Choice(ChangeKind.CLOSED.value, _("⛔ Close a day or a period")),
                Choice(ChangeKind.OPEN.value, _("🔓 Open a closed day")),
                Choice(ChangeKind.RAMADAN.value, _("🌙 Ramadan: first and last day")),
                Choice(ChangeKind.EID.value, _("🕌 The day of Idul Fitri")),
                Choice(ChangeKind.HOURS.value, _("🕗 The hours of sending")),
            ),
        ),
        Ask(
            key="part",
            when=_is_of_hours,
            prompt=lambda _a, _f: _("Which hours?"),
            choices=lambda _a, _f: tuple(Choice(part.value, words) for part, words in PARTS.items()),
        ),
        Ask(
            key="first",
            prompt=lambda answers, facts: calendar_examples.prompt(_kind(answers), facts.today, facts.calendar),
            reader=_first,
            shown=lambda value, _a, _f: dates.shown_day(value),
            rests_on=("kind",),
        ),
        Ask(
            key="last",
            when=_has_period,
            prompt=_last_prompt,
            choices=_last_choices,
            reader=_last,
            shown=lambda value, _a, _f: dates.shown_day(value),
            rests_on=("kind", "first"),
        ),
        Ask(
            key="hours",
            when=_is_of_hours,
            prompt=lambda answers, _f: _(
                "{part}: from when until when? For example: 08.00-11.30 and 13.00-17.15", part=PARTS[_part(answers)]
            ),
            reader=lambda typed, answers, _f: calendar_fields.spans(typed, _part(answers)),
            shown=lambda value, _a, _f: spans(value),
            rests_on=("part",),
        ),
        Ask(
            key="reason",
            prompt=lambda _a, _f: _("Why? Choose, or write it. Officers read it."),
            choices=lambda answers, _f: tuple(Choice(code, words) for code, words in REASONS[_kind(answers)].items()),
            reader=lambda typed, _a, _f: readers.words(typed, least=3, limit=200),
            shown=lambda value, _a, _f: reason_text(value),
            rests_on=("kind",),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=7),
)
