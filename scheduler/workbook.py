"""Workbooks: rows as Excel (xlsx). For the process for slow work.

What people typed stays what they typed: a cell that begins with = + - or @ is text, and so are NIKs, phone numbers and
registration numbers, which Excel would otherwise round or strip of zeros. The XML is our own
(docs/decisions/0012-own-xlsx-writer.md): a list of 100,000 records takes seconds and no memory to speak of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from scheduler import workbook_parts as parts

Cell = str | int | float | Decimal | date | datetime | None
LONGEST_NAME = 31
LONGEST_CELL = 32_767
# What Excel takes on a sheet.
MOST_ROWS = 1_048_576
# Quick rather than small: half the time for a tenth more bytes.
COMPRESSION = 4
AT_ONCE = 500
# What XML cannot hold.
UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"} | UNPRINTABLE)
# Excel counts days from here.
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  Excel has no zones


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its head, and its width in characters."""

    head: str
    width: float = 16


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook: a name, columns, rows; `note` stands above the heads."""

    name: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Cell]]
    note: str = ""


class TooLongError(Exception):
    """More rows than a sheet of Excel has: fewer must be asked for."""


def workbook(*pages: Page) -> bytes:
    """An xlsx with a sheet a page. Rows are written as they come, so that long lists need no memory."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=COMPRESSION) as packed:
        for name, content in parts.around([_name(page.name) for page in pages]):
            packed.writestr(name, content)
        for n, page in enumerate(pages, 1):
            _sheet(packed, n, page)
    return out.getvalue()


def _sheet(packed: ZipFile, n: int, page: Page) -> None:
    head_row = 3 if page.note else 1
    with packed.open(parts.sheet_name(n), "w", force_zip64=True) as out:
        out.write(parts.sheet_begins([heading.width for heading in page.headings], head_row, is_first=n == 1).encode())
        if page.note:
            out.write(f"{_row((page.note,))}<row/>".encode())
        heads = "".join(_words(heading.head, parts.HEAD) for heading in page.headings)
        out.write(f"<row>{heads}</row>".encode())
        written = head_row
        for some in _some(page.rows):
            written += len(some)
            if written > MOST_ROWS:
                raise TooLongError
            out.write("".join(map(_row, some)).encode())
        out.write(parts.SHEET_ENDS.encode())


def _some(rows: Iterable[Sequence[Cell]]) -> Iterable[list[Sequence[Cell]]]:
    """A few hundred at a time: a call of the compressor costs as much as a row."""
    some: list[Sequence[Cell]] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    yield some


def _name(words: str) -> str:
    """A sheet's name as Excel takes it."""
    return "".join(letter for letter in words if letter not in "[]:*?/\\'")[:LONGEST_NAME] or "Data"


def _row(values: Sequence[Cell]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


@lru_cache(maxsize=8192, typed=True)
def _cell(value: Cell) -> str:
    """Codes, names of trades and days come again in every row."""
    match value:
        case str():
            return _words(value, parts.TEXT)
        case None:
            return "<c/>"
        case datetime():
            past = value.replace(tzinfo=None) - DAY_ZERO
            return f'<c s="{parts.MOMENT}"><v>{past.total_seconds() / 86_400!r}</v></c>'
        case date():
            return f'<c s="{parts.DAY}"><v>{value.toordinal() - DAY_ZERO.toordinal()}</v></c>'
        case Decimal():
            return f"<c><v>{value:f}</v></c>"
        case _:
            return f"<c><v>{value!r}</v></c>"


def _words(words: str, style: int) -> str:
    """Spaces at the ends and line breaks are kept."""
    said = words[:LONGEST_CELL].translate(ESCAPES)
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{said}</t></is></c>'
