"""The present: a class about to end its training, and a cohort one can register for now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from records import applications, consents, enrolments, road
from records.applications import ApplicationStatus
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.consents import Purpose
from records.demonstration.cast import Group
from records.demonstration.offer import OPEN_CLASSES, OpenClass
from records.demonstration.roll import Invented, Roll
from records.demonstration.trades import Trade
from records.people import Sex
from records.programmes import Programme
from records.requirements import Requirements
from records.staff import Officer
from records.steps import Kind

Trades = dict[str, tuple[Trade, Programme]]
ROMAN = ("I", "II", "III", "IV")
SEATS = 16
CLASSROOM = "Gedung UPTD BLK Kota Pekalongan"
RUNNING_TRADE, IN_TRAINING = "boga", 12


CHECKED = (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED)
# The roads that the invented applicants have come.
ROADS: dict[ApplicationStatus, tuple[ApplicationStatus, ...]] = {
    ApplicationStatus.NOT_ELIGIBLE: (ApplicationStatus.VERIFYING, ApplicationStatus.NOT_ELIGIBLE),
    ApplicationStatus.NOT_SELECTED: (*CHECKED, ApplicationStatus.NOT_SELECTED),
    ApplicationStatus.PARTICIPANT: (
        *CHECKED,
        ApplicationStatus.SELECTED,
        ApplicationStatus.REREGISTERING,
        ApplicationStatus.PARTICIPANT,
    ),
}


@dataclass(frozen=True, slots=True)
class Applied:
    """An application of an invented person to a class."""

    invented: Invented
    id: int
    number: str


@dataclass(frozen=True, slots=True)
class Intent:
    """Somebody who is going to apply."""

    moment: datetime
    a_class: TrainingClass
    plan: OpenClass
    place: int
    sex: Sex


class Present:
    """Writes what is going on at `now`."""

    def __init__(self, roll: Roll, trades: Trades, officer: Officer, now: datetime) -> None:
        self._roll = roll
        self._trades = trades
        self._officer = officer
        self._now = now
        self._today = now.astimezone(roll.calendar.zone).date()
        self._begins = weekday_from(self._today + timedelta(days=45))

    def write(self) -> None:
        year, number = self._begins.year, (self._begins.month - 1) // 3
        self._running(year if number else year - 1, (number - 1) % 4)
        self._open(year, number)

    def _running(self, year: int, number: int) -> None:
        """A class that ends in a few days: staff can graduate it, and then its follow-ups lie ahead."""
        begun, ends_on = self._today - timedelta(days=27), weekday_from(self._today + timedelta(days=3))
        cohort = self._cohort(year, number, begun - timedelta(days=70), begun - timedelta(days=40), begun, ends_on)
        trade, _ = self._trades[RUNNING_TRADE]
        a_class = self._class(cohort, OpenClass(RUNNING_TRADE, "DBHCHT", Requirements(), 30, 180, 0, 0))
        for place, sex in enumerate(trade.sexes(IN_TRAINING)):
            moment = self._roll.at(begun - timedelta(days=60 - place), 9)
            applied = self._apply(self._roll.person(sex, moment, has_chat=place != IN_TRAINING - 1), a_class, moment)
            self._accept(applied, a_class, moment + timedelta(days=30))
            note = f"peserta {trade.name}, pelatihan hampir selesai"
            self._roll.enter(applied.invented, Group.PARTICIPANT, note, cast=place in (0, IN_TRAINING - 2))

    def _open(self, year: int, number: int) -> None:
        """Opened ten days ago, closes in twenty."""
        opened = self._today - timedelta(days=10)
        last = self._begins + timedelta(days=max(each.days for each in OPEN_CLASSES))
        cohort = self._cohort(year, number, opened, self._today + timedelta(days=20), self._begins, last)
        intents = [each for plan in OPEN_CLASSES for each in self._intents(self._class(cohort, plan), plan)]
        for intent in sorted(intents, key=lambda each: each.moment):
            self._applicant(intent)

    def _intents(self, a_class: TrainingClass, plan: OpenClass) -> list[Intent]:
        """Spread over the days since the cohort opened; of those who wait, one came to the counter and has no chat."""
        sexes = self._trades[plan.trade][0].sexes(plan.applicants)
        found = []
        for place, sex in enumerate(sexes):
            day = self._today - timedelta(days=10 - 9 * place // len(sexes))
            moment = self._roll.at(day, 8 + place % 8) + timedelta(minutes=7 * (a_class.id % 8))
            found.append(Intent(min(moment, self._now), a_class, plan, place, sex))
        return found

    def _applicant(self, intent: Intent) -> None:
        plan, place = intent.plan, intent.place
        main = plan is OPEN_CLASSES[0] and place in (0, plan.applicants - 1)
        at_counter = plan is not OPEN_CLASSES[0] and place == plan.applicants - plan.waiting
        invented = self._roll.person(
            intent.sex, intent.moment, has_chat=not at_counter, outsider=plan.draws_outsider(place)
        )
        applied = self._apply(invented, intent.a_class, intent.moment)
        told = self._decide(applied, intent)
        note = f"pendaftar {self._trades[plan.trade][0].name} {applied.number}, {told}"
        self._roll.enter(invented, Group.SEEKER, note, cast=main)

    def _decide(self, applied: Applied, intent: Intent) -> str:
        """The first are accepted, the next refused, the last wait; in words, for the cast."""
        decided, refusal = min(intent.moment + timedelta(days=1), self._now), intent.plan.refusal(intent.place)
        if intent.place < intent.plan.accepted:
            self._walk(applied, decided, *CHECKED)
            return "berkas lengkap"
        if refusal is None:
            return "menunggu diperiksa"
        status, reason = refusal
        self._walk(applied, decided, *ROADS[status], reason=reason)
        return "belum diterima"

    def _apply(self, invented: Invented, a_class: TrainingClass, moment: datetime) -> Applied:
        session, person = self._roll.session, invented.person
        consents.give(session, person.id, Purpose.REGISTRATION, 1, moment)
        filed = applications.file(session, person.id, a_class.cohort_id, a_class.id, moment)
        return Applied(invented, filed.id, filed.number)

    def _accept(self, applied: Applied, a_class: TrainingClass, moment: datetime) -> None:
        session = self._roll.session
        self._walk(applied, moment, *ROADS[ApplicationStatus.PARTICIPANT])
        enrolments.enrol(session, applied.invented.person.id, a_class.id, applied.id, moment)

    def _walk(
        self, applied: Applied, moment: datetime, *statuses: ApplicationStatus, reason: str | None = None
    ) -> None:
        """Down the road, by the officer; the reason belongs to the last step."""
        session, officer = self._roll.session, self._officer.id
        for status in statuses:
            why = reason if status is statuses[-1] else None
            road.move(session, Kind.APPLICATION, applied.id, status, moment, staff_id=officer, reason=why)

    def _cohort(self, year: int, number: int, opens: date, closes: date, starts_on: date, ends_on: date) -> Cohort:
        opened, closed = self._roll.at(opens, 8), self._roll.at(closes, 16)
        cohort = Cohort(
            code=f"{year}-{number + 1}",
            name=f"Angkatan {ROMAN[number]} {year} (data contoh)",
            year=year,
            opens_at=opened,
            closes_at=closed,
            opened_told_at=opened if opened <= self._now else None,
            closed_told_at=closed if closed <= self._now else None,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        self._roll.session.add(cohort)
        self._roll.session.flush()
        return cohort

    def _class(self, cohort: Cohort, plan: OpenClass) -> TrainingClass:
        a_class = TrainingClass(
            code=f"{cohort.code}-{plan.trade}",
            programme_id=self._trades[plan.trade][1].id,
            cohort_id=cohort.id,
            seats=SEATS,
            lesson_hours=plan.hours,
            starts_on=cohort.starts_on,
            ends_on=min(cohort.ends_on, weekday_from(cohort.starts_on + timedelta(days=plan.days))),
            place=CLASSROOM,
            funding=plan.funding,
            requirements=plan.requirements.to_json(),
        )
        self._roll.session.add(a_class)
        self._roll.session.flush()
        return a_class


def weekday_from(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
