"""The past: Angkatan II and III of 2019, their classes and their 227 graduates."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from records import endings, enrolments, planning
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.demonstration import jobs
from records.demonstration.fates import draw
from records.demonstration.graduate import Graduate
from records.demonstration.history import Memory, Response
from records.demonstration.roll import Roll
from records.demonstration.trades import Trade
from records.enrolments import Enrolment
from records.programmes import Programme
from records.requirements import Requirements

SEATS = 16
REACHABLE = 0.86


@dataclass(frozen=True, slots=True)
class PastClass:
    """`days` of training after the cohort's first day; `shy`: the share by which fewer answer than in its cohort."""

    trade: str
    graduates: int
    days: int
    hours: int
    shy: float = 0.0


@dataclass(frozen=True, slots=True)
class PastCohort:
    """`response` is the share of graduates who answer, by wave."""

    code: str
    name: str
    roman: str
    starts_on: date
    response: Response
    classes: tuple[PastClass, ...]


SECOND = PastCohort(
    code="2019-2",
    name="Angkatan II 2019 (data contoh)",
    roman="II",
    starts_on=date(2019, 3, 4),
    response={1: 0.79, 3: 0.72, 6: 0.66, 12: 0.55},
    classes=(
        PastClass("setir", 12, 25, 140),
        PastClass("komputer", 14, 30, 200),
        PastClass("menjahit", 16, 37, 260, shy=-0.12),
        PastClass("tata-rias", 13, 32, 220),
        PastClass("desain", 14, 34, 240),
        PastClass("bubut", 10, 36, 260, shy=0.36),
        PastClass("las", 12, 35, 260, shy=0.1),
        PastClass("servis-listrik", 11, 30, 200),
        PastClass("hasil-tani", 13, 27, 160, shy=-0.05),
        PastClass("hp", 13, 31, 200),
    ),
)
THIRD = PastCohort(
    code="2019-3",
    name="Angkatan III 2019 (data contoh)",
    roman="III",
    starts_on=date(2019, 4, 11),
    response={1: 0.68, 3: 0.6, 6: 0.53, 12: 0.4},
    classes=(
        PastClass("instalasi", 12, 40, 240),
        PastClass("motor", 14, 42, 260, shy=-0.1),
        PastClass("las-3g", 11, 43, 260),
        PastClass("rambut", 12, 39, 220),
        PastClass("mobil", 11, 43, 260, shy=0.12),
        PastClass("boga", 14, 35, 180, shy=-0.08),
        PastClass("menjahit", 14, 42, 260),
        PastClass("desain", 11, 40, 240, shy=0.15),
    ),
)


def write(
    roll: Roll,
    trades: dict[str, tuple[Trade, Programme]],
    waves: tuple[int, ...],
    memory: Memory,
    cohorts: tuple[PastCohort, ...] = (SECOND, THIRD),
) -> list[list[Graduate]]:
    """Cohorts that are over, each class with its graduates and what is remembered of them; the graduates by class."""
    written = []
    for past in cohorts:
        cohort = _cohort(roll, past)
        for past_class in past.classes:
            trade, programme = trades[past_class.trade]
            a_class = _class(roll, cohort, past_class, programme)
            graduates = _graduates(roll, a_class, trade, past_class, waves)
            memory.remember(graduates, f"{trade.name} Angkatan {past.roman}", past.response, past_class.shy)
            written.append(graduates)
    return written


def _cohort(roll: Roll, past: PastCohort) -> Cohort:
    opened, closed = (roll.at(past.starts_on - timedelta(days=days), hour) for days, hour in ((50, 8), (20, 16)))
    cohort = Cohort(
        code=past.code,
        name=past.name,
        year=past.starts_on.year,
        opens_at=opened,
        closes_at=closed,
        opened_told_at=opened,
        closed_told_at=closed,
        starts_on=past.starts_on,
        ends_on=past.starts_on + timedelta(days=max(each.days for each in past.classes)),
    )
    roll.session.add(cohort)
    roll.session.flush()
    return cohort


def _class(roll: Roll, cohort: Cohort, past: PastClass, programme: Programme) -> TrainingClass:
    ends_on = cohort.starts_on + timedelta(days=past.days)
    a_class = TrainingClass(
        code=f"{cohort.code}-{past.trade}",
        programme_id=programme.id,
        cohort_id=cohort.id,
        seats=SEATS,
        lesson_hours=past.hours,
        starts_on=cohort.starts_on,
        ends_on=ends_on,
        place="Bengkel UPTD BLK",
        funding="APBD",
        requirements=Requirements().to_json(),
        graduated_at=roll.at(ends_on, 14),
    )
    roll.session.add(a_class)
    roll.session.flush()
    return a_class


def _graduates(
    roll: Roll, a_class: TrainingClass, trade: Trade, past: PastClass, waves: tuple[int, ...]
) -> list[Graduate]:
    """The graduates with their follow-ups as they were planned on the day they ended."""
    session, dice = roll.session, roll.inventor.dice
    begun, ended = roll.at(a_class.starts_on, 8), roll.at(a_class.ends_on, 14)
    with_chat = set(dice.sample(range(past.graduates), round(past.graduates * REACHABLE)))
    found = []
    for place, sex in enumerate(trade.sexes(past.graduates)):
        invented = roll.person(sex, begun, has_chat=place in with_chat)
        enrolment = enrolments.enrol(session, invented.person.id, a_class.id, None, begun)
        endings.graduate(session, enrolment.id, a_class.ends_on, ended)
        found.append(Graduate(invented, enrolment.id, draw(trade, sex, dice), jobs.of(enrolment.id, trade)))
    graduated = select(Enrolment).where(Enrolment.class_id == a_class.id).order_by(Enrolment.id)
    for enrolment in session.scalars(graduated.execution_options(populate_existing=True)).all():
        planning.plan(session, enrolment, waves, roll.calendar, ended)
    return found
