"""Classmates: her place among those who answered, and a result that tells of no single one."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import classmates
from records.classes import TrainingClass
from records.classmates import FEWEST, Result, Turn
from records.database import Database
from records.labour import LabourStatus
from records.monitoring import MonitoringRecord, Source
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

W, U = LabourStatus.WORKING, LabourStatus.UNEMPLOYED


def _cohort(session: Session, vault: Vault, told: Sequence[LabourStatus | None]) -> int:
    """A class of sewing whose graduates told this at month 6, beside another programme and another cohort where all
    work; the id of the first enrolment.
    """
    town = Town(session, vault)
    cohort, sewing = town.cohort(), town.programme("Menjahit")
    first = _graduates(town, town.a_class(cohort, sewing), told)
    _graduates(town, town.a_class(cohort), [W, W])
    _graduates(town, town.a_class(programme=sewing), [W] * 6)
    return first


def _graduates(town: Town, a_class: TrainingClass, told: Sequence[LabourStatus | None]) -> int:
    first = 0
    for status in told:
        enrolment = town.graduate(a_class)
        first = first or enrolment.id
        if status is not None:
            record = MonitoringRecord(
                enrolment_id=enrolment.id,
                person_id=enrolment.person_id,
                wave=6,
                status=status.value,
                activity="kerja",
                details="{}",
                source=Source.SELF.value,
                recorded_at=NOON,
            )
            town.session.add(record)
    town.session.flush()
    return first


async def test_her_place_is_among_all_of_her_cohort_who_answered_this_wave(database: Database, vault: Vault) -> None:
    first = await database.write(_cohort, vault, [W, U, None, LabourStatus.UNDETERMINED])
    assert await database.read(classmates.turn, first, 6) == Turn(5, 6)
    assert await database.read(classmates.turn, first, 3) == Turn(0, 6)


async def test_the_result_is_that_of_her_programme_in_her_cohort(database: Database, vault: Vault) -> None:
    first = await database.write(_cohort, vault, [W] * 9 + [U] * 6 + [None, LabourStatus.UNDETERMINED])
    assert await database.read(classmates.result, first, 6) == Result(15, 6)
    assert await database.read(classmates.result, first, 3) is None


@pytest.mark.parametrize(("working", "others"), [(4, 9), (9, 4), (14, 0), (0, 14), (3, 0)])
def test_of_fewer_than_five_nothing_is_told(working: int, others: int) -> None:
    assert classmates.summed_up([True] * working + [False] * others) is None


@given(st.lists(st.booleans(), max_size=60))
def test_neither_those_who_work_nor_those_who_do_not_are_ever_fewer_than_five(works: list[bool]) -> None:
    result = classmates.summed_up(works)
    counted = works[: len(works) // FEWEST * FEWEST]
    if result is None:
        assert min(sum(counted), len(counted) - sum(counted)) < FEWEST
        return
    assert result.answered == len(counted)
    assert min(sum(counted), len(counted) - sum(counted)) >= FEWEST
    assert abs(result.tenths - 10 * sum(counted) / len(counted)) <= 0.5 or result.tenths in (1, 9)
    assert 1 <= result.tenths <= 9


@given(st.lists(st.booleans(), min_size=10, max_size=60), st.booleans())
def test_one_answer_more_never_shows_what_it_was(works: list[bool], last: bool) -> None:
    """Before and after somebody's answer the sentence is the same, or four others have come with it."""
    before, after = classmates.summed_up(works), classmates.summed_up([*works, last])
    other = classmates.summed_up([*works, not last])
    if (len(works) + 1) % FEWEST:
        assert before == after == other
