"""Who came to a test: tapped, or typed as last digits."""

from records.applications import ApplicationStatus
from tests.journeys.examinees import examinees, invites, opens_the_class, schedules, status_of
from tests.journeys.office import bu_ratna
from tests.stage import Stage


async def test_attendance_is_tapped_and_whoever_is_not_marked_was_absent(stage: Stage) -> None:
    siti, budi, ani = await examinees(stage, 3)
    await schedules(stage)
    await invites(stage)
    await stage.passes(days=6)
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("Tes tertulis 12/10")
    await ratna.taps("Daftar hadir")
    await ratna.taps("0001 Siti Aminah")
    assert "✅ 0001 Siti Aminah" in ratna.labels()
    for _tap in range(3):
        await ratna.taps("0002 Budi Santoso")
    assert "📝 0002 Budi Santoso" in ratna.labels()
    ratna.sees("✅ hadir 1 · ❌ tidak hadir 0 · 📝 izin 1 · ▫️ belum ditandai 1")
    await ratna.taps("🏁 Tutup")
    ratna.sees("Sesi ditutup.")
    await ratna.taps("Daftar hadir")
    assert "❌ 0003 Ani Lestari" in ratna.labels()
    for who in (siti, budi, ani):
        assert await status_of(stage, who) == ApplicationStatus.TEST_SCHEDULED.value
    await siti.phone.says("/status")
    siti.phone.sees("Anda hadir.\nBerikutnya: hasilnya dikirim di sini")
    siti.phone.sees("▶️ Tes & wawancara: 12 Oktober 2026")


async def test_attendance_is_typed_as_last_digits_and_what_is_ambiguous_is_asked(stage: Stage) -> None:
    people = await examinees(stage, 12)
    await schedules(stage)
    await invites(stage)
    await stage.passes(days=6)
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("Tes tertulis 12/10")
    await ratna.taps("Hadir dengan nomor")
    await ratna.says("0001 3 999 88")
    ratna.sees("Tidak ada di sesi ini: 999, 88.")
    await ratna.says("0001 3, 2")
    ratna.sees("Beberapa nomor berakhir dengan 2. Siapa yang dimaksud?")
    assert {"0002 Budi Santoso", "0012 Warga 12"} <= set(ratna.labels())
    await ratna.taps("0012 Warga 12")
    ratna.sees("Hadir di “Tes tertulis”: 3\n0001 Siti Aminah\n0003 Ani Lestari\n0012 Warga 12")
    await ratna.taps("Tandai hadir")
    ratna.sees("3 orang ditandai hadir.")
    assert len(people) == 12
