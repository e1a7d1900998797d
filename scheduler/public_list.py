"""The public list of a selection, made to be pinned to the notice board: registration numbers, no names.

For each class those selected, by number, and the reserves in their order. For the process for slow work.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from scheduler.paper import Column, Paper, to_png

BLOCKS = 3
POINTS, LINE_MM = 10.0, 7.0
# What a class needs beside its lines, and the most that a page holds.
AROUND_MM, PAGE_MM = 35.0, 240.0


@dataclass(frozen=True, slots=True)
class Section:
    """One class: its lines are (registration number, result)."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class PublicList:
    """Every word of the paper, in the language it is posted in."""

    centre: str
    title: str
    subtitle: str
    decree: str
    columns: tuple[str, str]
    sections: tuple[Section, ...]
    none: str
    deadline: str
    notes: tuple[str, ...]
    foot: str
    made_at: datetime


def as_pdf(listed: PublicList) -> bytes:
    paper = Paper(listed.title, listed.foot, made_at=listed.made_at)
    paper.text(listed.centre, "C", bold=True)
    paper.sized(listed.title, 22, "C", bold=True)
    paper.heading(listed.subtitle, "C")
    paper.text(listed.decree, "C")
    paper.gap(2)
    paper.text(listed.deadline, "C", bold=True)
    paper.gap(2)
    for section in listed.sections:
        _section(paper, listed, section)
    for words in listed.notes:
        paper.text(words)
    return paper.to_pdf()


def _section(paper: Paper, listed: PublicList, section: Section) -> None:
    """A class stays together where it fits a page."""
    height = -(-len(section.lines) // BLOCKS) * (LINE_MM + 1.2) + AROUND_MM
    if height <= PAGE_MM and paper.pdf.will_page_break(height):
        paper.pdf.add_page()
    paper.heading(section.heading)
    if section.lines:
        paper.table(_columns(listed), _rows(section), line_mm=LINE_MM, points=POINTS)
    else:
        paper.text(listed.none)
    paper.small(section.summary)
    paper.gap(3)


def as_png(listed: PublicList) -> bytes:
    """Every page, one under the other: a class with its reserves is rarely more than one."""
    pdf = as_pdf(listed)
    pages = [to_png(pdf, page) for page in range(_pages(pdf))]
    return pages[0] if len(pages) == 1 else _stacked(pages)


def _pages(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _stacked(pages: list[bytes]) -> bytes:
    from PIL import Image

    images = [Image.open(BytesIO(page)) for page in pages]
    sheet = Image.new("RGB", (images[0].width, sum(image.height for image in images)), "white")
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height
    out = BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _columns(listed: PublicList) -> list[Column]:
    number, result = listed.columns
    return [Column(number, 1.1), Column(result, 1.15)] * BLOCKS


def _rows(section: Section) -> list[list[str]]:
    """Side by side, each read downwards."""
    height = -(-len(section.lines) // BLOCKS)
    blocks = [section.lines[at * height : (at + 1) * height] for at in range(BLOCKS)]
    return [[cell for block in blocks for cell in (block[at] if at < len(block) else ("", ""))] for at in range(height)]
