"""An invented town for tests: programmes, cohorts, classes, people, officers. Each call makes one more."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypeVar

from sqlalchemy.orm import Session

from records import announcing, endings, enrolments, people
from records.applications import ApplicationStatus
from records.audiences import Audience, Trait
from records.base import Base
from records.campaigns import Campaign, CampaignStatus
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Education, Particulars, Person, Sex
from records.programmes import Programme
from records.requirements import Requirements
from records.staff import Officer, Role, appoint
from records.vault import Vault
from tests.records.clock import NOON

OPENS = datetime(2026, 6, 1, tzinfo=UTC)
CLOSES = datetime(2026, 8, 1, tzinfo=UTC)
STARTS, ENDS = date(2026, 8, 10), date(2026, 9, 11)

_A = ApplicationStatus
# How an application comes to each of these statuses.
WAYS = {
    _A.SUBMITTED: (),
    _A.VERIFYING: (_A.VERIFYING,),
    _A.CORRECTION: (_A.VERIFYING, _A.CORRECTION),
    _A.ADMINISTRATIVELY_PASSED: (_A.VERIFYING, _A.ADMINISTRATIVELY_PASSED),
    _A.TEST_SCHEDULED: (_A.VERIFYING, _A.ADMINISTRATIVELY_PASSED, _A.TEST_SCHEDULED),
    _A.SELECTED: (_A.VERIFYING, _A.ADMINISTRATIVELY_PASSED, _A.SELECTED),
    _A.RESERVE: (_A.VERIFYING, _A.ADMINISTRATIVELY_PASSED, _A.RESERVE),
    _A.REREGISTERING: (_A.VERIFYING, _A.ADMINISTRATIVELY_PASSED, _A.SELECTED, _A.REREGISTERING),
}


Made = TypeVar("Made", bound=Base)


class Town:
    """Makes what a test needs, with numbers that differ."""

    def __init__(self, session: Session, vault: Vault, first: int = 1) -> None:
        self.session = session
        self.vault = vault
        self._numbers = count(first)

    def programme(self, name: str = "Menjahit") -> Programme:
        number = next(self._numbers)
        return self._kept(Programme(code=f"P{number}", name=name, teaches="Pola, jahit, dan penyelesaian."))

    def cohort(self, code: str | None = None, opens_at: datetime = OPENS, closes_at: datetime = CLOSES) -> Cohort:
        number = next(self._numbers)
        cohort = Cohort(
            code=code or f"A{number}",
            name=f"Angkatan {number}",
            year=2026,
            opens_at=opens_at,
            closes_at=closes_at,
            starts_on=STARTS,
            ends_on=ENDS,
        )
        return self._kept(cohort)

    def a_class(self, cohort: Cohort | None = None, programme: Programme | None = None) -> TrainingClass:
        a_class = TrainingClass(
            code=f"K{next(self._numbers)}",
            programme_id=(programme or self.programme()).id,
            cohort_id=(cohort or self.cohort()).id,
            seats=16,
            lesson_hours=140,
            starts_on=STARTS,
            ends_on=ENDS,
            place="Bengkel BLK",
            funding="APBD",
            requirements=Requirements().to_json(),
        )
        return self._kept(a_class)

    def person(self, name: str | None = None, chat_id: int | None = None) -> Person:
        number = next(self._numbers)
        person = people.by_id(self.session, people.keep(self.session, self.vault, particulars(number, name), NOON))
        if chat_id is not None:
            people.link(self.session, person.id, chat_id, NOON)
        return person

    def participant(self, a_class: TrainingClass, person: Person | None = None) -> Enrolment:
        return enrolments.enrol(self.session, (person or self.person()).id, a_class.id, None, NOON)

    def graduate(self, a_class: TrainingClass, person: Person | None = None, ended_on: date = ENDS) -> Enrolment:
        enrolment = self.participant(a_class, person)
        endings.graduate(self.session, enrolment.id, ended_on, NOON)
        self.session.refresh(enrolment)
        return enrolment

    def followup(
        self,
        state: FollowupState = FollowupState.SILENT,
        *,
        days_ago: float = 1,
        chat_id: int | None = None,
        person: Person | None = None,
        wave: int = 1,
    ) -> Followup:
        """One that fell due so many days ago."""
        who = person or self.person(chat_id=chat_id)
        enrolment = self.graduate(self.a_class(), who)
        made = Followup(
            enrolment_id=enrolment.id,
            person_id=who.id,
            wave=wave,
            state=state.value,
            step=4,
            due_at=NOON - timedelta(days=days_ago),
            first_asked_at=NOON - timedelta(days=days_ago + 14),
        )
        return self._kept(made)

    def officer(self, role: Role = Role.OFFICER) -> Officer:
        number = next(self._numbers)
        return appoint(self.session, 900_000 + number, f"Petugas {number}", role, NOON)

    def campaign(self) -> Campaign:
        """An announcement that is being sent, to nobody yet."""
        made = announcing.draft(self.session, Audience.of(Trait.COHORT, self.cohort().id), self.officer().id, NOON)
        made.words, made.status = "Kelas pindah ke Senin.", CampaignStatus.SENDING.value
        return self._kept(made)

    def _kept(self, made: Made) -> Made:
        self.session.add(made)
        self.session.flush()
        return made


def particulars(number: int, name: str | None = None) -> Particulars:
    """What an invented woman says of herself."""
    return Particulars(
        name=name or f"Warga {number}",
        nik=f"337501{41 + number % 28:02d}0199{number:04d}",
        birth_date=date(1999, 1, 1 + number % 28),
        sex=Sex.FEMALE,
        phone=f"+62812{number:08d}",
        kecamatan="33.75.01",
        kelurahan="1002",
        town=None,
        address="Jl. Contoh 1, RT 1 RW 2",
        education=Education.SMK,
        activity="cari_kerja",
    )
