"""The sentence that is told on: short enough to copy, with every number, whatever the magnitudes and the names."""

import re
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.reporting.quote import LONGEST, quote, shortage
from locales.languages import Languages
from locales.text import Text, verbatim
from records.indicators import Figure

DAY = date(2026, 9, 30)
THE_2019_CASE = Figure(800, 400, 400, 224, 224)


def _figure(drawn: list[int]) -> Figure:
    working, answered, reached, graduates = sorted(drawn)
    return Figure(graduates, reached, answered, working, 0)


FIGURES = st.lists(st.integers(0, 10_000_000), min_size=4, max_size=4).map(_figure)
NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=300)


@cache
def _languages() -> Languages:
    return Languages.load(ZoneInfo("Asia/Jakarta"))


def _say(languages: Languages, language: str, text: Text) -> str:
    return languages.plain(text, language)


@settings(deadline=None)
@given(FIGURES, NAMES, st.sampled_from((1, 6, 12, 24)), st.sampled_from(("id", "en")))
def test_it_can_be_copied_whole_and_lacks_no_number(figure: Figure, name: str, wave: int, language: str) -> None:
    languages = _languages()
    said = quote(lambda text: _say(languages, language, text), figure, verbatim(name), wave, DAY)
    assert len(said) <= LONGEST
    if figure.graduates:
        told = {int(number) for number in re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3})", "", said))}
        assert {figure.graduates, figure.reached, figure.answered, figure.working, wave} <= told


def test_the_2019_figure_is_told_with_all_that_makes_it_honest() -> None:
    languages = _languages()
    said = quote(lambda text: _say(languages, "id", text), THE_2019_CASE, verbatim("Angkatan 2019"), 6, DAY)
    assert said == (
        "Angkatan 2019, bulan ke-6 (30 September 2026): 56% dari yang menjawab bekerja. "
        "Dari 800 lulusan, 400 terjangkau, 400 menjawab, 224 bekerja; dari semua antara 28% dan 78%."
    )
    assert shortage(THE_2019_CASE, 0) is None


def test_below_half_there_is_no_percentage_but_how_many_to_phone() -> None:
    languages = _languages()
    few = Figure(98, 60, 37, 20, 20)
    said = quote(lambda text: _say(languages, "id", text), few, verbatim("Angkatan III"), 6, DAY)
    assert "penjawab terlalu sedikit untuk persentase" in said
    told, nobody = shortage(few, 61), shortage(few, 0)
    assert told is not None
    assert nobody is not None
    assert languages.plain(told, "id") == "Baru 38% menjawab; 61 orang perlu ditelepon."
    assert languages.plain(nobody, "id").startswith("Baru 38% menjawab. Sekarang tidak ada yang perlu ditelepon:")


def test_a_long_name_is_cut_off_where_the_numbers_begin() -> None:
    languages = _languages()
    said = quote(lambda text: _say(languages, "id", text), THE_2019_CASE, verbatim("Angkatan " * 40), 6, DAY)
    assert "…, bulan ke-6" in said
    assert LONGEST - 2 <= len(said) <= LONGEST
