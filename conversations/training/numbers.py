"""Certificate numbers that staff bring, pasted as lines: the number in the list, then the certificate's number."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations import pasted
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.pasted import Line
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from conversations.training import register
from locales.text import Text, _, lines
from records import certificates, trainees
from records.certificates import NUMBER_LETTERS
from records.enrolments import EnrolmentStatus
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """The graduates of a class and the numbers they have. `taken` are numbers of the register at this moment."""

    class_id: int
    programme: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    known: tuple[str | None, ...]
    is_taken: Callable[[str], bool]


def gather(context: Context, matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.TRAINING) is None or matter.about is None:
        return INVISIBLE
    people = trainees.of_class(context.session, matter.about, EnrolmentStatus.GRADUATED)
    if not people:
        return _("Nobody has passed in this class.")
    found = certificates.of_class(context.session, matter.about)
    return Facts(
        matter.about,
        people[0].programme,
        tuple(one.id for one in people),
        tuple(one.name for one in people),
        tuple(found[one.id].number if one.id in found else None for one in people),
        lambda number: bool(certificates.taken(context.session, [number])),
    )


def _reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    twice = _twice([line.words for line in pasted.kept(typed)])

    def fault(line: Line) -> Text | None:
        if facts.known[line.place - 1] is not None:
            return _("has a number already")
        if len(line.words) > NUMBER_LETTERS:
            return _("the number is too long")
        if line.words in twice or facts.is_taken(line.words):
            return _("this certificate number is given already")
        return None

    return pasted.check(typed, len(facts.ids), fault)


def _twice(words: list[str]) -> set[str]:
    return {word for word in words if words.count(word) > 1}


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    given = {facts.ids[line.place - 1]: line.words for line in pasted.kept(answers["lines"])}
    page = register.give(context, facts.class_id, given, by_rule=False)
    return Conclusion(page or Reply(INVISIBLE))


SCRIPT = Script(
    name="numbers",
    version=1,
    title=lambda facts: _("Certificate numbers of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="lines",
            prompt=lambda _a, facts: lines(
                _("Send the numbers in one message, one line a person, for example:\n<code>1 421.5/017/2026</code>"),
                pasted.listed(facts.names, facts.known),
                separator="\n\n",
            ),
            reader=_reader,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
