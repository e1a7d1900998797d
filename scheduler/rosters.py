"""Rosters on paper: what stands in each column, and the paper or the workbook made of it. For slow work."""

from dataclasses import dataclass
from datetime import date, datetime

from records.profile.papers import PaperForm
from records.rosters import Entry
from scheduler.paper import Column, Paper
from scheduler.workbook import Cell, Heading, Page, workbook

RIGHT = ("no", "days", "amount")


@dataclass(frozen=True, slots=True)
class Roster:
    """A class's paper with everything that is printed: plain words and values only, so that it can be sent to another
    process. `head` stands below the title, line by line; `closing` above the signature.
    """

    form: PaperForm
    head: tuple[str, ...]
    entries: tuple[Entry, ...]
    transport_a_day: int
    closing: tuple[str, ...]
    foot: str
    made_at: datetime


def cell(field: str, n: int, entry: Entry, transport_a_day: int) -> Cell:
    """What stands in a column of this field; None where it is left blank."""
    match field:
        case "no":
            return n
        case "number":
            return entry.number
        case "birth":
            return entry.born
        case "days":
            return entry.days_present or None
        case "amount":
            return transport_a_day * entry.days_present or None
        case "name" | "nik" | "sex" | "phone" | "address" | "certificate":
            return str(getattr(entry, field))
        case _:
            return None


def as_pdf(roster: Roster) -> bytes:
    form = roster.form
    paper = Paper(form.title, roster.foot, landscape=form.landscape, made_at=roster.made_at)
    paper.title(form.title)
    for line in roster.head:
        paper.text(line)
    paper.gap(2)
    columns = [Column(c.head, c.width, "R" if c.field in RIGHT else "L") for c in form.columns]
    paper.table(columns, [[_said(value) for value in row] for row in _rows(roster)], line_mm=form.line_mm)
    for line in roster.closing:
        paper.text(line, "R")
    return paper.to_pdf()


def as_workbook(roster: Roster) -> bytes:
    headings = [Heading(c.head, max(8, 12 * c.width)) for c in roster.form.columns]
    return workbook(Page(roster.form.title, headings, _rows(roster), note=" · ".join(roster.head)))


def _rows(roster: Roster) -> list[list[Cell]]:
    return [
        [cell(column.field, n, entry, roster.transport_a_day) for column in roster.form.columns]
        for n, entry in enumerate(roster.entries, 1)
    ]


def _said(value: Cell) -> str:
    """As it is printed: amounts with dots, dates with slashes."""
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
