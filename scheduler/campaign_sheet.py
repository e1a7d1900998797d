"""The report of an announcement as a workbook: a sheet an outcome. For the process for slow work, which reads by
itself: names of thousands are unsealed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from records import campaign_reports, campaigns, field_values
from records.campaign_reports import Line
from records.deliveries import DeliveryStatus
from records.field_values import FieldValues, Scope
from records.reading import Reading
from scheduler.workbook import Cell, Heading, Page, workbook

HEADINGS = (
    Heading("No.", 5),
    Heading("Nama", 30),
    Heading("Nomor pendaftaran", 20),
    Heading("Kelas", 32),
    Heading("Telepon", 18),
    Heading("Hasil", 18),
    Heading("Alasan", 48),
    Heading("Waktu", 18),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands in it, in words: the outcomes in their order, and each reason as the sender wrote it down."""

    outcomes: Mapping[DeliveryStatus, str]
    reasons: Mapping[tuple[DeliveryStatus, str | None], str]
    note: str
    zone: ZoneInfo


def sheet(reading: Reading, campaign_id: int, voice: Voice) -> bytes:
    with reading.session() as session:
        campaign = campaigns.by_id(session, campaign_id)
        found = campaign_reports.lines(session, campaign_id)
        people = [line.person_id for line in found if line.person_id is not None]
        scope = Scope() if campaign is None else Scope.of(campaign.people)
        values = field_values.values_of(session, people, scope)
    pages = (_page(status, [one for one in found if one.status is status], values, voice) for status in voice.outcomes)
    return workbook(*(page for page in pages if page.rows))


def _page(status: DeliveryStatus, those: list[Line], values: Mapping[int, FieldValues], voice: Voice) -> Page:
    rows = [_row(n, line, values.get(line.person_id or 0), voice) for n, line in enumerate(those, 1)]
    return Page(voice.outcomes[status], HEADINGS, rows, note=voice.note)


def _row(n: int, line: Line, known: FieldValues | None, voice: Voice) -> list[Cell]:
    return [
        n,
        line.name or "",
        "" if known is None else known.number or "",
        "" if known is None else known.class_name or "",
        line.phone or "",
        voice.outcomes[line.status],
        voice.reasons.get((line.status, line.why), ""),
        None if line.settled_at is None else line.settled_at.astimezone(voice.zone),
    ]
