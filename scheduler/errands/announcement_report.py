"""How an announcement ended, as Excel: a sheet an outcome, with whoever it concerns and why."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from conversations.announcing.reasons import OUTCOMES, in_words
from conversations.announcing.report import back
from conversations.buttons import STAFF_MENU
from conversations.reply import Document, Reply, column
from locales.text import _
from records import campaign_reports, campaigns, field_values
from records.campaign_reports import Line
from records.campaigns import Campaign
from records.deliveries import DeliveryStatus
from records.field_values import FieldValues, Scope
from records.session import Session
from scheduler.errand import Tools
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


async def send(tools: Tools, argument: str) -> Reply | None:
    now = tools.clock.now()
    gathered = await tools.database.read(_gathered, tools, int(argument), now)
    if gathered is None:
        return None
    campaign, pages = gathered
    made = await tools.slow.run(workbook, *pages)
    text = _(
        "<b>Delivery report</b> of {count} people. It holds personal data: keep it safe, and destroy it afterwards.",
        count=sum(len(list(page.rows)) for page in pages),
    )
    name = f"laporan-pengumuman-{campaign.id}-{now.astimezone(tools.house.calendar.zone):%Y-%m-%d}.xlsx"
    return Reply(text, rows=column(back(campaign), STAFF_MENU), document=Document(name, made), protected=True)


def _gathered(session: Session, tools: Tools, campaign_id: int, now: datetime) -> tuple[Campaign, list[Page]] | None:
    """A sheet for each outcome that there is, in the order in which they are told."""
    campaign = campaigns.by_id(session, campaign_id)
    if campaign is None:
        return None
    found = campaign_reports.lines(session, campaign_id)
    people = [line.person_id for line in found if line.person_id is not None]
    values = field_values.values_of(session, people, Scope.of(campaign.people))
    by_status = {status: [line for line in found if line.status is status] for status in OUTCOMES}
    note = f"Pengumuman {campaign_id} per {now.astimezone(tools.house.calendar.zone):%d-%m-%Y %H:%M}."
    return campaign, [_page(tools, status, those, values, note) for status, those in by_status.items() if those]


def _page(
    tools: Tools, status: DeliveryStatus, those: list[Line], values: Mapping[int, FieldValues], note: str
) -> Page:
    zone = tools.house.calendar.zone
    rows = [_row(tools, n, line, values.get(line.person_id or 0), zone) for n, line in enumerate(those, 1)]
    return Page(tools.plain(OUTCOMES[status]), HEADINGS, rows, note=note)


def _row(tools: Tools, n: int, line: Line, known: FieldValues | None, zone: tzinfo) -> list[Cell]:
    why = in_words(line.status, line.why)
    return [
        n,
        line.name or "",
        "" if known is None else known.number or "",
        "" if known is None else known.class_name or "",
        line.phone or "",
        tools.plain(OUTCOMES[line.status]),
        "" if why is None else tools.plain(why),
        None if line.settled_at is None else line.settled_at.astimezone(zone),
    ]
