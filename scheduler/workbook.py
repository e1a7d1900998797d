"""Workbooks: rows as Excel (xlsx). For the process for slow work.

What people typed stays what they typed: a cell that begins with = + - or @ is text, and so are NIKs, phone numbers and
registration numbers, which Excel would otherwise round or strip of zeros.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

Cell = str | int | float | Decimal | date | datetime | None
TEXT, DAY, MOMENT = "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
LONGEST_NAME = 31
LONGEST_CELL = 32_767
# What Excel's own file format cannot hold.
UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))


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


def workbook(*pages: Page) -> bytes:
    """An xlsx with a sheet a page. Rows are written as they come, so that long lists need no memory."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    for page in pages:
        _sheet(made, page)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _sheet(made: Any, page: Page) -> None:
    from openpyxl.utils import get_column_letter

    sheet = made.create_sheet(_name(page.name))
    head_row = 3 if page.note else 1
    sheet.freeze_panes = f"A{head_row + 1}"
    for at, heading in enumerate(page.headings, 1):
        sheet.column_dimensions[get_column_letter(at)].width = heading.width
    if page.note:
        sheet.append([_cell(sheet, page.note)])
        sheet.append([])
    sheet.append([_head(sheet, heading.head) for heading in page.headings])
    for row in page.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _name(words: str) -> str:
    """A sheet's name as Excel takes it."""
    return "".join(letter for letter in words if letter not in "[]:*?/\\'")[:LONGEST_NAME] or "Data"


def _head(sheet: Any, words: str) -> Any:
    from openpyxl.styles import Font, PatternFill

    cell = _cell(sheet, words)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color="EEF0F3")
    return cell


def _cell(sheet: Any, value: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value.translate(UNPRINTABLE)[:LONGEST_CELL])
        cell.data_type, cell.number_format = "s", TEXT
        return cell
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, value.replace(tzinfo=None))
        cell.number_format = MOMENT
        return cell
    kept: Any = value  # the stubs do not know that dates and decimals are taken too
    cell = WriteOnlyCell(sheet, kept)
    if isinstance(value, date):
        cell.number_format = DAY
    return cell
