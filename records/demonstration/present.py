"""The present: a class about to end its training, and a cohort one can register for now."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from records import enrolments
from records.applications import ApplicationStatus
from records.classes import TrainingClass
from records.demonstration.cast import Group
from records.demonstration.offer import OPEN_CLASSES, OpenClass
from records.demonstration.scene import CHECKED, ROMAN, Applied, Dates, Scene, weekday_from
from records.people import Sex
from records.requirements import Requirements

RUNNING_TRADE, IN_TRAINING = "boga", 12
# The roads that the invented applicants have come.
ROADS: dict[ApplicationStatus, tuple[ApplicationStatus, ...]] = {
    ApplicationStatus.NOT_ELIGIBLE: (ApplicationStatus.VERIFYING, ApplicationStatus.NOT_ELIGIBLE),
    ApplicationStatus.PARTICIPANT: (
        *CHECKED,
        ApplicationStatus.SELECTED,
        ApplicationStatus.REREGISTERING,
        ApplicationStatus.PARTICIPANT,
    ),
}


@dataclass(frozen=True, slots=True)
class Intent:
    """Somebody who is going to apply."""

    moment: datetime
    a_class: TrainingClass
    plan: OpenClass
    place: int
    sex: Sex


@dataclass(slots=True)
class Standing:
    """What the present leaves: the class in training, and the open cohort's applicants, in their order."""

    running: TrainingClass
    cohort_id: int = 0
    waiting: list[Applied] = field(default_factory=list)
    refused: list[Applied] = field(default_factory=list)


def write(scene: Scene) -> Standing:
    """Everything that is going on."""
    begins = weekday_from(scene.today + timedelta(days=45))
    year, number = begins.year, (begins.month - 1) // 3
    standing = Standing(_running(scene, year if number else year - 1, (number - 1) % 4))
    opened, days = scene.today - timedelta(days=10), max(each.days for each in OPEN_CLASSES)
    dates = Dates(opened, scene.today + timedelta(days=20), begins, begins + timedelta(days=days))
    cohort = scene.cohort(year, number + 1, ROMAN[number], dates)
    standing.cohort_id = cohort.id
    intents = [each for plan in OPEN_CLASSES for each in _intents(scene, scene.a_class(cohort, plan), plan)]
    for intent in sorted(intents, key=lambda each: each.moment):
        _applicant(scene, intent, standing)
    return standing


def _running(scene: Scene, year: int, number: int) -> TrainingClass:
    """A class that ends in a few days: staff can graduate it, and then its follow-ups lie ahead."""
    begun, ends_on = scene.today - timedelta(days=27), weekday_from(scene.today + timedelta(days=3))
    dates = Dates(begun - timedelta(days=70), begun - timedelta(days=40), begun, ends_on)
    cohort = scene.cohort(year, number + 1, ROMAN[number], dates)
    trade, _ = scene.trades[RUNNING_TRADE]
    a_class = scene.a_class(cohort, OpenClass(RUNNING_TRADE, "DBHCHT", Requirements(), 30, 180, 0, 0))
    for place, sex in enumerate(trade.sexes(IN_TRAINING)):
        moment = scene.roll.at(begun - timedelta(days=60 - place), 9)
        invented = scene.roll.person(sex, moment, has_chat=place != IN_TRAINING - 1)
        applied, accepted = scene.apply(invented, a_class, moment), moment + timedelta(days=30)
        scene.walk(applied, accepted, *ROADS[ApplicationStatus.PARTICIPANT])
        enrolments.enrol(scene.roll.session, invented.person.id, a_class.id, applied.id, accepted)
        note = f"peserta {trade.name}, pelatihan hampir selesai"
        scene.roll.enter(invented, Group.PARTICIPANT, note, cast=place in (0, IN_TRAINING - 2))
    return a_class


def _intents(scene: Scene, a_class: TrainingClass, plan: OpenClass) -> list[Intent]:
    """Spread over the days since the cohort opened; of those who wait, one came to the counter and has no chat."""
    sexes = scene.trades[plan.trade][0].sexes(plan.applicants)
    found = []
    for place, sex in enumerate(sexes):
        day = scene.today - timedelta(days=10 - 9 * place // len(sexes))
        moment = scene.roll.at(day, 8 + place % 8) + timedelta(minutes=7 * (a_class.id % 8))
        found.append(Intent(min(moment, scene.now), a_class, plan, place, sex))
    return found


def _applicant(scene: Scene, intent: Intent, standing: Standing) -> None:
    plan, place = intent.plan, intent.place
    main = plan is OPEN_CLASSES[0] and place in (0, plan.applicants - 1)
    at_counter = plan is not OPEN_CLASSES[0] and place == plan.applicants - plan.waiting
    outsider = plan.draws_outsider(place)
    invented = scene.roll.person(intent.sex, intent.moment, has_chat=not at_counter, outsider=outsider)
    applied = scene.apply(invented, intent.a_class, intent.moment)
    told = _decide(scene, applied, intent, standing)
    note = f"pendaftar {scene.trades[plan.trade][0].name} {applied.number}, {told}"
    scene.roll.enter(invented, Group.SEEKER, note, cast=main)


def _decide(scene: Scene, applied: Applied, intent: Intent, standing: Standing) -> str:
    """The first are accepted, the next refused, the last wait; in words, for the cast."""
    decided, refusal = min(intent.moment + timedelta(days=1), scene.now), intent.plan.refusal(intent.place)
    if intent.place < intent.plan.accepted:
        scene.walk(applied, decided, *CHECKED)
        return "berkas lengkap"
    if refusal is None:
        standing.waiting.append(applied)
        return "menunggu diperiksa"
    standing.refused.append(applied)
    status, reason = refusal
    scene.walk(applied, decided, *ROADS[status], reason=reason)
    return "belum diterima"
