"""Workbooks: what is written is what is read back, and nothing becomes a formula."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from scheduler.workbook import Heading, Page, TooLongError, workbook

TYPED = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def _read(content: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))


@pytest.mark.parametrize("words", ["=1+1", "+62812", "-5", "@SUM(A1)", "=HYPERLINK(1)", "0812", "3375015708999901"])
def test_what_looks_like_a_formula_or_a_number_stays_text(words: str) -> None:
    content = workbook(Page("Data", (Heading("Isi"),), [(words,)]))
    cell = load_workbook(BytesIO(content)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (words, "s", "@")
    with ZipFile(BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@given(st.lists(st.tuples(TYPED, TYPED), max_size=5))
def test_every_word_comes_back_as_it_was_typed(rows: list[tuple[str, str]]) -> None:
    content = workbook(Page("Data", (Heading("A"), Heading("B")), rows))
    assert _read(content) == [("A", "B"), *rows]


def test_numbers_and_dates_stay_numbers_and_dates() -> None:
    rows = [(1, Decimal("78.5"), date(2026, 10, 6), datetime(2026, 10, 6, 3, 0, tzinfo=UTC), None)]
    content = workbook(Page("Data", tuple(Heading(h) for h in "ABCDE"), rows))
    number, value, day, moment, nothing = _read(content)[1]
    assert (number, value, nothing) == (1, 78.5, None)
    assert (day.date(), moment) == (date(2026, 10, 6), datetime(2026, 10, 6, 3, 0))  # noqa: DTZ001  Excel has no zones


def test_a_note_stands_above_the_heads() -> None:
    content = workbook(Page("A/B: [contoh]", (Heading("Nomor"),), [("B4-0001",)], note="Isi kolom nilai"))
    assert _read(content) == [("Isi kolom nilai",), (None,), ("Nomor",), ("B4-0001",)]
    assert load_workbook(BytesIO(content)).sheetnames == ["AB contoh"]


def test_letters_that_no_workbook_can_hold_are_left_out() -> None:
    assert _read(workbook(Page("Data", (Heading("A"),), [("a\x00b\x07c",)])))[1] == ("abc",)


def test_spaces_at_the_ends_and_line_breaks_are_kept() -> None:
    words = "  dua baris\nakhir  "
    assert _read(workbook(Page("Data", (Heading("A"),), [(words,)])))[1] == (words,)


def test_more_rows_than_excel_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.workbook.MOST_ROWS", 3)
    assert len(_read(workbook(Page("Data", (Heading("A"),), [(1,), (2,)])))) == 3
    with pytest.raises(TooLongError):
        workbook(Page("Data", (Heading("A"),), [(1,), (2,), (3,)]))


def test_a_long_list_is_written_as_it_is_read_and_is_never_held_whole() -> None:
    read, most = 0, 0

    def rows() -> Iterator[tuple[str, int]]:
        nonlocal read, most
        for n in range(5_000):
            read += 1
            yield f"person-{n % 100:012}", n % 100
            most = max(most, tracemalloc.get_traced_memory()[0])

    workbook(Page("Data", (Heading("A"),), [("what is loaded at the first time is not of the list",)]))
    tracemalloc.start()
    content = workbook(Page("Data", (Heading("A"), Heading("B")), rows()))
    tracemalloc.stop()
    assert read == 5_000
    assert most < 600_000
    assert _read(content)[-1] == (f"person-{99:012}", 99)


def test_several_sheets_each_have_their_name_head_and_width() -> None:
    pages = (Page("Satu & <dua>", (Heading("A", 30),), [(1,)]), Page("Tiga", (Heading("B"),), [(2,)], note="catatan"))
    made = load_workbook(BytesIO(workbook(*pages)))
    assert made.sheetnames == ["Satu & <dua>", "Tiga"]
    assert made["Satu & <dua>"].column_dimensions["A"].width == 30
    assert made["Satu & <dua>"].freeze_panes == "A2"
    assert made["Tiga"].freeze_panes == "A4"
    assert made["Tiga"]["A3"].font.b
