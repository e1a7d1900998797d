"""Scores: exact, between 0 and 100, one an application and component; the later one counts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import applications, scores
from records.database import Database
from records.scores import Mark, Score, ScoreError
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _filed(session: Session, vault: Vault) -> tuple[int, int, int]:
    """A class, an application to it, an officer."""
    town = Town(session, vault)
    a_class = town.a_class()
    filed = applications.file(session, town.person().id, a_class.cohort_id, a_class.id, NOON)
    return a_class.id, filed.id, town.officer().id


def _rows(session: Session) -> int:
    return session.scalar(select(func.count(Score.id))) or 0


async def test_a_score_is_kept_to_the_hundredth_and_a_later_one_takes_its_place(
    database: Database, vault: Vault
) -> None:
    class_id, application_id, officer = await database.write(_filed, vault)
    first = (Mark(application_id, "tertulis", Decimal("78.5")), Mark(application_id, "wawancara", Decimal(80)))
    await database.write(scores.record, *first, staff_id=officer, now=NOON)
    later = Mark(application_id, "tertulis", Decimal("66.67"))
    await database.write(scores.record, later, staff_id=officer, now=NOON)
    expected = {"tertulis": Decimal("66.67"), "wawancara": Decimal(80)}
    assert await database.read(scores.of_class, class_id) == {application_id: expected}
    assert await database.read(scores.of_application, application_id) == expected
    assert await database.read(_rows) == 2


async def test_nothing_is_written_where_one_is_out_of_range(database: Database, vault: Vault) -> None:
    class_id, application_id, officer = await database.write(_filed, vault)
    marks = Mark(application_id, "tertulis", Decimal(50)), Mark(application_id, "wawancara", Decimal(101))
    with pytest.raises(ScoreError):
        await database.write(scores.record, *marks, staff_id=officer, now=NOON)
    assert await database.read(scores.of_class, class_id) == {}


@given(st.decimals(0, 100, places=2))
def test_every_score_of_two_places_is_taken_as_it_is(value: Decimal) -> None:
    assert scores.checked(value) == value


@given(st.decimals(allow_nan=True, allow_infinity=True).filter(lambda v: not v.is_finite() or not 0 <= v <= 100))
def test_no_score_outside_of_0_to_100_is_taken(value: Decimal) -> None:
    with pytest.raises(ScoreError):
        scores.checked(value)
