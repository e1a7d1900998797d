"""An officer takes attendance by typing the last digits of the numbers of those who are there."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.sessions import appointment as words
from conversations.sessions.serials import Resolved, resolve_all, serial
from locales.text import Text, _, lines, verbatim
from records import presence, rolls, sittings
from records.appointments import Attendance
from records.permissions import Permission
from records.sittings import SittingState

LETTERS = 1500
NOBODY = "0"
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Facts:
    """The sitting, and by number who is in it: (appointment, name)."""

    sitting_id: int
    kind: str
    people: dict[str, tuple[int, str]]
    staff_id: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.SESSIONS)
    sitting = None if matter.about is None else sittings.by_id(context.session, matter.about)
    if officer is None or sitting is None:
        return INVISIBLE
    if sitting.state == SittingState.CANCELLED.value:
        return _("This session was cancelled.")
    people = {each.number: (each.appointment_id, each.name) for each in rolls.of_sitting(context.session, sitting.id)}
    return Facts(sitting.id, words.kind_of(context, sitting), people, officer.id)


def _resolved(answers: Answers, facts: Facts) -> list[Resolved]:
    return resolve_all(answers.get("digits") or "", facts.people)


def _read(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """All that cannot be understood is said at once."""
    cleaned = readers.clean(typed)
    found = resolve_all(cleaned, facts.people)
    unknown = [each.typed for each in found if not each.numbers]
    if not found or len(cleaned) > LETTERS:
        return Misread(_("Please write the last digits of the numbers, for example 0427 0431 12."))
    if unknown:
        return Misread(
            _(
                "Nobody in this session has: {digits}. Please correct that and send all the digits once more.",
                digits=", ".join(unknown[:20]),
            )
        )
    return cleaned


def _ambiguous(answers: Answers, facts: Facts) -> list[Resolved]:
    return [each for each in _resolved(answers, facts) if len(each.numbers) > 1]


def _open(answers: Answers, facts: Facts) -> Resolved | None:
    """The one that is asked about now."""
    asked = _ambiguous(answers, facts)
    done = len(answers.all("which"))
    return asked[done] if done < len(asked) else None


def _which(answers: Answers, facts: Facts) -> Text:
    asked = _open(answers, facts)
    return _("Several numbers end with <b>{digits}</b>. Whom do you mean?", digits=asked.typed if asked else "")


def _choices(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    asked = _open(answers, facts)
    people = [
        Choice(str(facts.people[number][0]), verbatim(f"{serial(number)} {facts.people[number][1]}"[:60]))
        for number in (asked.numbers[:40] if asked else ())
    ]
    return (*people, Choice(NOBODY, _("None of them")))


def _present(answers: Answers, facts: Facts) -> dict[int, str]:
    """Appointments of those who are there, with their names."""
    names = {appointment: f"{serial(number)} {name}" for number, (appointment, name) in facts.people.items()}
    clear = [facts.people[each.only][0] for each in _resolved(answers, facts) if each.only is not None]
    chosen = [int(value) for value in answers.all("which") if value != NOBODY]
    return {appointment: names[appointment] for appointment in dict.fromkeys([*clear, *chosen])}


def _preview(answers: Answers, facts: Facts) -> Text:
    present = _present(answers, facts)
    listed = "\n".join(list(present.values())[:SHOWN])
    more = _("… and {count} more", count=len(present) - SHOWN) if len(present) > SHOWN else None
    return lines(_("Present in “{kind}”: <b>{count}</b>", kind=facts.kind, count=len(present)), verbatim(listed), more)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    present = _present(answers, facts)
    marked = presence.mark(context.session, facts.sitting_id, present, Attendance.PRESENT.value)
    note(context, officer, "test.attendance", f"sitting:{facts.sitting_id}")
    rows = column(
        Button(_("☑️ Attendance list"), f"m:testlist:{facts.sitting_id}.0"),
        Button(_("⌨️ More numbers"), f"m:rollcall:{facts.sitting_id}"),
    )
    return Conclusion(Reply(_("{count} people are marked as present.", count=marked), rows=rows))


SCRIPT = Script(
    name="rollcall",
    version=1,
    title=lambda facts: _("Attendance of {kind}", kind=facts.kind),
    asks=(
        Ask(
            key="digits",
            prompt=lambda _a, facts: _(
                "Who is <b>present</b> in “{kind}”? Write the last digits of the registration numbers, several in one "
                "message: 0427 0431 12",
                kind=facts.kind,
            ),
            reader=_read,
        ),
        Ask(
            key="which",
            prompt=_which,
            choices=_choices,
            times=lambda answers, facts: len(_ambiguous(answers, facts)),
            rests_on=("digits",),
        ),
        Ask(
            key="sure",
            prompt=_preview,
            choices=lambda _a, _f: (
                Choice("yes", _("☑️ Mark as present"), Style.SUCCESS),
                Choice("no", _("Other digits"), reopens="digits"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
