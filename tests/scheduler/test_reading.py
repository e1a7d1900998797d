"""Reading workbooks: what people's files really hold, and what no file may do to us."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from conversations import readers
from locales.text import Text
from scheduler import cells
from scheduler.score_sheet import NAME, NUMBER, read_scores, template
from scheduler.workbook import Heading, Page, workbook
from scheduler.workbook_reading import COLUMN_OF_MISTAKES, Column, Sheet, marked, read

COMPONENTS = (("tertulis", "Tes tertulis"), ("wawancara", "Wawancara"))
WORDS = (Column("Kode", cells.text, required=True, unique=True), Column("Kata", cells.text))


def made(*rows: tuple[Any, ...], sheet: str = "Nilai") -> tuple[Workbook, Worksheet]:
    """A workbook as somebody would fill it in."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = sheet
    for row in rows:
        page.append(row)
    return book, page


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def scores_of(*rows: tuple[Any, ...]) -> Sheet:
    found = read_scores(saved(made((NUMBER, NAME, "Tes tertulis", "Wawancara"), *rows)[0]), COMPONENTS)
    assert isinstance(found, Sheet)
    return found


def refused(content: bytes) -> str:
    found = read_scores(content, COMPONENTS)
    assert isinstance(found, Text)
    return found.msgid


def why(sheet: Sheet) -> list[tuple[int, str, str]]:
    return [(mistake.row, mistake.column, mistake.why.msgid) for mistake in sheet.mistakes]


def test_a_template_that_is_filled_in_reads_back() -> None:
    content = template("Menjahit", "Isi nilai", COMPONENTS, [("B4-0001", "=Siti", {"tertulis": Decimal("78.5")})])
    found = read_scores(content, COMPONENTS)
    assert isinstance(found, Sheet)
    (row,) = found.rows
    assert row.values == {NUMBER: "B4-0001", NAME: "=Siti", "Tes tertulis": Decimal("78.50")}
    assert found.mistakes == ()


@pytest.mark.parametrize("typed", ["78,5", "78.5", 78.5, " 78,50 ", "'78,5".strip("'")])
def test_a_decimal_comma_is_a_decimal_point(typed: Any) -> None:
    (row,) = scores_of(("B4-0001", "Siti", typed)).rows
    assert row.values["Tes tertulis"] == Decimal("78.5")


@pytest.mark.parametrize(
    "typed",
    ["11 April 2019", "11/04/2019", "11-4-2019", "2019-04-11", date(2019, 4, 11), datetime(2019, 4, 11, 8)],  # noqa: DTZ001
)
def test_a_day_is_understood_as_words_and_as_a_date(typed: Any) -> None:
    assert cells.day(typed) == date(2019, 4, 11)


def test_a_nik_that_excel_has_rounded_is_explained_and_not_guessed() -> None:
    assert cells.nik("3375 0157 0899 0001") == "3375015708990001"
    for damaged in (3375015708990001, 3.375015708990001e15, "3,37502E+15"):
        found = cells.nik(damaged)
        assert isinstance(found, Text)
        assert "15 digits" in found.msgid
    assert isinstance(cells.nik("337501570899000"), Text)


@pytest.mark.parametrize("typed", ["0812 3456 7890", "081234567890", 81234567890, 6281234567890, "+62 812-3456-7890"])
def test_a_phone_number_gets_its_zero_back(typed: Any) -> None:
    assert cells.phone(typed) == "+6281234567890"


def test_columns_may_be_moved_renamed_added_and_hidden_rows_left_blank_and_a_note_put_above() -> None:
    book, page = made(
        ("Catatan: kelas pagi",),
        (),
        ("Wawancara", "Catatan", "NILAI TES TERTULIS:", "No. Pendaftaran", "nama"),
        (80, "baik", "77,25", "B4-0002", "Budi"),
        (None, None, None, None, None),
        (None, None, 60, "B4-0001", "Siti"),
    )
    page.column_dimensions["C"].hidden = True
    page.row_dimensions[6].hidden = True
    found = read_scores(saved(book), COMPONENTS)
    assert isinstance(found, Sheet)
    assert found.mistakes == ()
    assert [(row.number, row.values[NUMBER], row.values["Tes tertulis"]) for row in found.rows] == [
        (4, "B4-0002", Decimal("77.25")),
        (6, "B4-0001", Decimal(60)),
    ]


def test_the_right_sheet_is_found_among_others() -> None:
    book, page = made(("Apa saja",), sheet="Lain")
    second = book.create_sheet("Nilai asli")
    second.append((NUMBER, "Tes tertulis"))
    second.append(("B4-0001", 50))
    found = read_scores(saved(book), COMPONENTS)
    assert isinstance(found, Sheet)
    assert (found.name, page.title) == ("Nilai asli", "Lain")


def test_every_mistake_of_every_row_is_told() -> None:
    book, page = made(
        (NUMBER, NAME, "Tes tertulis", "Wawancara"),
        ("B4-0001", "Siti", 101, -1),
        ("B4-0002", "Budi", "delapan", 77.777),
        ("B4-0003", "Ani", datetime(2026, 5, 7), "=1+1"),  # noqa: DTZ001
        (None, "Joko", 60, None),
        ("B4-0005", "Rina", "#REF!", True),
    )
    page.merge_cells("C7:D7")
    page["C7"] = 50
    found = read_scores(saved(book), COMPONENTS)
    assert isinstance(found, Sheet)
    assert why(found) == [
        (2, "Tes tertulis", "{typed} is not between {least} and {most}."),
        (2, "Wawancara", "{typed} is not between {least} and {most}."),
        (3, "Tes tertulis", "“{typed}” is not a number."),
        (3, "Wawancara", "{typed} has more than {places} places behind the comma."),
        (4, "Tes tertulis", cells.decimal(date(2026, 5, 7)).msgid),  # type: ignore[union-attr]
        (4, "Wawancara", "This is a formula. Paste it as a value."),
        (5, NUMBER, "This cell is empty."),
        (6, "Tes tertulis", "This cell shows an error ({error})."),
        (6, "Wawancara", "This is not a number."),
        (7, NUMBER, "This cell is empty."),
        (7, "Tes tertulis", "Cells are merged here ({where}). Please split them."),
    ]


def test_the_same_in_a_unique_column_is_told_with_the_row_of_the_first() -> None:
    found = read(saved(made(("Kode", "Kata"), ("a", "x"), ("b", "y"), ("a", "z"))[0]), WORDS)
    assert isinstance(found, Sheet)
    assert [(m.row, m.why.values["row"]) for m in found.mistakes] == [(4, 2)]


def test_what_is_no_workbook_gets_a_sentence_that_says_what_to_do() -> None:
    xls = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    assert "(.xls)" in refused(xls)
    assert "password" in refused(xls + "EncryptedPackage".encode("utf-16-le"))
    assert "CSV" in refused(b"Nomor;Nilai\nB4-0001;78,5\n")
    assert "not an Excel file" in refused(b"%PDF-1.7 something")
    assert "not an Excel file" in refused(b"")
    assert "too big" in refused(b"PK" + bytes(5_000_001))
    assert "has the columns" in refused(saved(made(("Apa", "Itu"), ("a", "b"))[0]))
    assert "there twice" in refused(saved(made((NUMBER, "Nomor", "Tes tertulis"), ("a", "b", 1))[0]))
    assert "holds no scores" in refused(saved(made((NUMBER, NAME, "Tes tertulis"), ("B4-0001", "Siti", None))[0]))


def packed(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made_of:
        for name, content in parts.items():
            made_of.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def test_a_bomb_a_word_file_a_binary_one_and_a_torn_one_are_refused() -> None:
    bomb = packed(xl__workbook_dot_xml=b"<workbook/>", xl__big_dot_xml=bytes(61_000_000))
    assert len(bomb) < 100_000
    assert "unpacks to far too much" in refused(bomb)
    assert "not an Excel file" in refused(packed(word__document_dot_xml=b"<w/>"))
    assert ".xlsb" in refused(packed(xl__workbook_dot_bin=b"x"))
    assert "damaged" in refused(packed(xl__workbook_dot_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'))
    whole = saved(made((NUMBER, "Tes tertulis"), ("B4-0001", 1))[0])
    assert refused(whole[: len(whole) // 2])


def test_too_many_rows_are_refused() -> None:
    book, page = made((NUMBER, "Tes tertulis"), ("B4-0001", 1))
    page.cell(100_000, 1).value = "B4-0002"
    assert "more than {most} rows" in refused(saved(book))


def test_the_file_comes_back_with_a_column_of_mistakes_and_is_otherwise_as_it_was() -> None:
    content = workbook(
        Page("Nilai", [Heading(NUMBER), Heading("Tes tertulis")], [["=B4", 1], ["B4-0002", 2]], note="Isi")
    )
    back = marked(content, "Nilai", {4: "Nomor: tidak ada", 5: "=jangan"})
    page = load_workbook(BytesIO(back))["Nilai"]
    assert [page.cell(row, 3).value for row in (3, 4, 5)] == [
        COLUMN_OF_MISTAKES,
        "Nomor: tidak ada",
        "=jangan",
    ]
    assert page["C5"].data_type == page["A4"].data_type == "s"
    assert page["A4"].value == "=B4"
    again = load_workbook(BytesIO(marked(back, "Nilai", {5: "satu saja"})))["Nilai"]
    assert [again.cell(row, 3).value for row in (3, 4, 5)] == [COLUMN_OF_MISTAKES, None, "satu saja"]
    assert again.max_column == 3


sign = st.sampled_from("=+-@")
printable = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=60
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(sign, printable), min_size=1, max_size=8))
def test_words_that_begin_with_a_sign_stay_words_there_and_back(typed: list[tuple[str, str]]) -> None:
    rows = [[f"k{n}", begins + rest] for n, (begins, rest) in enumerate(typed)]
    found = read(workbook(Page("Kata", [Heading("Kode"), Heading("Kata")], rows)), WORDS)
    assert isinstance(found, Sheet)
    assert found.mistakes == ()
    assert [row.values["Kata"] for row in found.rows] == [readers.clean(words) for _code, words in rows]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.integers(1, 9999), st.decimals(0, 100, places=2), min_size=1, max_size=30), st.booleans())
def test_every_score_is_read_as_it_was_written(given_scores: dict[int, Decimal], as_words: bool) -> None:
    rows = [
        [f"B4-{number:04}", "Siti", str(score).replace(".", ",") if as_words else score]
        for number, score in given_scores.items()
    ]
    content = workbook(Page("Nilai", [Heading(NUMBER), Heading(NAME), Heading("Tes tertulis")], rows))
    found = read_scores(content, COMPONENTS)
    assert isinstance(found, Sheet)
    assert found.mistakes == ()
    assert [row.values["Tes tertulis"] for row in found.rows] == list(given_scores.values())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda more: b"PK\x03\x04" + more))
def test_no_bytes_whatever_break_the_reading(content: bytes) -> None:
    assert isinstance(read_scores(content, COMPONENTS), Text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=4))
def test_a_file_that_was_damaged_anywhere_is_read_or_refused(damages: list[tuple[float, int]]) -> None:
    """As a bad line or card damages it: the packing itself, what it says of itself, or what is packed."""
    content = bytearray(template("Menjahit", "Isi", COMPONENTS, [("B4-0001", "Warga", {})]))
    for place, change in damages:
        content[int(place * len(content))] ^= change
    assert isinstance(read_scores(bytes(content), COMPONENTS), Sheet | Text)


def test_160_scores_are_read() -> None:
    content = template(
        "Menjahit", "Isi", COMPONENTS, [(f"B4-{n:04}", f"Warga {n}", {"tertulis": Decimal(70)}) for n in range(160)]
    )
    found = read_scores(content, COMPONENTS)
    assert isinstance(found, Sheet)
    assert len(found.rows) == 160
