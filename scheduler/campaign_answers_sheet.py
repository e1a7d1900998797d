"""The answers to an announcement as a workbook. For the process for slow work, which reads by itself: names of
thousands are unsealed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from records import campaign_answers
from records.campaign_answers import Row
from records.reading import Reading
from scheduler.workbook import Cell, Heading, Page, workbook

HEADINGS = (
    Heading("No.", 5),
    Heading("Nama", 30),
    Heading("Telepon", 18),
    Heading("Jawaban", 28),
    Heading("Dijawab pada", 18),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands in it, in words: what may be answered, and that somebody has said nothing."""

    labels: Mapping[str, str]
    silent: str
    note: str
    zone: ZoneInfo


def sheet(reading: Reading, campaign_id: int, voice: Voice) -> bytes:
    with reading.session() as session:
        found = campaign_answers.everybody(session, campaign_id)
    return workbook(Page("Jawaban", HEADINGS, (_row(n, row, voice) for n, row in enumerate(found, 1)), note=voice.note))


def _row(n: int, row: Row, voice: Voice) -> list[Cell]:
    return [
        n,
        row.name or "",
        row.phone or "",
        voice.silent if row.choice is None else voice.labels.get(row.choice, row.choice),
        None if row.answered_at is None else row.answered_at.astimezone(voice.zone),
    ]
