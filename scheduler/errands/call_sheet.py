"""The phone list as Excel, for an afternoon on which several call: names, numbers, and what came of it to tick."""

from datetime import date, datetime

from conversations.buttons import STAFF_MENU
from conversations.calling import entry as entries
from conversations.context import Context
from conversations.people.addressing import called
from conversations.reply import Button, Document, Reply, column
from locales.text import _
from records import phone_list
from records.phone_list import Entry
from records.session import Session
from scheduler.errand import Tools
from scheduler.workbook import Cell, Heading, Page, workbook

LANGUAGE = "id"
TICKS = ("Menjawab", "Tidak diangkat", "Nomor salah", "Kontak kedua", "Tidak mau ditanya")
HEADINGS = (
    Heading("No.", 5),
    Heading("Nama", 28),
    Heading("Telepon", 18),
    Heading("Kontak kedua", 24),
    Heading("Telepon kontak kedua", 18),
    Heading("Kelas", 40),
    Heading("Bulan ke", 9),
    Heading("Lulus", 12),
    Heading("Alasan", 36),
    Heading("Cocok dihubungi", 15),
    Heading("Percobaan", 10),
    Heading("Sampai", 12),
    *(Heading(tick, 15) for tick in TICKS),
    Heading("Catatan", 36),
)


async def send(tools: Tools, _argument: str) -> Reply | None:
    now = tools.clock.now()
    page = await tools.database.read(_page, tools, now)
    made = await tools.slow.run(workbook, page)
    count = len(list(page.rows))
    text = _(
        "<b>Phone list</b>: {count} people. It holds personal data: keep it safe, and destroy it afterwards. What came "
        "of each call is noted here, not in the file.",
        count=count,
    )
    name = f"daftar-telepon-{now.astimezone(tools.house.calendar.zone):%Y-%m-%d}.xlsx"
    rows = column(Button(_("📞 Phone list"), "m:call"), STAFF_MENU)
    return Reply(text, rows=rows, document=Document(name, made), protected=False)


def _page(session: Session, tools: Tools, now: datetime) -> Page:
    context = tools.context(session, now)
    found = phone_list.entries(session, now, context.house.profile.calling)
    rows = [_row(context, n, one) for n, one in enumerate(found, 1)]
    note = f"Daftar telepon alumni per {now.astimezone(tools.house.calendar.zone):%d-%m-%Y}. Beri tanda pada hasilnya."
    return Page("Daftar telepon", HEADINGS, rows, note=note)


def _row(context: Context, n: int, one: Entry) -> list[Cell]:
    found, say = entries.about(context, one), context.house.languages.plain
    person = found.person
    suits = entries.SUITS.get(person.preferred_hours or "")
    until: date = one.until.astimezone(context.house.calendar.zone).date()
    return [
        n,
        called(person),
        person.phone if one.phone_works else "",
        person.second_contact if one.second_works else "",
        person.second_contact_phone if one.second_works else "",
        f"{found.programme}, {found.cohort}",
        one.wave,
        one.ended_on,
        say(entries.WHY[one.why], LANGUAGE),
        "" if suits is None else say(suits, LANGUAGE),
        one.tries,
        until,
        *("" for _tick in TICKS),
        "",
    ]
