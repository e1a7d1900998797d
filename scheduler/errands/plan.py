"""The plan of thirty days as Excel: every message by its instant, what is held back, what moves. Nobody is named."""

from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.buttons import STAFF_MENU
from conversations.planning.forecast_words import DAYS, HELD, closed_days, foretold_in, what
from conversations.reply import Document, Reply, column
from locales.languages import DEFAULT
from locales.text import Text, _
from records.forecast import Forecast, Message
from scheduler.errand import Tools
from scheduler.workbook import Cell, Heading, Page, workbook

MESSAGES = (
    Heading("Hari", 14),
    Heading("Jam", 10),
    Heading("Isi", 40),
    Heading("Gelombang (bulan)", 18),
    Heading("Jumlah"),
)
HELD_BACK = (Heading("Ditahan karena", 44), Heading("Jumlah"))
MOVED = (Heading("Hari tutup", 14), Heading("Pindah ke", 20), Heading("Jumlah"))
CLOSED = (Heading("Hari tutup", 14), Heading("Sebab", 60))


async def send(tools: Tools, _argument: str) -> Reply | None:
    now = tools.clock.now()
    told = await tools.database.read(foretold_in, tools.house, now)
    made = await tools.slow.run(workbook, *_pages(tools, told, now))
    text = _("<b>Plan of 30 days</b>, as it stands now, if nobody answers. Nobody is named in it.")
    name = f"rencana-30-hari-{now.astimezone(tools.house.calendar.zone):%Y-%m-%d}.xlsx"
    return Reply(text, rows=column(STAFF_MENU), document=Document(name, made))


def _pages(tools: Tools, told: Forecast, now: datetime) -> tuple[Page, ...]:
    calendar = tools.house.calendar
    zone = calendar.zone

    def said(text: Text) -> str:
        return tools.house.languages.plain(text, DEFAULT)

    messages = [_row(one, said(what(one.kind, one.wave, one.step)), zone) for one in told.messages]
    held: list[list[Cell]] = [[said(HELD[why]), count] for why, count in sorted(told.held.items()) if count]
    moved: list[list[Cell]] = [[one.day, one.at.astimezone(zone), one.count] for one in told.moved]
    closed: list[list[Cell]] = [
        [day, said(why)] for day, why in closed_days(calendar, now.astimezone(zone).date(), DAYS)
    ]
    note = f"Rencana per {now.astimezone(zone):%d-%m-%Y %H.%M}, jika tidak ada yang menjawab"
    return (
        Page("Rencana", MESSAGES, messages, note=note),
        Page("Ditahan", HELD_BACK, held, note=note),
        Page("Pindah", MOVED, moved, note=note),
        Page("Hari tutup", CLOSED, closed, note=note),
    )


def _row(one: Message, said: str, zone: ZoneInfo) -> list[Cell]:
    at = one.at.astimezone(zone)
    return [at.date(), f"{at:%H:%M}", said, one.wave, one.count]
