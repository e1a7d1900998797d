"""The tested: a small cohort that was tested and scored, whose selection can be proposed; and a test to come."""

from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from records import applications, inviting, presence, scores, seats, sittings
from records.appointments import Answer, Attendance
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.demonstration.cast import Group
from records.demonstration.offer import OpenClass
from records.demonstration.scene import CHECKED, CLASSROOM, Applied, Dates, Scene, weekday_from
from records.requirements import Requirements
from records.scores import Mark
from records.sittings import Plan, Spot

WRITTEN, INTERVIEW = "tertulis", "wawancara"
# A cohort beside those of the quarters of a year.
NUMBER, TITLE = 5, "Khusus"
PLANS = (
    (OpenClass("hp", "DBHCHT", Requirements(), 30, 200, 0, 10), 6),
    (OpenClass("komputer", "APBD", Requirements(), 30, 200, 0, 7), 8),
)
# Written test and interview of each, in the order of applying; None: she did not come. Two reach the same total.
SCORES = {
    "hp": (
        ("78.5", "80"), ("66", "71.5"), ("91", "84"), ("58.25", "62"), ("74", "77"),
        ("70", "83"), ("62.5", "69"), (None, None), ("85", "88.5"), ("69", "75"),
    ),
    "komputer": (
        ("82", "79"), ("73.75", "70"), (None, None), ("88", "91"), ("64", "72"), ("77", "68.5"), ("59.5", "66"),
    ),
}  # fmt: skip
# Of those who applied for the first class, who would also take the second one.
SECOND_CHOICES = (1, 6, 9)


def write(scene: Scene) -> None:
    starts_on = weekday_from(scene.today + timedelta(days=24))
    dates = Dates(
        scene.today - timedelta(days=40),
        scene.today - timedelta(days=14),
        starts_on,
        starts_on + timedelta(days=max(plan.days for plan, _seats in PLANS)),
    )
    cohort = scene.cohort(starts_on.year, NUMBER, TITLE, dates)
    opened = [(plan, scene.a_class(cohort, plan, seats)) for plan, seats in PLANS]
    everybody = {plan.trade: _applicants(scene, plan, a_class, dates) for plan, a_class in opened}
    for place in SECOND_CHOICES:
        applications.choose_second(scene.roll.session, everybody["hp"][place].id, opened[1][1].id)
    for kind, days, which in ((WRITTEN, 7, 0), (INTERVIEW, 5, 1)):
        _hold(scene, kind, cohort, scene.roll.at(scene.today - timedelta(days=days), 9), everybody, which)


def _applicants(scene: Scene, plan: OpenClass, a_class: TrainingClass, dates: Dates) -> list[Applied]:
    trade, found = scene.trades[plan.trade][0], []
    for place, sex in enumerate(trade.sexes(plan.applicants)):
        moment = scene.roll.at(dates.opens + timedelta(days=2 * place + 1), 8 + place % 7)
        invented = scene.roll.person(sex, moment, has_chat=True)
        applied = scene.apply(invented, a_class, moment)
        scene.walk(applied, moment + timedelta(days=2), *CHECKED)
        note = f"peserta tes {trade.name} {applied.number}, menunggu pengumuman"
        scene.roll.enter(invented, Group.SEEKER, note, cast=place == 0 and plan is PLANS[0][0])
        found.append(applied)
    return found


def _hold(
    scene: Scene, kind: str, cohort: Cohort, at: datetime, everybody: dict[str, list[Applied]], which: int
) -> None:
    """A sitting for all of the cohort, from the invitation to the scores."""
    session, staff_id = scene.roll.session, scene.officer.id
    invited_at = at - timedelta(days=5)
    plan = Plan(kind, cohort.id, None, at, 120, 1, 20, Spot(CLASSROOM))
    (sitting_id,) = sittings.schedule(session, plan, staff_id, invited_at)
    made = inviting.invite_all(session, kind, cohort.id, None, staff_id, invited_at)
    for appointment_id in made.appointments:
        seats.answer(session, appointment_id, Answer.COMES, invited_at + timedelta(hours=3))
    told = {a.id: SCORES[trade][place][which] for trade, rows in everybody.items() for place, a in enumerate(rows)}
    came = [one.id for one in seats.of_sitting(session, sitting_id) if told[one.application_id] is not None]
    presence.mark(session, sitting_id, came, Attendance.PRESENT.value)
    presence.close(session, sitting_id, at + timedelta(hours=2))
    marks = (Mark(id_, kind, Decimal(value)) for id_, value in told.items() if value is not None)
    scores.record(session, *marks, staff_id=staff_id, now=at + timedelta(days=1))


def schedule_one(scene: Scene, cohort_id: int, trade: str) -> None:
    """A written test tomorrow for those of an open class whose papers are in order; one has said that she comes."""
    session, staff_id = scene.roll.session, scene.officer.id
    chosen = select(TrainingClass).where(TrainingClass.programme_id == scene.trades[trade][1].id)
    a_class = session.scalars(chosen.where(TrainingClass.cohort_id == cohort_id)).one()
    asked = scene.now - timedelta(hours=18)
    at = scene.roll.at(weekday_from(scene.today + timedelta(days=1)), 9)
    plan = Plan(WRITTEN, cohort_id, a_class.id, at, 90, 1, 12, Spot(CLASSROOM))
    sittings.schedule(session, plan, staff_id, asked)
    made = inviting.invite_all(session, WRITTEN, cohort_id, a_class.id, staff_id, asked)
    seats.answer(session, made.appointments[0], Answer.COMES, scene.now - timedelta(hours=2))
