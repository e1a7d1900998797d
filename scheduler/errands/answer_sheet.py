"""The answers to an announcement as Excel: everybody who got it, with what she chose and when."""

from datetime import tzinfo

from conversations.announcing.answering import answers
from conversations.announcing.answering.answering import options
from conversations.buttons import STAFF_MENU
from conversations.reply import Button, Document, Reply, column
from locales.text import _
from records import campaign_answers, campaigns
from records.campaign_answers import Row
from records.session import Session
from scheduler.errand import Tools
from scheduler.workbook import Cell, Heading, Page, workbook

HEADINGS = (
    Heading("No.", 5),
    Heading("Nama", 30),
    Heading("Telepon", 18),
    Heading("Jawaban", 28),
    Heading("Dijawab pada", 18),
)


async def send(tools: Tools, argument: str) -> Reply | None:
    campaign_id = int(argument)
    page = await tools.database.read(_page, tools, campaign_id)
    if page is None:
        return None
    made = await tools.slow.run(workbook, page)
    text = _(
        "<b>Answers</b> of {count} people. It holds personal data: keep it safe, and destroy it afterwards.",
        count=len(list(page.rows)),
    )
    rows = column(Button(_("⬅️ Answers"), f"m:annreplies:{campaign_id}"), STAFF_MENU)
    return Reply(text, rows=rows, document=Document(f"jawaban-pengumuman-{campaign_id}.xlsx", made))


def _page(session: Session, tools: Tools, campaign_id: int) -> Page | None:
    campaign = campaigns.by_id(session, campaign_id)
    if campaign is None:
        return None
    zone, now = tools.house.calendar.zone, tools.clock.now()
    labels = {one.choice: tools.plain(one.label) for one in options(campaign)}
    rows = campaign_answers.everybody(session, campaign_id)
    note = f"Jawaban atas pengumuman {campaign_id} per {now.astimezone(zone):%d-%m-%Y %H:%M}."
    silent = tools.plain(answers.NOT_YET)
    return Page("Jawaban", HEADINGS, [_row(n, row, labels, silent, zone) for n, row in enumerate(rows, 1)], note=note)


def _row(n: int, row: Row, labels: dict[str, str], silent: str, zone: tzinfo) -> list[Cell]:
    answered = None if row.answered_at is None else row.answered_at.astimezone(zone)
    return [
        n,
        row.name or "",
        row.phone or "",
        silent if row.choice is None else labels.get(row.choice, row.choice),
        answered,
    ]
