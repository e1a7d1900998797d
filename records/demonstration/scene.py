"""The scene: where the present of the demonstration plays, and how cohorts, classes and applications come into it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from records import applications, consents, road
from records.applications import ApplicationStatus
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.consents import Purpose
from records.demonstration.offer import OpenClass
from records.demonstration.roll import Invented, Roll
from records.demonstration.trades import Trade
from records.programmes import Programme
from records.staff import Officer
from records.steps import Kind

Trades = dict[str, tuple[Trade, Programme]]
ROMAN = ("I", "II", "III", "IV")
SEATS = 16
CLASSROOM = "Gedung UPTD BLK Kota Pekalongan"
CHECKED = (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED)


@dataclass(frozen=True, slots=True)
class Applied:
    """An application of an invented person to a class."""

    invented: Invented
    id: int
    number: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Days of a cohort: registration, then training."""

    opens: date
    closes: date
    starts_on: date
    ends_on: date


class Scene:
    """Writes into the records what belongs to `now`; the officer is the one who decided so far."""

    def __init__(self, roll: Roll, trades: Trades, officer: Officer, now: datetime) -> None:
        self.roll = roll
        self.trades = trades
        self.officer = officer
        self.now = now
        self.today = now.astimezone(roll.calendar.zone).date()

    def cohort(self, year: int, number: int, title: str, dates: Dates) -> Cohort:
        """Its numbers begin with the year and the number."""
        opened, closed = self.roll.at(dates.opens, 8), self.roll.at(dates.closes, 16)
        cohort = Cohort(
            code=f"{year}-{number}",
            name=f"Angkatan {title} {year} (data contoh)",
            year=year,
            opens_at=opened,
            closes_at=closed,
            opened_told_at=opened if opened <= self.now else None,
            closed_told_at=closed if closed <= self.now else None,
            starts_on=dates.starts_on,
            ends_on=dates.ends_on,
        )
        self.roll.session.add(cohort)
        self.roll.session.flush()
        return cohort

    def a_class(self, cohort: Cohort, plan: OpenClass, seats: int = SEATS) -> TrainingClass:
        a_class = TrainingClass(
            code=f"{cohort.code}-{plan.trade}",
            programme_id=self.trades[plan.trade][1].id,
            cohort_id=cohort.id,
            seats=seats,
            lesson_hours=plan.hours,
            starts_on=cohort.starts_on,
            ends_on=min(cohort.ends_on, weekday_from(cohort.starts_on + timedelta(days=plan.days))),
            place=CLASSROOM,
            funding=plan.funding,
            requirements=plan.requirements.to_json(),
        )
        self.roll.session.add(a_class)
        self.roll.session.flush()
        return a_class

    def apply(self, invented: Invented, a_class: TrainingClass, moment: datetime) -> Applied:
        session, person = self.roll.session, invented.person
        consents.give(session, person.id, Purpose.REGISTRATION, 1, moment)
        filed = applications.file(session, person.id, a_class.cohort_id, a_class.id, moment)
        return Applied(invented, filed.id, filed.number)

    def walk(self, applied: Applied, moment: datetime, *statuses: ApplicationStatus, reason: str | None = None) -> None:
        """Down the road, by the officer; the reason belongs to the last step."""
        session, officer = self.roll.session, self.officer.id
        for status in statuses:
            why = reason if status is statuses[-1] else None
            road.move(session, Kind.APPLICATION, applied.id, status, moment, staff_id=officer, reason=why)


def weekday_from(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
