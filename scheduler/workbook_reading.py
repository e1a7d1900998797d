"""Reading workbooks that people filled in: columns by their heads, each with a reader; every mistake by its row.

Columns may be moved, hidden or added, blank rows left, a note put above. A sheet with any mistake is for nothing but
telling all of them; see `marked`. For the process for slow work.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from locales.text import Text, _
from scheduler.cells import Raw, is_blank
from scheduler.workbook_file import UnreadableError, opened

MOST_ROWS, MOST_COLUMNS, HEAD_ROWS = 5_000, 200, 12
COLUMN_OF_MISTAKES = "Kesalahan"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head. `reader` makes a value of a cell, or says what is wrong with it; what is blank is None.

    A `required` column must be there, and a cell of it filled. No two rows have the same value in a `unique` one.
    `aliases` are heads by which it is known too.
    """

    name: str
    reader: Callable[[Raw], Any]
    required: bool = False
    unique: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number in the sheet, and what was understood, by column."""

    number: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a row, and in which column."""

    row: int
    column: str
    why: Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read of which sheet; only without mistakes may anything be made of the rows."""

    name: str
    rows: tuple[Row, ...]
    mistakes: tuple[Mistake, ...]


def read(content: bytes, columns: Sequence[Column]) -> Sheet | Text:
    """The sheet that has the columns; a Text where the file as a whole cannot be used."""
    try:
        return _read(opened(content), columns)
    except UnreadableError as unreadable:
        return unreadable.text


def _read(book: Any, columns: Sequence[Column]) -> Sheet:
    for sheet in book.worksheets:
        found = _heads(sheet, columns)
        if found is not None:
            head_row, places = found
            return _rows(sheet, head_row, places, columns)
    wanted = ", ".join(column.name for column in columns if column.required)
    raise UnreadableError(_("No sheet of this file has the columns {wanted}. Please use the template.", wanted=wanted))


def plain(head: Any) -> str:
    """A head as it is compared: small letters, single spaces, without signs at its ends."""
    return " ".join(str(head or "").casefold().split()).strip(" .:*()")


def _heads(sheet: Any, columns: Sequence[Column]) -> tuple[int, dict[str, int]] | None:
    """The row of the heads and where each column stands; None where this is another sheet."""
    last = min(sheet.max_column or 1, MOST_COLUMNS)
    for row in range(1, min(sheet.max_row or 1, HEAD_ROWS) + 1):
        heads = [plain(sheet.cell(row, at).value) for at in range(1, last + 1)]
        places: dict[str, int] = {}
        for column in columns:
            names = [plain(name) for name in (column.name, *column.aliases)]
            at = [place for place, head in enumerate(heads, 1) if head in names]
            if len(at) > 1:
                raise UnreadableError(_("The column “{name}” is there twice. Please remove one.", name=column.name))
            if at:
                places[column.name] = at[0]
        if all(column.name in places for column in columns if column.required):
            return row, places
    return None


def _rows(sheet: Any, head_row: int, places: dict[str, int], columns: Sequence[Column]) -> Sheet:
    if (sheet.max_row or 0) - head_row > MOST_ROWS:
        raise UnreadableError(_("The sheet has more than {most} rows. Please send it in parts.", most=MOST_ROWS))
    known = [column for column in columns if column.name in places]
    rows: list[Row] = []
    mistakes = list(_merged(sheet, head_row, places))
    for number in range(head_row + 1, (sheet.max_row or 0) + 1):
        cells = {column.name: sheet.cell(number, places[column.name]) for column in known}
        if all(is_blank(cell.value) for cell in cells.values()):
            continue
        row, wrong = _row(number, cells, known)
        rows.append(row)
        mistakes += wrong
    mistakes += _twice(rows, known)
    order = {column.name: at for at, column in enumerate(columns)}
    return Sheet(sheet.title, tuple(rows), tuple(sorted(mistakes, key=lambda m: (m.row, order.get(m.column, 99)))))


def _row(number: int, cells: dict[str, Any], columns: Sequence[Column]) -> tuple[Row, list[Mistake]]:
    values: dict[str, Any] = {}
    wrong: list[Mistake] = []
    for column in columns:
        value = _value(cells[column.name], column)
        if isinstance(value, Text):
            wrong.append(Mistake(number, column.name, value))
        elif value is not None:
            values[column.name] = value
    return Row(number, values), wrong


def _value(cell: Any, column: Column) -> Any:
    if is_blank(cell.value):
        return _("This cell is empty.") if column.required else None
    if cell.data_type == "f":
        return _("This is a formula. Paste it as a value.")
    if cell.data_type == "e":
        return _("This cell shows an error ({error}).", error=str(cell.value)[:20])
    return column.reader(cell.value)


def _merged(sheet: Any, head_row: int, places: dict[str, int]) -> Iterator[Mistake]:
    """What was merged stands in one cell and is missing in the others."""
    names = {at: name for name, at in places.items()}
    for merged in sheet.merged_cells.ranges:
        touched = [names[at] for at in range(merged.min_col, merged.max_col + 1) if at in names]
        if merged.max_row > head_row and touched:
            row = max(merged.min_row, head_row + 1)
            yield Mistake(row, touched[0], _("Cells are merged here ({where}). Please split them.", where=str(merged)))


def _twice(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Mistake]:
    for column in columns:
        seen: dict[Any, int] = {}
        for row in rows:
            value = row.values.get(column.name) if column.unique else None
            if value is None:
                continue
            if value in seen:
                yield Mistake(row.number, column.name, _("The same stands in row {row} already.", row=seen[value]))
            seen.setdefault(value, row.number)


def marked(content: bytes, sheet_name: str, said: dict[int, str]) -> bytes:
    """The same file with a column that says by row what is wrong; one of an earlier try is emptied first."""
    from openpyxl.styles import Alignment, Font

    book = opened(content)
    sheet = book[sheet_name]
    at, head_row = _place_for_mistakes(sheet, min(said, default=2))
    for row in range(head_row + 1, (sheet.max_row or 0) + 1):
        if row not in said and not is_blank(sheet.cell(row, at).value):
            sheet.cell(row, at).value = None
    for row, what in {head_row: COLUMN_OF_MISTAKES, **said}.items():
        cell = sheet.cell(row, at)
        cell.value, cell.data_type = what, "s"
        cell.font, cell.alignment = Font(bold=row == head_row, color="B00020"), Alignment(wrap_text=True)
    sheet.column_dimensions[sheet.cell(head_row, at).column_letter].width = 60
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _place_for_mistakes(sheet: Any, first: int) -> tuple[int, int]:
    """The column and the row of its head: where it stands already, or right of all heads."""
    last = min(sheet.max_column or 1, MOST_COLUMNS)
    for row in range(1, min(first, HEAD_ROWS + 1)):
        for at in range(1, last + 1):
            if plain(sheet.cell(row, at).value) == plain(COLUMN_OF_MISTAKES):
                return at, row
    filled = {row: sum(not is_blank(sheet.cell(row, at).value) for at in range(1, last + 1)) for row in range(1, first)}
    return last + 1, max(filled, key=lambda row: filled[row], default=1)
