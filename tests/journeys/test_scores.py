"""Scores: one by one, or pasted as lines; nothing is ever half taken."""

from decimal import Decimal

from tests.journeys.office import bu_ratna
from tests.journeys.scoring import all_scores, of, those_tested
from tests.stage import Stage


async def test_one_score_is_written_down_and_written_again(stage: Stage) -> None:
    siti, _budi = await those_tested(stage, 2)
    ratna = bu_ratna(stage)
    ratna.sees("2 orang dijadwalkan tes.\n• Tes tertulis: 0 sudah ada, 2 belum")
    await ratna.taps("Satu nilai")
    await ratna.says("99")
    ratna.sees("99: tidak ada di kelas ini yang dijadwalkan tes")
    await ratna.says("0001")
    await ratna.taps("Tes tertulis")
    ratna.sees("Siti Aminah")
    await ratna.says("101")
    ratna.sees("Mohon tulis nilai dari 0 sampai 100")
    await ratna.says("78,5")
    ratna.sees("Tersimpan: Siti Aminah, Tes tertulis: 78,5")
    assert await of(stage, siti) == {"tertulis": Decimal("78.5")}
    await ratna.taps("Nilai berikutnya")
    await ratna.says(siti.number)
    await ratna.taps("Tes tertulis")
    ratna.sees("Sampai sekarang: 78,5")
    await ratna.says("80")
    assert await of(stage, siti) == {"tertulis": Decimal(80)}
    await ratna.taps("📝 Nilai")
    ratna.sees("• Tes tertulis: 1 sudah ada, 1 belum")


async def test_pasted_lines_tell_every_fault_at_once_and_are_shown_before_they_are_saved(stage: Stage) -> None:
    people = await those_tested(stage, 12)
    ratna = bu_ratna(stage)
    await ratna.taps("Tempel beberapa baris")
    await ratna.taps("Tes tertulis")
    before = await stage.reads(all_scores)
    await ratna.says("0001 78,5\n999 80\n0002 120\n2 60\nentah\n0001: 70")
    for told in (
        "Belum ada yang disimpan.",
        "• 999: tidak ada di kelas ini",
        "• 0002 120: nilainya tidak di antara 0 dan 100",
        "• 2: bisa 0002, 0012, tulis lebih banyak angka",
        "• entah: bukan nomor dan nilai",
        "• 0001: 70: orang yang sama dengan “0001 78,5”",
    ):
        ratna.sees(told)
    assert await stage.reads(all_scores) == before
    await ratna.says("0001 78,5\n0002 60\n12;91.25")
    ratna.sees("Baru: 3\nBerubah: 0\nTetap: 0")
    ratna.sees("0012 Warga 12, Tes tertulis: 91,25")
    assert await stage.reads(all_scores) == before
    await ratna.taps("💾 Simpan")
    ratna.sees("3 nilai disimpan.")
    assert await of(stage, people[11]) == {"tertulis": Decimal("91.25")}
