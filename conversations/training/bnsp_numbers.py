"""BNSP certificates that were issued, pasted as lines: the number in the list, the certificate's number, the date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, pasted
from conversations.context import Context
from conversations.notices.competency import BNSP
from conversations.officer import INVISIBLE, note, officer_with
from conversations.pasted import Line
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from conversations.training.trainee import TRAINING, chosen_class
from locales.text import Text, _, lines
from records import bnsp, road, trainees
from records.bnsp import BnspStatus
from records.certificates import NUMBER_LETTERS
from records.permissions import Permission
from records.steps import Kind

OLDEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Facts:
    """The certificates in process, with their owners' names, in the order of the list."""

    class_id: int
    programme: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    today: date
    is_taken: Callable[[str], bool]


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else chosen_class(context, str(matter.about))
    if officer_with(context, Permission.TRAINING) is None or found is None:
        return INVISIBLE
    names = {one.id: one.name for one in trainees.of_class(context.session, found.id)}
    waiting = [
        (one.id, names[enrolment_id])
        for enrolment_id, one in bnsp.of_class(context.session, found.id)
        if one.status == BnspStatus.IN_PROCESS.value
    ]
    if not waiting:
        return _("No BNSP certificate of this class is in process.")
    ids, owners = zip(*waiting, strict=True)
    return Facts(
        found.id,
        found.programme,
        ids,
        owners,
        context.today,
        lambda number: bool(bnsp.taken(context.session, [number])),
    )


def parts(words: str, today: date) -> tuple[str, date] | None:
    """The number and the day it was issued, which stands at the end of the line."""
    number, _space, day = words.rpartition(" ")
    found = dates.between(day, today - timedelta(days=OLDEST_DAYS), today)
    return None if isinstance(found, Misread) or not number else (number.strip(), date.fromisoformat(found))


def _reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    numbers = [found[0] for line in pasted.kept(typed) if (found := parts(line.words, facts.today)) is not None]

    def fault(line: Line) -> Text | None:
        found = parts(line.words, facts.today)
        if found is None:
            return _("no date of issue at the end, like 12-3-2027, or one that is not possible")
        if len(found[0]) > NUMBER_LETTERS:
            return _("the number is too long")
        if numbers.count(found[0]) > 1 or facts.is_taken(found[0]):
            return _("this certificate number is given already")
        return None

    return pasted.check(typed, len(facts.ids), fault)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    count = 0
    for line in pasted.kept(answers["lines"]):
        found, bnsp_id = parts(line.words, facts.today), facts.ids[line.place - 1]
        if found is None or not road.move(
            context.session, Kind.BNSP, bnsp_id, BnspStatus.ISSUED, context.now, staff_id=officer.id
        ):
            continue
        bnsp.particulars(context.session, bnsp_id, *found, context.house.profile.bnsp.years)
        tell(context, bnsp_id, BnspStatus.ISSUED)
        count += 1
    note(context, officer, "bnsp.issued", f"class:{facts.class_id}")
    said = _("{count} BNSP certificates are noted as issued; their owners are told.", count=count)
    back = Button(_("🏅 BNSP certificates"), f"m:bnsp:{facts.class_id}")
    return Conclusion(Reply(said, rows=column(back, TRAINING)))


def tell(context: Context, bnsp_id: int, status: BnspStatus) -> bool:
    """Its owner hears of a new status."""
    enrolment_id = bnsp.enrolment_of(context.session, bnsp_id)
    trainee = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
    return trainee is not None and BNSP.to_person(context, trainee.person_id, bnsp_id, detail=status.value)


SCRIPT = Script(
    name="bnsp_numbers",
    version=1,
    title=lambda facts: _("BNSP certificates of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="lines",
            prompt=lambda _a, facts: lines(
                _(
                    "Send one line a certificate: the number in the list, the certificate's number, the day it was "
                    "issued. For example:\n<code>1 62090 1234 5 0000017 2026 12-3-2026</code>"
                ),
                pasted.listed(facts.names, [None] * len(facts.names)),
                separator="\n\n",
            ),
            reader=_reader,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
