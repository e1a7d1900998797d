"""An officer at the scores of a class: what is there, what the bot sent, and what she sends back."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from records import scores
from records.scores import Score
from records.session import Session
from tests.journeys.examinees import Examinee, examinees, invites, opens_the_class, schedules
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = ("Nomor", "Nama", "Tes tertulis", "Wawancara", "Tes praktik")


async def those_tested(stage: Stage, count: int) -> list[Examinee]:
    """So many who are scheduled for the written test; the officer stands at the scores."""
    people = await examinees(stage, count)
    await schedules(stage, seats=max(count, 1))
    await invites(stage)
    await opens_the_class(bu_ratna(stage))
    await bu_ratna(stage).taps("📝 Nilai")
    return people


async def of(stage: Stage, who: Examinee) -> dict[str, Decimal]:
    return await stage.reads(scores.of_application, who.application_id)


def book(*rows: tuple[Any, ...]) -> tuple[Workbook, Worksheet]:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    page.append(HEADS)
    for row in rows:
        page.append(row)
    return made, page


def all_filled_in(people: Sequence[Examinee]) -> bytes:
    """A file with a written score for everyone, most with decimals after a comma."""
    scores_of = (f"{n % 101},25" if n % 101 < 100 else 100 for n in range(len(people)))
    made, _page = book(*((who.number, who.name, score) for who, score in zip(people, scores_of, strict=True)))
    return saved(made)


def saved(made: Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


async def sends(stage: Stage, content: bytes, name: str = "nilai.xlsx") -> Phone:
    """From the scores of the class: the officer sends a file back."""
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("📝 Nilai")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_file(name, content, XLSX)
    ratna.sees("File sedang diperiksa")
    return ratna


def all_scores(session: Session) -> list[tuple[int, str, Decimal]]:
    rows = session.execute(select(Score.application_id, Score.component, Score.value))
    return [(application_id, component, value) for application_id, component, value in rows]
