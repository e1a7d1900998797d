"""A class that takes no more applicants says so, and what was filled in goes to another class."""

from datetime import UTC, datetime
from pathlib import Path

from tests.journeys.applicant import BUDI, SITI, answers, fills_in, newcomer, registers
from tests.journeys.founding import COHORT, adds_a_class, changes, empty_centre, makes_a_cohort, makes_a_programme

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)


async def test_who_sends_after_the_last_place_takes_her_answers_to_another_class(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await makes_a_programme(head)
        await makes_a_programme(head, "Las SMAW")
        await makes_a_cohort(head)
        await adds_a_class(head, "Las SMAW")
        await head.taps(f"⬅️ {COHORT}")
        await adds_a_class(head, "Menjahit", ("kursi kelas ini", "1"), ("boleh mendaftar", "1"))
        await stage.until(OPENING)
        siti, budi = await newcomer(stage), await newcomer(stage, "Budi", "+6281234567891")
        await fills_in(budi, BUDI, until="Silakan periksa")
        await registers(siti, SITI)
        await budi.taps("Kirim pendaftaran")
        budi.sees("Pendaftar kelas ini sudah mencapai batas yang dapat dites. Isian Anda tidak hilang")
        await budi.taps("Las SMAW · Angkatan I 2026")
        await budi.taps("Tetap:")
        await answers(budi, BUDI, since="Silakan periksa")
        budi.sees("Nomor pendaftaran: 2026-1-0002\nLas SMAW")
        await budi.starts("k_2026-1-menjahit")
        budi.sees("👥 1 kursi, 1 pendaftar, dipilih lewat tes, bukan siapa cepat (paling banyak 1 pendaftar)")
        budi.sees("⚠️ Pendaftar kelas ini sudah mencapai batas")
        assert "📝 Daftar" not in budi.labels()
        await changes(head, "Batas pendaftar", "2")
        await budi.starts("k_2026-1-menjahit")
        assert "📝 Daftar" in budi.labels()
