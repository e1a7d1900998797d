"""Faults: met in one place, told once, and never in the way of what else is done."""

import pytest

from scheduler.faults import met


def test_what_fails_ends_quietly_and_is_told_once() -> None:
    told: list[Exception] = []
    with met(told.append) as outcome:
        raise KeyError("name")
    assert [type(fault) for fault in told] == [KeyError]
    assert outcome.fault is told[0]


def test_what_goes_well_is_not_told() -> None:
    told: list[Exception] = []
    with met(told.append) as outcome:
        pass
    assert told == []
    assert outcome.fault is None


def test_errors_that_somebody_else_can_wait_out_go_on() -> None:
    told: list[Exception] = []
    with pytest.raises(TimeoutError), met(told.append, rising=(TimeoutError,)):
        raise TimeoutError
    assert told == []


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_the_end_of_the_program_is_no_fault(ending: type[BaseException]) -> None:
    with pytest.raises(ending), met():
        raise ending
