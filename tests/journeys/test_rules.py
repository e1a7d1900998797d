"""The requirements of a class in the hands of staff, and enforced at once in a registration."""

import pytest
from sqlalchemy import select

from records import audit, rules
from records.people import Education
from records.requirements import Requirements
from records.session import Session
from tests.journeys.applicant import answers, newcomer, opens_the_form
from tests.journeys.rules import changes, opens_the_rules, sewing
from tests.stage import Stage


async def test_the_page_shows_every_rule_and_how_the_card_reads(stage: Stage) -> None:
    ratna, _class_id = await opens_the_rules(stage)
    ratna.sees("Di kartu tertulis:\n• KTP Kota Pekalongan\n• Usia 18 tahun ke atas")
    ratna.sees("Sudah ada 8 pendaftar. Bagi mereka tidak ada yang berubah")
    assert "🎂 Usia maksimal: tanpa batas" in ratna.labels()
    assert "📚 Pernah pelatihan di sini: tidak masalah" in ratna.labels()
    await ratna.taps("⬅️ Kembali ke kelas")
    ratna.sees("Menjahit\nAngkatan")


async def test_every_rule_is_changed_with_two_taps_and_noted(stage: Stage) -> None:
    ratna, class_id = await opens_the_rules(stage)
    for rule, value, said in (
        ("KTP", "Dari mana saja", "Boleh dari daerah mana saja"),
        ("Usia minimal", "20 tahun", "Usia 20 tahun ke atas"),
        ("Usia maksimal", "35 tahun", "Usia 20 sampai 35 tahun"),
        ("Pendidikan minimal", "SMP", "Pendidikan minimal SMP"),
        ("Pendidikan tertinggi", "SMA/SMK", "Pendidikan SMP sampai SMA/SMK"),
        ("Pernah pelatihan", "Tidak dalam 3 tahun", "Tidak ikut pelatihan di sini dalam 3 tahun terakhir"),
        ("Yang sedang bekerja", "Tidak boleh ikut", "Sedang tidak bekerja"),
        ("Pelajar", "Tidak boleh ikut", "Sedang tidak sekolah atau kuliah"),
    ):
        await changes(ratna, rule, value)
        ratna.sees(f"• {said}")
    assert await stage.reads(rules.of_class, class_id) == Requirements(
        residents_only=False,
        minimum_age=20,
        maximum_age=35,
        education_floor=Education.SMP,
        education_ceiling=Education.SMA,
        course_free_years=3,
        not_working=True,
        not_studying=True,
    )

    def noted(session: Session) -> list[str]:
        return list(session.scalars(select(audit.Entry.object).where(audit.Entry.action == "class.requirements")))

    assert f"class:{class_id}:most=35" in await stage.reads(noted)
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Menjahit")
    siti.sees("Syarat\n• Boleh dari daerah mana saja\n• Usia 20 sampai 35 tahun\n• Pendidikan SMP sampai SMA/SMK")


async def test_a_rule_that_changes_is_enforced_in_a_registration_under_way(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="Apakah benar")
    ratna, _class_id = await opens_the_rules(stage)
    await changes(ratna, "Usia maksimal", "25 tahun")
    await siti.taps("Ya, benar")
    siti.sees("Pelatihan ini untuk usia sampai 25 tahun")
    await changes(ratna, "Usia maksimal", "30 tahun")
    await siti.taps("Ya, benar")
    siti.sees("kecamatan")


async def test_a_class_that_opens_to_everyone_takes_outsiders(stage: Stage) -> None:
    andi = await newcomer(stage, "Andi")
    await opens_the_form(andi)
    await answers(andi, until="kecamatan")
    await andi.taps("Luar Kota Pekalongan")
    andi.sees("hanya untuk")
    ratna, _class_id = await opens_the_rules(stage)
    await changes(ratna, "KTP", "Dari mana saja")
    await andi.taps("Luar Kota Pekalongan")
    andi.sees("kabupaten atau kota")


async def test_where_a_late_course_stands_in_the_way_its_year_is_asked(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="pelatihan Dinperinaker")
    ratna, _class_id = await opens_the_rules(stage)
    await changes(ratna, "Pernah pelatihan", "Tidak dalam 3 tahun")
    await siti.taps("Sudah pernah")
    siti.sees("Tahun berapa pelatihan terakhir Anda")
    await siti.taps(str(stage.clock.now().year))
    siti.sees("sudah lewat sedikitnya 3 tahun")
    await siti.says(str(stage.clock.now().year - 4))
    siti.sees("Silakan periksa")


@pytest.mark.parametrize(
    "forged", ["most.17", "least.17", "least.101", "floor.phd", "earlier.-1", "nothing.y", "home.x", "most.x"]
)
async def test_what_is_not_offered_changes_nothing(stage: Stage, forged: str) -> None:
    ratna, class_id = await opens_the_rules(stage)
    before = await stage.reads(rules.of_class, class_id)
    await ratna.forges(f"m:rule:{class_id}.{forged}")
    assert ratna.toast() == "Tombol ini sudah tidak berlaku."
    assert await stage.reads(rules.of_class, class_id) == before


async def test_nobody_else_sees_or_changes_rules(stage: Stage) -> None:
    siti, class_id = await newcomer(stage), await sewing(stage)
    await siti.starts()
    before = await stage.reads(rules.of_class, class_id)
    for forged in (f"m:rules:{class_id}", f"m:rule:{class_id}.most", f"m:rule:{class_id}.most.30"):
        await siti.forges(forged)
        assert siti.toast() == "Tombol ini sudah tidak berlaku."
    assert await stage.reads(rules.of_class, class_id) == before
