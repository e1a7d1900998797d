"""Marks of a training, pasted as lines: the number in the list and a mark from 0 to 100."""

from dataclasses import dataclass

from conversations import pasted
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.pasted import Line
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from conversations.training import verdicts
from locales.text import Text, _, lines
from records import enrolments, trainees
from records.enrolments import EnrolmentStatus
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """`ids`, `names` and `known` (hundredths) are of the same people in the same order."""

    class_id: int
    programme: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    known: tuple[int | None, ...]


def gather(context: Context, matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.GRADUATE) is None or matter.about is None:
        return INVISIBLE
    people = trainees.of_class(context.session, matter.about, EnrolmentStatus.PARTICIPANT)
    if not people:
        return _("Nobody is in training in this class.")
    return Facts(
        matter.about,
        people[0].programme,
        tuple(one.id for one in people),
        tuple(one.name for one in people),
        tuple(one.score for one in people),
    )


def hundredths(words: str) -> int | None:
    """A mark from 0 to 100 with at most two decimals, by comma or point; None where it is none."""
    whole, _comma, part = words.replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 3):
        return None
    if part and not (part.isascii() and part.isdigit() and len(part) <= 2):
        return None
    found = int(whole) * 100 + int(part.ljust(2, "0") or 0)
    return found if found <= 10_000 else None


def said(mark: int) -> str:
    """As it is written: 78,5."""
    return f"{mark / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _fault(line: Line) -> Text | None:
    return None if hundredths(line.words) is not None else _("not a mark from 0 to 100")


def _reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    return pasted.check(typed, len(facts.ids), _fault)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.GRADUATE)
    found = pasted.kept(answers["lines"])
    for line in found:
        enrolment = enrolments.by_id(context.session, facts.ids[line.place - 1])
        if enrolment is not None:
            enrolment.score = hundredths(line.words)
    context.session.flush()
    if officer is not None:
        note(context, officer, "class.marks", f"class:{facts.class_id}")
    page = verdicts.again(context, facts.class_id) or Reply(None)
    return Conclusion(page.with_note(_("{count} marks are noted.", count=len(found))))


SCRIPT = Script(
    name="marks",
    version=1,
    title=lambda facts: _("Marks of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="lines",
            prompt=lambda _a, facts: lines(
                _("Send the marks in one message, one line a person, for example:\n<code>1 87,5</code>"),
                pasted.listed(facts.names, [None if mark is None else said(mark) for mark in facts.known]),
                separator="\n\n",
            ),
            reader=_reader,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
