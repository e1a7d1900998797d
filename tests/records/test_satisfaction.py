"""Satisfaction: the index of the regulation, and answers that nothing links to a person."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import satisfaction
from records.database import Database
from records.satisfaction import ELEMENTS, SHOWN_FROM, Category, SurveyCount, category, weighted
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

ANSWERS = st.lists(st.lists(st.integers(1, 4), min_size=ELEMENTS, max_size=ELEMENTS), min_size=SHOWN_FROM, max_size=40)


def _counted(answers: list[list[int]]) -> dict[tuple[int, int], int]:
    counts: dict[tuple[int, int], int] = {}
    for values in answers:
        for element, value in enumerate(values, 1):
            counts[element, value] = counts.get((element, value), 0) + 1
    return counts


def test_all_fours_are_one_hundred_and_all_ones_are_twenty_five() -> None:
    best, worst = weighted(_counted([[4] * ELEMENTS] * 5)), weighted(_counted([[1] * ELEMENTS] * 5))
    assert best is not None
    assert worst is not None
    assert (best.index, best.category) == (100.0, Category.A)
    assert (worst.index, worst.category) == (25.0, Category.D)


def test_the_example_worked_by_hand() -> None:
    """Five answers: eight elements all 3, the ninth 1, 2, 3, 4, 4, which is 2.8 on average."""
    found = weighted(_counted([[3] * 8 + [ninth] for ninth in (1, 2, 3, 4, 4)]))
    assert found is not None
    assert [round(average, 2) for average in found.elements] == [3.0] * 8 + [2.8]
    assert round(found.index, 2) == round(25 * (8 * 3 + 2.8) / 9, 2) == 74.44
    assert found.category is Category.C


def test_the_bounds_are_those_of_the_regulation() -> None:
    by_index = {100: "A", 88.31: "A", 88.30: "B", 76.61: "B", 76.60: "C", 65.00: "C", 64.99: "D", 25: "D"}
    assert {index: category(index).value for index in by_index} == by_index


@given(ANSWERS)
def test_the_index_is_the_mean_of_all_values_times_25(answers: list[list[int]]) -> None:
    found = weighted(_counted(answers))
    assert found is not None
    assert found.answers == len(answers)
    mean = sum(map(sum, answers)) / (len(answers) * ELEMENTS)
    assert abs(found.index - 25 * mean) < 1e-9
    assert 25 <= found.index <= 100


def test_fewer_than_five_answers_show_no_index() -> None:
    assert weighted(_counted([[4] * ELEMENTS] * 4)) is None
    assert weighted({}) is None


DAYS = 14
TODAY = NOON.date()
CLOSING, OVER = TODAY + timedelta(days=DAYS), TODAY + timedelta(days=DAYS + 1)


async def test_an_invitation_counts_once_and_the_counts_name_nobody(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, list[int]]:
        town = Town(session, vault)
        a_class = town.a_class()
        ids = [town.graduate(a_class).id for _ in range(5)]
        for enrolment_id in ids:
            satisfaction.invite(session, enrolment_id, a_class.id, TODAY, DAYS)
        return a_class.id, ids

    class_id, ids = await database.write(scene)
    for n, enrolment_id in enumerate(ids, 1):
        values = [1 + n % 4] * ELEMENTS
        assert await database.write(satisfaction.answer, enrolment_id, class_id, values, TODAY)
        assert not await database.write(satisfaction.answer, enrolment_id, class_id, values, TODAY)
    found = await database.read(satisfaction.of_class, class_id, OVER)
    assert found is not None
    assert found.answers == 5
    rows = await database.read(lambda session: session.scalars(select(SurveyCount)).all())
    assert {column.name for column in SurveyCount.__table__.columns} == {
        "class_id",
        "wave",
        "element",
        "value",
        "count",
    }
    assert sum(row.count for row in rows) == 5 * ELEMENTS


def _six_are_asked(session: Session, vault: Vault) -> tuple[int, list[int]]:
    town = Town(session, vault)
    a_class = town.a_class()
    ids = [town.graduate(a_class).id for _ in range(6)]
    assert all(satisfaction.invite(session, one, a_class.id, TODAY, DAYS) for one in ids)
    return a_class.id, ids


async def test_nothing_is_shown_while_somebody_may_still_answer_and_it_never_changes_once_shown(
    database: Database, vault: Vault
) -> None:
    """Whoever compares the index of five answers with that of six knows the sixth."""
    class_id, ids = await database.write(_six_are_asked, vault)
    for enrolment_id in ids[:5]:
        assert await database.write(satisfaction.answer, enrolment_id, class_id, [4] * ELEMENTS, TODAY)
    for day in (TODAY, CLOSING):
        assert await database.read(satisfaction.of_class, class_id, day) is None
    assert await database.read(satisfaction.is_open, ids[5], CLOSING)
    shown = await database.read(satisfaction.of_class, class_id, OVER)
    assert shown is not None
    assert not await database.read(satisfaction.is_open, ids[5], OVER)
    assert not await database.write(satisfaction.answer, ids[5], class_id, [1] * ELEMENTS, OVER)
    assert await database.read(satisfaction.of_class, class_id, OVER) == shown


async def test_whoever_ends_later_answers_within_the_days_of_her_class_or_is_not_asked(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> tuple[int, bool, bool]:
        town = Town(session, vault)
        a_class = town.a_class()
        first, later, too_late = (town.graduate(a_class).id for _ in range(3))
        assert satisfaction.invite(session, first, a_class.id, TODAY, DAYS)
        asked = satisfaction.invite(session, later, a_class.id, CLOSING, DAYS)
        return a_class.id, asked, satisfaction.invite(session, too_late, a_class.id, OVER, DAYS)

    class_id, asked, asked_too_late = await database.write(scene)
    assert (asked, asked_too_late) == (True, False)
    assert await database.read(satisfaction.closing, class_id) == CLOSING
