"""The desk of the demonstration: whatever an officer can do waits for her on the first morning."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from conversations.checking import reasons
from records import (
    absences,
    attendance,
    claims,
    cohorts,
    corrections,
    documents,
    dossiers,
    meetings,
    objections,
    questions,
    ranking,
    rolls,
    scores,
    selections,
    sittings,
    staff,
    steps,
)
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.corrections import Correction
from records.database import Database, open_database
from records.demonstration import Cast, seed
from records.demonstration.desk import UNCLEAR
from records.documents import Document, DocumentState
from records.enrolments import Enrolment
from records.objections import Objection
from records.people import Person
from records.placements import lines
from records.ranking import Outcome, Rules
from records.steps import Kind, Step
from records.store import FileStore
from records.vault import Vault
from scheduler.inspection import Limits, inspect
from tests.records.clock import NOON, ManualClock
from tests.records.conftest import SECRET
from tests.records.demonstration.rehearsal import CALENDAR, PROFILE
from tests.records.servers import copied

R = TypeVar("R")


@dataclass(frozen=True)
class Office:
    """A seeded database with its store and who plays in it."""

    database: Database
    store: FileStore
    cast: Cast

    def ask(self, question: Callable[[Session], R]) -> R:
        return asyncio.run(self.database.read(question))


def _opened(template: Path, folder: Path, now: datetime = NOON) -> Office:
    vault = Vault(SECRET)
    database, store = open_database(copied(template, folder), vault, ManualClock()), FileStore(folder / "files", vault)
    cast = asyncio.run(database.write(seed, vault, PROFILE, CALENDAR, now, store))
    return Office(database, store, cast)


@pytest.fixture(scope="module")
def office(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    opened = _opened(template, tmp_path_factory.mktemp("office"))
    yield opened
    asyncio.run(opened.database.close())


def _statuses(session: Session) -> Counter[str]:
    return Counter(session.scalars(select(Application.status)))


def _stored(session: Session) -> list[tuple[Document, Person]]:
    chosen = select(Document, Person).join(Application, Application.id == Document.application_id)
    rows = session.execute(chosen.join(Person, Person.id == Application.person_id).where(Document.name.is_not(None)))
    return [(document, person) for document, person in rows]


def test_a_dozen_applications_wait_with_documents_that_an_officer_can_look_at(office: Office) -> None:
    assert office.ask(lambda session: claims.waiting(session, NOON)) >= 10
    rules = PROFILE.documents
    limits = Limits(
        rules.smallest_bytes, rules.smallest_side, rules.least_contrast, rules.least_sharpness, rules.most_pages
    )
    found = office.ask(_stored)
    assert len(found) >= 12
    for document, _person in found:
        assert document.name is not None
        assert inspect(office.store.read(document.name), limits).trouble is None
    assert office.store.names() == office.ask(documents.files).keys()


def test_nothing_is_left_to_be_done_about_a_document(office: Office) -> None:
    assert office.ask(lambda session: documents.due(session, NOON, 100)) == []
    assert all(not document.in_chat and document.due_at is None for document, _person in office.ask(_stored))


def test_one_ijazah_lies_with_two_applications_one_is_not_in_hand_and_some_are_at_the_counter(office: Office) -> None:
    found = office.ask(lambda session: list(session.scalars(select(Document))))
    assert sum(bool(office.ask(partial(documents.elsewhere, document=each))) for each in found) == 2
    states = Counter(document.state for document in found)
    assert states[DocumentState.NOT_IN_HAND.value] == 1
    assert states[DocumentState.COUNTER.value] >= 6


def test_two_were_sent_back_one_of_them_did_not_answer_in_time(office: Office) -> None:
    due = office.ask(lambda session: sorted(session.scalars(select(Correction.due_at))))
    assert office.ask(_statuses)[ApplicationStatus.CORRECTION.value] == len(due) == 2
    assert due[0] < NOON < due[1] < NOON + timedelta(days=2)
    ids = office.ask(lambda session: list(session.scalars(select(Correction.application_id))))
    for application_id in ids:
        step = office.ask(partial(steps.latest, kind=Kind.APPLICATION, matter_id=application_id))
        assert step is not None
        assert reasons.documents_of(step.reason or "")
        assert len(office.ask(partial(documents.asked_again, application_id=application_id))) == 1
    assert UNCLEAR.removeprefix(reasons.MARK) in reasons.CORRECTIONS


def test_something_is_due_within_a_day_or_two(office: Office) -> None:
    dossier = office.ask(lambda session: dossiers.first_end(session, 1, NOON))
    assert dossier is not None
    assert dossier - NOON < timedelta(days=2)
    correction = office.ask(lambda session: corrections.next_due(session, NOON))
    assert correction is not None
    assert correction - NOON < timedelta(days=2)


def test_an_objection_waits_for_the_officer_who_did_not_decide(office: Office) -> None:
    (objection,) = office.ask(objections.waiting)
    administrator, *_others = office.ask(staff.active)
    assert objection.decided_by == administrator.id


def test_the_objection_is_about_the_residence_for_which_somebody_was_refused(office: Office) -> None:
    (objection,) = office.ask(objections.waiting)
    decided = office.ask(lambda session: session.get_one(Step, session.get_one(Objection, objection.id).step_id))
    assert decided.status == ApplicationStatus.NOT_ELIGIBLE.value
    assert decided.reason is not None
    assert "warga Kota Pekalongan" in decided.reason


def test_two_questions_wait_one_longer_than_was_promised(office: Office) -> None:
    found = office.ask(questions.waiting)
    assert [question.promised_at is not None and question.promised_at < NOON for question in found] == [True, False]


def _tested(session: Session) -> Cohort:
    return session.scalars(select(Cohort).where(Cohort.name.startswith("Angkatan Khusus"))).one()


def test_the_selection_of_a_tested_cohort_can_be_proposed(template: Path, tmp_path: Path) -> None:
    office = _opened(template, tmp_path)

    def propose(session: Session) -> dict[str, Counter[Outcome]]:
        cohort, (officer, *_others) = _tested(session), staff.active(session)
        rules = PROFILE.selection
        usual = Rules(dict(rules.weights), rules.passing, rules.tie_break)
        class_ids = selections.classes_of(session, cohort.id)
        assert selections.undecided(session, cohort.id) == 0
        drawn = selections.propose(session, cohort.id, dict.fromkeys(class_ids, usual), officer.id, NOON)
        return {
            session.get_one(TrainingClass, class_id).code.rpartition("-")[2]: Counter(
                line.outcome for line in lines(session, drawn.id, class_id)
            )
            for class_id in class_ids
        }

    found = asyncio.run(office.database.write(propose))
    assert (found["hp"][Outcome.SELECTED], found["komputer"][Outcome.SELECTED]) == (6, 8)
    assert found["hp"][Outcome.RESERVE] >= 1
    assert found["hp"][Outcome.ABSENT] == found["komputer"][Outcome.ABSENT] == 1
    asyncio.run(office.database.close())


def test_two_of_the_tested_have_the_same_total(office: Office) -> None:
    weights = PROFILE.selection.weights
    cohort = office.ask(_tested)
    class_id = office.ask(lambda session: selections.classes_of(session, cohort.id))[0]
    found = office.ask(lambda session: scores.of_class(session, class_id))
    totals = Counter(ranking.total(each, weights) for each in found.values())
    assert max(totals.values()) == 2


def test_a_test_lies_ahead_and_the_invited_can_answer(office: Office) -> None:
    (cohort,) = office.ask(lambda session: cohorts.open_at(session, NOON))
    (sitting,) = office.ask(lambda session: sittings.of_cohort(session, cohort.id))
    assert timedelta() < sitting.starts_at - NOON < timedelta(days=4)
    answers = [invitee.answer for invitee in office.ask(lambda session: rolls.of_sitting(session, sitting.id))]
    assert sorted(answers) == ["comes", "silent", "silent"]


def test_the_class_in_training_has_a_timetable_attendance_and_somebody_who_asks_for_leave(office: Office) -> None:
    (leave,) = office.ask(absences.waiting)
    assert leave.first_day > NOON.date()
    enrolment = office.ask(lambda session: session.get_one(Enrolment, leave.enrolment_id))
    timetable = office.ask(lambda session: meetings.of_class(session, enrolment.class_id))
    held = [meeting for meeting in timetable if meeting.held_on < NOON.date()]
    assert len(held) >= 10
    assert len(timetable) > len(held)
    everybody = office.ask(
        lambda session: list(session.scalars(select(Enrolment.id).where(Enrolment.class_id == enrolment.class_id)))
    )
    tallies = office.ask(lambda session: attendance.tallies(session, everybody))
    assert {tally.days for tally in tallies.values()} == {len(held)}
    assert sum(tally.absent > PROFILE.training.warn_at_absences for tally in tallies.values()) == 1


def test_the_same_day_makes_the_same_cast(office: Office, template: Path, tmp_path: Path) -> None:
    again = _opened(template, tmp_path)
    assert again.cast == office.cast
    asyncio.run(again.database.close())


@pytest.mark.long
async def test_it_fills_either_database(database: Database, tmp_path: Path) -> None:
    await database.write(seed, Vault(SECRET), PROFILE, CALENDAR, NOON, FileStore(tmp_path, Vault(SECRET)))
    assert await database.read(lambda session: claims.waiting(session, NOON)) >= 10


@pytest.mark.long
@pytest.mark.parametrize("day", ["2027-01-04", "2027-03-15", "2027-08-02", "2026-12-26"])
def test_it_fits_every_time_of_the_year(day: str, template: Path, tmp_path: Path) -> None:
    """Also around Eid, when there is no lesson for weeks, and on a holiday."""
    now = datetime.fromisoformat(f"{day}T01:00:00").replace(tzinfo=UTC)
    office = _opened(template, tmp_path, now)
    assert office.ask(lambda session: claims.waiting(session, now)) >= 10
    asyncio.run(office.database.close())
