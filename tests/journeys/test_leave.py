"""Leave: asked for with a reason, granted or not by one officer, and counted as leave."""

from records.demonstration import Group
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna, goes_to
from tests.journeys.trainees import opens_the_class
from tests.stage import Stage


async def test_leave_is_asked_for_granted_and_counts_as_leave(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    name = await stage.reads(name_of, sri.id)
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    await sri.taps("Minta izin")
    await sri.taps("Hari ini")
    await sri.taps("Hari itu saja")
    await sri.taps("Sakit")
    await sri.sends_photo()
    sri.sees("Sampai saat itu izin belum diberikan")
    await stage.a_moment_passes()
    await ratna.waits_for(f"🙏 {name} (Tata boga (pembuatan roti)) minta izin")
    await goes_to(ratna, "🏫 Pelatihan")
    await ratna.taps("Permohonan izin: 1")
    await ratna.taps("📎 Foto 1")
    await ratna.waits_for("Foto permohonan izin")
    await ratna.taps("Jawab")
    await ratna.taps("✅ Izinkan")
    await ratna.says("Semoga lekas sembuh.")
    ratna.sees(f"izin diberikan kepada {name}")
    await stage.a_moment_passes()
    await sri.waits_for("diberikan")
    sri.sees("Pesan petugas: Semoga lekas sembuh.")
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    assert any("(ada izin)" in label for label in ratna.labels())
    await ratna.taps("Semua hadir")
    ratna.sees("✅ hadir 11, 🙏 izin 1, ❌ alpa 0")


async def test_leave_that_is_not_granted_says_why_and_of_two_officers_one_answers(stage: Stage) -> None:
    sri, ratna, wiryo = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage), stage.of(Group.STAFF)[1]
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    await sri.taps("Minta izin")
    await sri.taps("Besok")
    await sri.taps("Hari itu saja")
    await sri.says("Ada hajatan tetangga")
    await sri.taps("Tanpa foto")
    await stage.a_moment_passes()
    for officer in (ratna, wiryo):
        await officer.waits_for("minta izin")
        await officer.taps("Jawab")
    await ratna.taps("⛔ Jangan izinkan")
    await ratna.taps("Sudah terlalu banyak hari yang terlewat")
    await wiryo.taps("✅ Izinkan")
    wiryo.sees("Permohonan ini sudah dijawab sementara itu.")
    await stage.a_moment_passes()
    await sri.waits_for("belum bisa diberikan")
    sri.sees("sudah terlalu banyak hari yang terlewat")
