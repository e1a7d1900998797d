"""The answers of a poll as staff type them: whatever it is, each that is kept stands on a button."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.announcing.answering import poll
from conversations.script import Answers, Misread
from tests.conversations.speaker import refusal
from tests.examples import few

FACTS = poll.Facts(1, ())
LINES = st.text(alphabet='[]",\\u1a. -\n', max_size=60)
LISTS = st.lists(st.text(alphabet='a1.- \u200b\ud800"', max_size=6), max_size=7).map(json.dumps)


def read(typed: str) -> str | Misread:
    return poll._options(typed, Answers(), FACTS)


@given(LINES | LISTS)
@few(200)
def test_what_is_kept_reads_as_itself_and_no_answer_of_it_is_empty(typed: str) -> None:
    found = read(typed)
    if isinstance(found, str):
        assert read(found) == found
        assert all(words.strip() for words in json.loads(found))


def test_a_numbered_list_is_read_without_its_numbers() -> None:
    assert read("1. Senin\n\n- Selasa") == '["Senin", "Selasa"]'


@pytest.mark.parametrize("typed", ["[" * 4000, '["", "Selasa"]', '["\\u200b", "Selasa"]', '{"a": 1}', "[1, 2]"])
def test_what_only_looks_like_what_is_kept_is_read_as_the_line_that_it_is(typed: str) -> None:
    assert "I read 1." in refusal(read(typed))
