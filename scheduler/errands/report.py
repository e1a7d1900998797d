"""Files of a cut's report; the argument is `kind.cut` (see conversations/screens/reports)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from conversations.buttons import STAFF_MENU
from conversations.notices.reports import handed_over
from conversations.reply import Document, Picture, Reply
from conversations.screens.reports import report_buttons
from locales.text import Text, _
from records import reports, staff
from records.indicators import read
from records.session import Session
from scheduler.charts import placement_png
from scheduler.errand import Tools
from scheduler.pictures import values
from scheduler.press import wanted
from scheduler.reports import book, book_words, card, leaflet, leaflet_words, pictures
from scheduler.reports.bars import bars
from scheduler.reports.frames import Voice, at_wave
from scheduler.reports.gathering import Gathered, gather

# Counting and making.
STEPS = 2
Maker = Callable[[Tools, Voice, Gathered], Awaitable[Reply]]


async def make(tools: Tools, argument: str) -> Reply | None:
    kind, _dot, code = argument.partition(".")
    chosen = read(code)
    if chosen is None:
        return None
    tools.progress(0, STEPS, _("The records are being counted."))
    found = await tools.slow.run(gather, tools.reading, wanted(tools.house, *chosen, tools.clock.now()))
    voice = Voice(tools.plain, tools.house.profile)
    tools.progress(1, STEPS, _("The file is being made."))
    reply = await MAKERS[kind](tools, voice, found)
    return replace(reply, rows=(*report_buttons(*chosen), (STAFF_MENU,)))


def _said(voice: Voice, found: Gathered, title: str) -> Text:
    return _("<b>{title}</b>\n{group}", title=title, group=at_wave(found, voice.centre))


async def _bars(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    chart = bars(voice, found)
    return Reply(_said(voice, found, chart.words.title), picture=Picture(await tools.slow.run(placement_png, chart)))


async def _drawn(tools: Tools, voice: Voice, found: Gathered, picture: values.Picture) -> Reply:
    png = await tools.slow.run(values.png, picture)
    return Reply(_said(voice, found, picture.frame.title), picture=Picture(png))


async def _response(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    return await _drawn(tools, voice, found, pictures.response(voice, found))


async def _flow(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    return await _drawn(tools, voice, found, pictures.flow(voice, found))


async def _curve(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    return await _drawn(tools, voice, found, pictures.curve(voice, found))


async def _card(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    """Its words beneath are what the channel reads: nothing else stands there."""
    png = await tools.slow.run(values.png, card.card(voice, found))
    return Reply(card.caption(voice, found), picture=Picture(png))


async def _workbook(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    zone = tools.house.calendar.zone.key
    made = await tools.slow.run(book.book, tools.reading, found.wanted, zone, book_words.words(voice, found))
    if made.content is None:
        return Reply(
            _(
                "{count} records are too many for one file: Telegram takes 50 MB. Please choose a year, a cohort or a "
                "trade first.",
                count=made.records,
            )
        )
    text = _(
        "📗 <b>{group}</b>: indicators, {count} records with pseudonyms, and the code book. Not for the public: "
        "several columns together may point to somebody.",
        group=at_wave(found, voice.centre),
        count=made.records,
    )
    name = f"alumni-{found.wanted.cut.code(found.wanted.wave)}-{found.wanted.day}.xlsx"
    return Reply(text, document=Document(name, made.content))


async def _leaflet(tools: Tools, voice: Voice, found: Gathered) -> Reply:
    """With a number of its own, and kept; where this is cut short, the press makes it and it is sent after all."""
    report = await tools.database.write(_ordered, tools, found)
    pdf = await tools.slow.run(leaflet.pdf, leaflet_words.leaflet(voice, found, report.label))
    await tools.database.write(reports.keep, tools.house.vault, report.id, pdf, tools.clock.now())
    return handed_over(report, pdf)


def _ordered(session: Session, tools: Tools, found: Gathered) -> reports.Report:
    officer = staff.by_chat(session, tools.chat.id)
    wanted = found.wanted
    code, by = wanted.cut.code(wanted.wave), None if officer is None else officer.id
    return reports.order(session, code, wanted.day, tools.clock.now(), by=by)


MAKERS: dict[str, Maker] = {
    "bars": _bars,
    "resp": _response,
    "flow": _flow,
    "curve": _curve,
    "card": _card,
    "xlsx": _workbook,
    "pdf": _leaflet,
}
