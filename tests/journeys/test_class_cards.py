"""The cards of classes: what is open, what a card tells, and the link that leads to one."""

from sqlalchemy import select

from records.classes import TrainingClass
from tests.journeys.applicant import newcomer, registers
from tests.journeys.offering import open_cohort
from tests.stage import Stage


async def test_the_card_tells_seats_applicants_what_is_free_and_what_is_required(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    siti.sees("peserta dipilih lewat tes")
    await siti.taps("Menjahit")
    siti.sees("16 kursi, 8 pendaftar, dipilih lewat tes, bukan siapa cepat")
    siti.sees("Gratis: ATK, modul, uang transport, sertifikat")
    siti.sees("Sumber dana: anggaran kota (APBD)")
    siti.sees("Syarat\n• KTP Kota Pekalongan\n• Usia 18 tahun ke atas")
    siti.sees("Pendaftaran sampai")


async def test_the_card_counts_her_in_once_she_has_registered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await registers(siti)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Menjahit")
    siti.sees("16 kursi, 9 pendaftar")


async def test_she_filters_by_cohort_when_two_are_open(stage: Stage) -> None:
    await stage.writes(open_cohort, stage.clock.now(), name="Angkatan Khusus", programme="Las SMAW")
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    assert "• Semua angkatan" in siti.labels()
    assert any("Menjahit" in label for label in siti.labels())
    await siti.taps("Angkatan Khusus")
    assert "• Angkatan Khusus" in siti.labels()
    assert [label for label in siti.labels() if "·" in label] == ["Las SMAW · Angkatan Khusus"]
    await siti.taps("Semua angkatan")
    assert any("Menjahit" in label for label in siti.labels())


async def test_there_is_no_filter_while_one_cohort_is_open(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    assert "Semua angkatan" not in " ".join(siti.labels())


async def test_a_link_that_somebody_shared_opens_the_card(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Menjahit")
    share = next(
        b["url"]
        for row in siti.bot_messages()[-1]["inline_keyboard"]
        for b in row
        if b["text"] == "↗️ Bagikan di Telegram"
    )
    assert "start%3Dk_2026-4-menjahit" in share
    friend = await newcomer(stage, "Wulan")
    await friend.starts("k_2026-4-menjahit")
    friend.sees("16 kursi")
    await friend.taps("Daftar")
    friend.sees("Apakah Anda setuju untuk lanjut?")


async def test_a_link_to_no_class_says_so_and_shows_the_menu(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts("k_tidak-ada")
    siti.sees("Tautan ini sudah tidak menuju ke pelatihan mana pun.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()


async def test_the_card_of_a_closed_class_offers_no_registration(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts("k_2019-2-las")
    siti.sees("Pendaftaran pelatihan ini sudah ditutup.")
    assert "📝 Daftar" not in siti.labels()


async def test_only_open_classes_are_listed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    listed = [label for label in siti.labels() if label[0].isalpha()]
    known = await stage.reads(lambda session: len(session.scalars(select(TrainingClass)).all()))
    siti.sees("Pendaftaran dibuka: 6 pelatihan.")
    assert len(listed) == 6 < known
