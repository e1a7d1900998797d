"""Requirements: ages in completed years, rules as data."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.requirements import Requirements, age_on

days = st.dates(date(1930, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 7, 1), date(2026, 6, 30), 17),
        (date(2008, 7, 1), date(2026, 7, 1), 18),
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),  # no 29th this year: the day before March
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2007, 12, 31), date(2026, 1, 1), 18),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_an_age_is_completed_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@given(born=days, day=days)
def test_an_age_agrees_with_counting_birthdays(born: date, day: date) -> None:
    def birthday(year: int) -> date:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return date(year, 2, 28) if (born.month, born.day) == (2, 29) and not leap else born.replace(year=year)

    if born <= day:
        assert age_on(born, day) == sum(birthday(year) <= day for year in range(born.year + 1, day.year + 1))


@given(born=days, day=days)
def test_nobody_grows_younger(born: date, day: date) -> None:
    if born <= day:
        assert age_on(born, day) <= age_on(born, day + timedelta(days=1)) <= age_on(born, day) + 1


@given(st.builds(Requirements, st.booleans(), st.integers(0, 99), st.none() | st.integers(0, 99)))
def test_rules_survive_being_written_down(rules: Requirements) -> None:
    assert Requirements.from_json(rules.to_json()) == rules


def test_a_rule_that_is_not_written_down_has_its_usual_value() -> None:
    assert Requirements.from_json("{}") == Requirements(residents_only=True, minimum_age=18, maximum_age=None)
