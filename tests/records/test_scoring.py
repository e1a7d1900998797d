"""Scoring: a list of scores is written whole or not at all."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import inviting, road, scores, scoring
from records.applications import Application, ApplicationStatus
from records.database import Database
from records.scores import Mark
from records.scoring import Change, Whereabouts
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.exam import WRITTEN, Exam, exam

values = st.decimals(0, 100, places=2)
marks = st.lists(st.builds(Mark, st.integers(1, 9), st.sampled_from(("tertulis", "wawancara")), values), max_size=9)


def _scheduled(session: Session, vault: Vault) -> Exam:
    one = exam(session, vault, 2, 2)
    inviting.invite_all(session, WRITTEN, one.cohort_id, one.class_id, one.officer, NOON)
    return one


async def test_all_are_written_or_none(database: Database, vault: Vault) -> None:
    one = await database.write(_scheduled, vault)
    first, second = one.applications
    both = [Change(first, WRITTEN, None, Decimal(70)), Change(second, WRITTEN, None, Decimal(80))]
    stale = [Change(first, WRITTEN, None, Decimal(75)), Change(second, WRITTEN, Decimal(81), Decimal(90))]
    assert await database.write(scoring.apply, one.class_id, both, one.officer, NOON)
    assert not await database.write(scoring.apply, one.class_id, stale, one.officer, NOON)
    expected = {first: {WRITTEN: Decimal(70)}, second: {WRITTEN: Decimal(80)}}
    assert await database.read(scores.of_class, one.class_id) == expected
    assert await database.write(road.move, Kind.APPLICATION, second, ApplicationStatus.WITHDRAWN, NOON)
    late = [Change(first, WRITTEN, Decimal(70), Decimal(1)), Change(second, WRITTEN, Decimal(80), Decimal(2))]
    assert not await database.write(scoring.apply, one.class_id, late, one.officer, NOON)
    assert await database.read(scores.of_class, one.class_id) == expected


async def test_a_number_is_known_by_its_class_and_cohort(database: Database, vault: Vault) -> None:
    one = await database.write(_scheduled, vault)
    number = await database.read(_number, one.applications[0])
    found = await database.read(scoring.whereabouts, [number.lower(), "nobody"])
    assert found == {number: Whereabouts(one.class_id, one.cohort_id)}


def _number(session: Session, application_id: int) -> str:
    return session.get_one(Application, application_id).number


@given(marks)
def test_what_would_change_comes_back_from_its_writing(given_marks: list[Mark]) -> None:
    made = scoring.changes({1: {"tertulis": Decimal(50)}}, given_marks)
    assert scoring.from_json(scoring.to_json(made)) == made
    assert all(change.old != change.new for change in made)
