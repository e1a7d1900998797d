"""Examples: how many a property is tried with. A few in `make test`, many times as many in `make test-long`."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import settings

TIMES = int(os.environ.get("CANTING_TEST_EXAMPLES", "1"))
Test = TypeVar("Test", bound=Callable[..., Any])


def few(number: int, **more: Any) -> Callable[[Test], Test]:
    """So many in `make test`; in `make test-long`, which tries these properties again, CANTING_TEST_EXAMPLES times as
    many. `more` is Hypothesis's.
    """

    def varied(test: Test) -> Test:
        tried: Test = pytest.mark.varied(settings(max_examples=number * TIMES, deadline=None, **more)(test))
        return tried

    return varied
