"""The sheet of scores: its columns, as they are written into the template and read again. For the process for slow
work.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from locales.text import Text, _
from scheduler.cells import between, text
from scheduler.workbook import Cell, Heading, Page, workbook
from scheduler.workbook_reading import Column, Sheet, read

NUMBER, NAME = "Nomor", "Nama"
LEAST, MOST = 0, 100
# (code, name) of what is scored.
Components = tuple[tuple[str, str], ...]


def template(
    title: str, note: str, components: Components, people: Sequence[tuple[str, str, dict[str, Decimal]]]
) -> bytes:
    """A workbook with a row a person (number, name, scores so far)."""
    headings = [Heading(NUMBER, 18), Heading(NAME, 32), *(Heading(name, 16) for _code, name in components)]
    rows: list[list[Cell]] = [
        [number, name, *(known.get(code) for code, _name in components)] for number, name, known in people
    ]
    return workbook(Page(title, headings, rows, note=note))


def read_scores(content: bytes, components: Components) -> Sheet | Text:
    """The rows by number; a column of scores may be missing, but not all of them."""
    columns = [
        Column(NUMBER, text, required=True, aliases=("Nomor pendaftaran", "No. pendaftaran", "No pendaftaran")),
        Column(NAME, text, aliases=("Nama lengkap", "Nama peserta")),
        *(
            Column(name, partial(between, least=LEAST, most=MOST), aliases=(code, f"Nilai {name}"))
            for code, name in components
        ),
    ]
    sheet = read(content, columns)
    if isinstance(sheet, Sheet) and not sheet.mistakes and not any(_scores(row.values) for row in sheet.rows):
        names = ", ".join(name for _code, name in components)
        return _("The file holds no scores: nothing stands in the columns {names}.", names=names)
    return sheet


def _scores(values: dict[str, object]) -> set[str]:
    return values.keys() - {NUMBER, NAME}
