"""The month's report: made and sent by itself on the first working day, once, also late; and whoever wants it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from conversations import monthly
from conversations.context import Context
from records import profile, reports, staff
from records.calendar import Calendar
from records.profile import Profile
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage, staged

ZONE = ZoneInfo("Asia/Jakarta")
FRIDAY = datetime(2026, 10, 30, 3, 0, tzinfo=UTC)
# The first of November is a Sunday.
MORNING = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


async def reports_of(officer: Phone) -> list[dict[str, Any]]:
    await officer.looks()
    return [message for message in officer.bot_messages() if "Laporan alumni November 2026" in message["text"]]


@pytest.mark.long
async def test_it_comes_on_the_first_working_morning_once_to_those_who_want_it(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", start=FRIDAY) as stage:
        ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
        await stage.until(MORNING - timedelta(minutes=1))
        assert await reports_of(ratna) == []
        await stage.until(MORNING + timedelta(minutes=5))
        (report,) = await reports_of(ratna)
        assert (report["kind"], report["file"]["mime"]) == ("document", "application/pdf")
        document = pypdfium2.PdfDocument(stage.newest_file(ratna))
        assert len(document) == 2
        assert "Nomor 1/2026" in str(document[0].get_textpage().get_text_range())
        assert await reports_of(wiryo) == []
        await stage.until(MORNING + timedelta(days=1))
        assert len(await reports_of(ratna)) == 1
        await goes_to(ratna, "Alumni")
        await ratna.taps("Laporan bulanan")
        ratna.sees("• November 2026, nomor 1/2026: terkirim 1, menunggu 0, tidak sampai 0")
        ratna.sees("Berikutnya: Selasa, 1 Desember 2026 pukul 08.00 WIB.")


async def test_after_downtime_it_comes_late_and_whoever_said_no_is_left_out(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", start=FRIDAY) as stage:
        ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
        await goes_to(wiryo, "Alumni")
        await wiryo.taps("Laporan bulanan")
        wiryo.sees("Anda tidak menerimanya.")
        await wiryo.taps("Kirim kepada saya tiap bulan")
        wiryo.sees("Anda menerimanya.")
        await goes_to(ratna, "Alumni")
        await ratna.taps("Laporan bulanan")
        await ratna.taps("Jangan kirim kepada saya")
        stage.clock.set(MORNING + timedelta(days=9, hours=2))
        for _again in range(2):
            await stage.canting.do_what_is_due()
        assert len(await reports_of(wiryo)) == 1
        assert await reports_of(ratna) == []


async def test_one_that_was_asked_for_and_cut_short_is_made_and_sent_after_all(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_asked_for, ratna.id, stage.clock.now())
    await stage.passes(hours=0.05)
    assert await ratna.heard("Laporan alumni nomor 1/2026") == 0
    await stage.passes(hours=0.1)
    assert await ratna.heard("Laporan alumni nomor 1/2026") == 1
    await stage.passes(hours=1)
    assert await ratna.heard("Laporan alumni nomor 1/2026") == 1
    await goes_to(ratna, "Alumni")
    await ratna.taps("Laporan bulanan")
    await ratna.taps("nomor 1/2026")
    assert ratna.bot_messages()[-1]["kind"] == "document"


def _asked_for(session: Session, chat_id: int, now: datetime) -> None:
    officer, about = staff.by_chat(session, chat_id), reports.subject(session, profile.load())
    assert officer is not None
    assert about is not None
    reports.order(session, about.code, now.date(), now, by=officer.id)


@dataclass(frozen=True, slots=True)
class Office:
    """As much of a house as says when it works."""

    profile: Profile
    calendar: Calendar


@pytest.mark.parametrize(
    ("month", "morning"),
    [
        (date(2026, 12, 1), datetime(2026, 12, 1, 8, 0, tzinfo=ZONE)),
        (date(2027, 1, 1), datetime(2027, 1, 4, 8, 0, tzinfo=ZONE)),  # New Year, a Friday
        (date(2025, 4, 1), datetime(2025, 4, 9, 8, 0, tzinfo=ZONE)),  # Eid was on 31 March, until Syawalan nothing
        (date(2026, 8, 1), datetime(2026, 8, 3, 8, 0, tzinfo=ZONE)),  # a Saturday
    ],
)
def test_it_waits_for_the_first_day_that_is_neither_weekend_nor_holiday_nor_eid(month: date, morning: datetime) -> None:
    centre = profile.load()
    house = Office(centre, centre.calendar.calendar(ZONE))
    context = cast(Context, type("Nobody", (), {"house": house})())
    assert monthly.morning(context, month) == morning
