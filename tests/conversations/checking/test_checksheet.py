"""The checksheet: whatever people are called and wherever they live, it fits below a picture, the mismatches first."""

from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from conversations.checking.checksheet import CAPTION, fitting
from conversations.context import Context
from locales.languages import SPOKEN, Languages
from locales.text import _, lines, verbatim
from simulator.html import parse

ANY = st.text(st.characters(codec="utf-8"), max_size=400)
LANGUAGES = Languages.load(ZoneInfo("Asia/Jakarta"))


def context(language: str) -> Context:
    """Only the languages are asked for."""
    house = cast("Any", SimpleNamespace(languages=LANGUAGES))
    return Context(cast("Any", None), cast("Any", None), house, 1, language)


@given(st.lists(ANY, max_size=30), st.sampled_from(sorted(SPOKEN)))
def test_as_many_lines_as_fit_are_shown_in_their_order_and_a_cut_is_marked(said: list[str], language: str) -> None:
    texts = [_("⚠️ {mismatch}", mismatch=words) for words in said]
    kept, whole = fitting(context(language), texts, CAPTION)
    shown = LANGUAGES.plain(lines(*kept), language)
    assert len(shown.encode("utf-16-le")) // 2 <= CAPTION
    assert len(parse(LANGUAGES.html(lines(*kept), language)).text) <= CAPTION
    if whole:
        assert kept == texts
    else:
        assert kept == [*texts[: len(kept) - 1], verbatim("…")]


def test_one_line_that_is_longer_than_everything_is_left_out_and_marked() -> None:
    kept, whole = fitting(context("id"), [verbatim("x" * 5000)], CAPTION)
    assert (kept, whole) == ([verbatim("…")], False)
