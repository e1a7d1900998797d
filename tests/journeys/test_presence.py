"""Attendance: kept by taps, lesson by lesson, and staff hear of whoever is absent too often."""

from datetime import date

from records.demonstration import Group
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna
from tests.journeys.trainees import lessons, opens_the_class, running
from tests.stage import Stage


async def test_attendance_is_kept_by_taps_and_each_tap_is_saved(stage: Stage) -> None:
    sri, other, *_others = stage.of(Group.PARTICIPANT)
    ratna = bu_ratna(stage)
    name, absent = await stage.reads(name_of, sri.id), await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    ratna.sees("▫️ belum 12")
    for _tap in range(3):
        await ratna.taps(absent)
    ratna.sees("❌ alpa 1")
    await ratna.taps("Semua hadir")
    ratna.sees("✅ hadir 11, 🙏 izin 0, ❌ alpa 1, ▫️ belum 0")
    await sri.says("/status")
    sri.sees("Kehadiran: 100% (hadir 1, izin 0, alpa 0)")
    await other.says("/status")
    other.sees("Kehadiran: 0% (hadir 0, izin 0, alpa 1)")
    assert name != absent


async def test_the_list_goes_from_lesson_to_lesson_and_not_over_sundays(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(lessons, (date(2026, 9, 25), date(2026, 9, 28), date(2026, 10, 2), date(2026, 10, 9)))
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    ratna.sees("Jumat, 2 Oktober 2026, 08.00-15.00")
    await ratna.taps("⬅️ 28-9-2026")
    ratna.sees("Senin, 28 September 2026")
    await ratna.taps("⬅️ 25-9-2026")
    ratna.sees("Jumat, 25 September 2026")
    await ratna.taps("28-9-2026 ➡️")
    await ratna.taps("2-10-2026 ➡️")
    assert not [label for label in ratna.labels() if "➡️" in label], "the next lesson has not been held yet"


async def test_a_day_without_a_lesson_says_so(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(lessons, (date(2026, 9, 28), date(2026, 10, 2)))
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    class_id = (await stage.reads(running)).id
    await ratna.forges(f"m:presence:{class_id}.20261004")
    ratna.sees("Minggu, 4 Oktober 2026 (tidak ada pelajaran di jadwal)")


async def test_a_tap_made_twice_notes_the_same(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    other = stage.of(Group.PARTICIPANT)[1]
    absent = await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    message_id, data = ratna.button(absent)
    await ratna.forges(data, message_id)
    await ratna.forges(data, message_id)
    ratna.sees("✅ hadir 1,")


async def test_staff_are_warned_of_whoever_is_absent_too_often(stage: Stage) -> None:
    ratna, other = bu_ratna(stage), stage.of(Group.PARTICIPANT)[1]
    absent = await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    for day in range(2):
        if day:
            await ratna.taps("⬅️")
        for _tap in range(3):
            await ratna.taps(absent)
    await stage.a_moment_passes()
    await ratna.waits_for(f"⚠️ {absent} (Tata boga (pembuatan roti)) tidak hadir tanpa izin 2 dari 2 hari")


async def test_the_list_stays_one_message_that_nobody_can_forward(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    names = [await stage.reads(name_of, each.id) for each in stage.of(Group.PARTICIPANT)[:3]]
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    (before,) = [each["id"] for each in ratna.bot_messages()[-1:]]
    for name in names:
        await ratna.taps(name)
    ratna.sees("✅ hadir 3,")
    assert ratna.bot_messages()[-1]["id"] == before
    assert ratna.bot_messages()[-1]["protect"]


async def test_after_a_restart_the_list_is_sent_anew_so_that_nobody_can_forward_it(
    stage: Stage,
) -> None:
    ratna = bu_ratna(stage)
    name = await stage.reads(name_of, stage.of(Group.PARTICIPANT)[0].id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    await stage.goes_down()
    await stage.comes_up()
    await ratna.taps(name)
    ratna.sees("✅ hadir 1,")
    assert ratna.bot_messages()[-1]["protect"]
