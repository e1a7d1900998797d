"""The digest: one message on a working morning, of what waits, to those who may do it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from records import staff
from records.applications import Application, ApplicationStatus
from records.deliveries import DeliveryStatus
from records.job_openings import JobOpening
from records.staff import Role
from tests.journeys.alumni import DUE
from tests.journeys.announcing import LARGE, ended, sends
from tests.journeys.applicant import newcomer
from tests.journeys.calling import with_a_list
from tests.journeys.office import bu_ratna, officers_leave, pak_wiryo
from tests.person import Phone
from tests.stage import Stage, staged

TITLE = "Selamat pagi. Yang menunggu hari ini:"


def digests(officer: Phone) -> list[str]:
    return [message["text"] for message in officer.bot_messages() if TITLE in message["text"]]


async def at(stage: Stage, day: int, hour: int, minute: int = 0) -> None:
    """An hour of October 2026 in Pekalongan, with whatever falls due on the way."""
    await stage.until(datetime(2026, 10, day, hour, minute, tzinfo=UTC) - timedelta(hours=7))


async def test_each_officer_reads_in_the_morning_what_waits_once(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says("Apakah ada uang transport?")
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await at(stage, 7, 8, 30)
    for officer in (ratna, wiryo):
        await officer.looks()
        (words,) = digests(officer)
        assert words.startswith(f"☀️ {TITLE}\n• Berkas: 14 menunggu (")
        assert "lewat 2 hari)" in words
        assert words.endswith("\n• Pertanyaan: 1\n• Lowongan menunggu diperiksa: 1")
    await at(stage, 7, 18)
    await ratna.looks()
    assert len(digests(ratna)) == 1
    await at(stage, 8, 9)
    await ratna.looks()
    assert len(digests(ratna)) == 2


async def test_whoever_may_do_nothing_of_it_reads_nothing(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await stage.writes(staff.appoint, siti.id, "Siti", Role.VIEWER, stage.clock.now())
    await at(stage, 8, 9)
    await siti.looks()
    assert digests(siti) == []


async def test_there_is_no_digest_where_nothing_waits(stage: Stage) -> None:
    await stage.writes(_all_checked)
    ratna = bu_ratna(stage)
    await at(stage, 8, 9)
    await ratna.looks()
    assert digests(ratna) == []


def _all_checked(session: Session) -> None:
    for application in session.query(Application).filter_by(status=ApplicationStatus.SUBMITTED.value):
        application.status = ApplicationStatus.ADMINISTRATIVELY_PASSED.value
    for opening in session.query(JobOpening):
        opening.waits_since = None


async def test_nobody_reads_it_at_the_weekend_but_on_monday(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await at(stage, 9, 9)  # Friday
    await ratna.looks()
    before = len(digests(ratna))
    await at(stage, 11, 22)
    await ratna.looks()
    assert len(digests(ratna)) == before
    await at(stage, 12, 8, 5)
    await ratna.looks()
    assert len(digests(ratna)) == before + 1


@pytest.mark.long
@pytest.mark.parametrize(("eve", "back"), [((2026, 12, 23), (2026, 12, 28)), ((2026, 8, 14), (2026, 8, 18))])
async def test_after_a_holiday_weekend_it_comes_on_the_first_working_day(
    tmp_path: Path, eve: tuple[int, int, int], back: tuple[int, int, int]
) -> None:
    """Christmas with its joint leave from Thursday on; Independence Day on a Monday."""
    start = datetime(*eve, 3, 0, tzinfo=UTC)
    async with staged(tmp_path / "home", start=start) as stage:
        ratna = bu_ratna(stage)
        await stage.until(datetime(*back, tzinfo=UTC))  # 07.00 in Pekalongan
        await ratna.looks()
        assert digests(ratna) == []
        await stage.until(datetime(*back, 1, 30, tzinfo=UTC))
        await ratna.looks()
        assert len(digests(ratna)) == 1


async def test_the_alumni_who_are_to_be_called_stand_in_it(stage: Stage) -> None:
    await with_a_list(stage)
    monday = DUE + timedelta(days=3)
    await stage.until(monday)
    await bu_ratna(stage).waits_for("Alumni yang perlu ditelepon: 2")


async def test_where_nobody_reads_it_no_morning_is_due(stage: Stage) -> None:
    before = await stage.canting.next_due()
    await officers_leave(stage)
    after = await stage.canting.next_due()
    assert before is not None
    assert after is None or after > before


async def test_announcements_that_wait_for_an_officer_stand_in_it(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await sends(ratna, cohort=LARGE)
    await at(stage, 8, 8, 30)
    await ratna.looks()
    await wiryo.looks()
    assert "Pengumuman yang menunggu Anda sebagai petugas kedua: 1" in digests(wiryo)[-1]
    assert "petugas kedua" not in digests(ratna)[-1]


async def test_announcements_of_which_nobody_knows_whether_all_got_them_stand_in_it_for_two_weeks(stage: Stage) -> None:
    ratna = await ended(stage, DeliveryStatus.UNKNOWN, "timed out", 3)
    await at(stage, 8, 8, 30)
    await ratna.looks()
    assert "Pengumuman yang belum pasti sampai ke semua: 1" in digests(ratna)[-1]
    await at(stage, 26, 8, 30)
    await ratna.looks()
    assert "belum pasti sampai" not in digests(ratna)[-1]
