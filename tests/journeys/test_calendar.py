"""The sending calendar: an officer sees the next weeks, sees what a change would move, decides, and takes it back."""

from datetime import timedelta

import pytest

from records.demonstration import Group
from tests.journeys.alumni import DUE, WITH_CHAT, asked
from tests.journeys.graduates import closed
from tests.journeys.office import bu_ratna, goes_to, officers_leave, pak_wiryo
from tests.person import Phone
from tests.stage import Stage


async def opens_the_calendar(officer: Phone) -> None:
    await goes_to(officer, "Alumni")
    await officer.taps("Kalender kirim")


async def closes(officer: Phone, first: str, last: str) -> None:
    """Proposes it, and stands before its effect."""
    await opens_the_calendar(officer)
    await officer.taps("Ubah kalender")
    await officer.taps("Tutup sehari")
    await officer.says(first)
    await officer.says(last)
    await officer.taps("Banjir rob")


async def test_a_flood_moves_the_asking_and_the_officer_reads_it_before(stage: Stage) -> None:
    ratna, graduates = await closed(stage)
    await closes(ratna, "6 November", "7 November")
    ratna.sees("Menjadi tutup: 6 November 2026 sampai 7 November 2026")
    ratna.sees("Tindak lanjut yang pindah: 12")
    ratna.sees("6 November 2026 → Minggu, 8 November 2026 pukul 08.00 WIB: 12")
    ratna.sees("Tidak ada yang terkirim lebih dari 21 hari setelah harinya")
    await ratna.taps("Berlakukan")
    ratna.sees("Sudah berlaku. Pesan yang pindah: 12.")
    await officers_leave(stage)
    await stage.until(DUE + timedelta(days=1, hours=12))
    assert [await asked(one) for one in graduates] == [0] * WITH_CHAT
    await stage.until(DUE + timedelta(days=2))
    assert [await asked(one) for one in graduates] == [1] * WITH_CHAT


async def test_a_change_is_seen_in_the_calendar_and_can_be_taken_back_by_another_officer(stage: Stage) -> None:
    ratna, _graduates = await closed(stage)
    wiryo = pak_wiryo(stage)
    await closes(ratna, "6-11-2026", "6-11-2026")
    await opens_the_calendar(wiryo)
    assert "Banjir rob" not in wiryo.last()
    await ratna.taps("Berlakukan")
    await opens_the_calendar(wiryo)
    wiryo.sees("Jumat, 6 November 2026: ⛔ Banjir rob")
    await wiryo.taps("Perubahan: 1")
    await wiryo.taps("Tutup: 6 November 2026")
    wiryo.sees("Menjadi buka: 6 November 2026")
    wiryo.sees("7 November 2026 → Jumat, 6 November 2026 pukul 09.00 WIB: 12")
    await wiryo.taps("Cabut")
    wiryo.sees("Sudah dicabut. Pesan yang pindah: 12.")
    assert "Banjir rob" not in wiryo.last()


async def test_the_holidays_of_the_weeks_ahead_are_named_and_one_can_be_worked(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await opens_the_calendar(ratna)
    await ratna.taps("Berikutnya")
    await ratna.taps("Berikutnya")
    ratna.sees("Kamis, 24 Desember 2026: ⛔ Cuti Bersama Hari Raya Natal")
    await ratna.taps("Ubah kalender")
    await ratna.taps("Buka hari yang tutup")
    ratna.sees("Contoh: 24 Desember 2026")
    await ratna.says("23 Desember 2026")
    ratna.sees("memang sudah buka")
    await ratna.says("24 Desember 2026")
    await ratna.taps("Hari itu saja")
    await ratna.taps("BLK tetap bekerja")
    ratna.sees("Tidak ada pesan yang pindah")
    await ratna.taps("Berlakukan")
    await stage.goes_down()
    await stage.comes_up()
    assert stage.canting.house.calendar.hours_of(DUE.date().replace(month=12, day=24))


async def test_nonsense_is_asked_again_until_the_effect_can_be_told(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await opens_the_calendar(ratna)
    await ratna.taps("Ubah kalender")
    await ratna.taps("Hari Idul Fitri")
    await ratna.says("10 Juli 2027")
    ratna.sees("sekitar 10 Maret 2027")
    await ratna.taps("Kembali")
    await ratna.taps("Jam kirim")
    await ratna.taps("Jam Ramadan")
    await ratna.says("8 Februari 2027")
    await ratna.says("22.00-23.00")
    ratna.sees("Malam hari")
    await ratna.says("10.00-12.00 dan 13.00-15.00")
    await ratna.taps("Keputusan kepala")
    ratna.sees("Jam Ramadan mulai 8 Februari 2027: 10.00-12.00, 13.00-15.00")
    await ratna.taps("Buang")
    ratna.sees("tidak ada yang berubah")


@pytest.mark.parametrize(
    "data", ["m:calendar:x", "m:calapply:999", "m:caldrop:999", "m:calchange:-1", "m:calendar:999"]
)
async def test_only_officers_see_it_and_a_forged_page_is_none(stage: Stage, data: str) -> None:
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    await sri.says("/menu")
    await sri.forges("m:calendar:0")
    assert "Kalender kirim" not in sri.last()
    await opens_the_calendar(ratna)
    await ratna.forges(data)
    assert not await ratna.heard("Sudah berlaku")
