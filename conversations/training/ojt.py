"""An officer notes on-the-job training of a graduate: where, from when until when, paid or not. It is not working."""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, readers
from conversations.context import Context
from conversations.notices.competency import OJT
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.training.trainee import TRAINING
from locales.text import Text, _
from records import ojts, trainees
from records.enrolments import EnrolmentStatus
from records.ojts import Ojt
from records.permissions import Permission

LONGEST_DAYS = 366
PAID = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class Facts:
    enrolment_id: int
    person_id: int
    class_id: int
    name: str
    today: date


def gather(context: Context, matter: Matter) -> Facts | Text:
    trainee = None if matter.about is None else trainees.by_id(context.session, matter.about)
    if officer_with(context, Permission.TRAINING) is None or trainee is None:
        return INVISIBLE
    if trainee.status is not EnrolmentStatus.GRADUATED:
        return _("OJT comes after the training was passed.")
    return Facts(trainee.id, trainee.person_id, trainee.class_id, trainee.name, context.today)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    kept = Ojt(
        enrolment_id=facts.enrolment_id,
        first_day=date.fromisoformat(answers["first"]),
        last_day=date.fromisoformat(answers["last"]),
        company=answers["company"],
        paid=PAID[answers["paid"]],
        noted_by=officer.id,
        noted_at=context.now,
    )
    ojt_id = ojts.note(context.session, kept)
    note(context, officer, "ojt.noted", f"enrolment:{facts.enrolment_id}")
    OJT.to_person(context, facts.person_id, ojt_id)
    back = Button(_("🏭 OJT"), f"m:ojts:{facts.class_id}")
    return Conclusion(Reply(_("Noted: OJT of {name}. She is told.", name=facts.name), rows=column(back, TRAINING)))


def _around(facts: Facts) -> tuple[date, date]:
    return facts.today - timedelta(days=LONGEST_DAYS), facts.today + timedelta(days=LONGEST_DAYS)


def _last(typed: str, answers: Answers, _facts: Facts) -> str | Misread:
    first = date.fromisoformat(answers["first"])
    return dates.between(typed, first, first + timedelta(days=LONGEST_DAYS))


SCRIPT = Script(
    name="ojt",
    version=1,
    title=lambda facts: _("OJT of {name}", name=facts.name),
    asks=(
        Ask(
            key="company",
            prompt=lambda _a, facts: _("Where does <b>{name}</b> do the OJT? Write the company.", name=facts.name),
            reader=lambda typed, _a, _f: readers.words(typed, limit=120, least=2),
        ),
        Ask(
            key="first",
            prompt=lambda _a, facts: _(
                "From which day? For example {example}, with the year.", example=dates.written(facts.today)
            ),
            reader=lambda typed, _a, facts: dates.between(typed, *_around(facts)),
        ),
        Ask(
            key="last",
            rests_on=("first",),
            prompt=lambda _a, _f: _("Until which day?"),
            reader=_last,
        ),
        Ask(
            key="paid",
            prompt=lambda _a, _f: _("Is it paid?"),
            choices=lambda _a, _f: (
                Choice("yes", _("Paid")),
                Choice("no", _("Not paid")),
                Choice("unknown", _("Not known")),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
