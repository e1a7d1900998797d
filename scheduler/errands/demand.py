"""The wishes as Excel, for planning: how many want which kejuruan, and in which months they wished. Nobody is named."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.buttons import STAFF_MENU
from conversations.reply import Document, Reply, column
from locales.text import _
from records import wishes
from records.session import Session
from records.wishes import Demand
from scheduler.errand import Tools
from scheduler.workbook import Cell, Heading, Page, workbook

SUMMARY = (
    Heading("Kejuruan", 36),
    Heading("Menunggu kabar", 16),
    Heading("Pernah meminta", 16),
    Heading("Menunggu sejak", 16),
)


async def send(tools: Tools, _argument: str) -> Reply | None:
    now = tools.clock.now()
    pages = await tools.database.read(_pages, tools.house.calendar.zone, now)
    made = await tools.slow.run(workbook, *pages)
    text = _("<b>Wishes</b> until today, by kejuruan and by month. Nobody is named in it.")
    name = f"peminat-kejuruan-{now.astimezone(tools.house.calendar.zone):%Y-%m-%d}.xlsx"
    return Reply(text, rows=column(STAFF_MENU), document=Document(name, made))


def _pages(session: Session, zone: ZoneInfo, now: datetime) -> tuple[Page, Page]:
    found = wishes.demand(session)
    note = f"Peminat kejuruan per {now.astimezone(zone):%d-%m-%Y}"
    months = [(programme_id, at.astimezone(zone).strftime("%Y-%m")) for programme_id, at in wishes.instants(session)]
    return (
        Page("Per kejuruan", SUMMARY, [_row(one, zone) for one in found], note=note),
        _by_month("Per bulan", found, months, note),
    )


def _row(one: Demand, zone: ZoneInfo) -> list[Cell]:
    return [one.programme, one.waiting, one.ever, None if one.oldest is None else one.oldest.astimezone(zone).date()]


def _by_month(name: str, found: list[Demand], wished: list[tuple[int, str]], note: str) -> Page:
    """A row a kejuruan that was ever wished for, a column a month in which anything was."""
    counts, months = Counter(wished), sorted({month for _programme, month in wished})
    rows: list[list[Cell]] = [
        [one.programme, *(counts[one.programme_id, month] for month in months)] for one in found if one.ever
    ]
    return Page(name, [Heading("Kejuruan", 36), *(Heading(month, 10) for month in months)], rows, note=note)
