"""Papers and lists of a class: real files, made on demand, that hold who they should and nobody else."""

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.journeys.applicant import SITI, another, newcomer, registers
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

RUNNING = ("Angkatan III 2026", "Tata boga (pembuatan roti)")
OPEN = ("Angkatan IV 2026", "Menjahit")


async def opens_papers(officer: Phone, of: tuple[str, str]) -> None:
    cohort, programme = of
    await goes_to(officer, "Cetak & daftar")
    await officer.taps(cohort)
    await officer.taps(programme)


async def file_of(stage: Stage, officer: Phone, waits_for: str) -> bytes:
    """What the newest document holds."""
    await officer.waits_for(waits_for)
    return stage.newest_file(officer)


def rows_of(workbook: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(workbook)).worksheets[0].iter_rows(values_only=True))


async def test_of_many_years_every_class_is_found_by_its_cohort(stage: Stage) -> None:
    for year in range(2000, 2010):
        await stage.writes(open_cohort, stage.clock.now(), name=f"Angkatan {year}", code=f"{year}-1")
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Cetak & daftar")
    for year in range(2000, 2010):
        assert f"Angkatan {year}" in ratna.labels()
    await ratna.taps("Angkatan 2000")
    await ratna.taps("Las SMAW")
    ratna.sees("Las SMAW, Angkatan 2000")
    await ratna.taps("⬅️ Kembali")
    assert "Las SMAW" in ratna.labels()


@pytest.mark.parametrize(
    "title", ["Daftar hadir peserta", "Tanda terima ATK", "Tanda terima modul", "Daftar pembayaran uang transport"]
)
async def test_every_paper_names_every_participant_and_has_room_to_sign(stage: Stage, title: str) -> None:
    ratna = bu_ratna(stage)
    await opens_papers(ratna, RUNNING)
    await ratna.taps(f"🖨 {title}")
    document = pypdfium2.PdfDocument(await file_of(stage, ratna, title))
    words = " ".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    assert title in words
    assert "Tanda tangan" in words
    assert "Kepala UPTD BLK" in words
    numbered = [line for line in words.splitlines() if line.split(" ")[0].isdigit()]
    assert len(numbered) >= 10


async def test_a_paper_as_excel_keeps_niks_whole(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await opens_papers(ratna, RUNNING)
    message_id, data = ratna.button("Excel")
    await ratna.forges(data.replace("hadir", "transport"), message_id)
    rows = rows_of(await file_of(stage, ratna, "Daftar pembayaran uang transport"))
    head = rows[2]
    niks = [row[head.index("NIK")] for row in rows[3:]]
    assert niks
    assert all(isinstance(nik, str) and len(nik) == 16 for nik in niks)


async def test_the_list_of_applicants_holds_who_applied_as_she_wrote_it(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    number = await registers(siti, another(SITI, name="D'Arsy Siti", address="=Jl. Melati 5 RT 02 RW 03"))
    await opens_papers(ratna, OPEN)
    await ratna.taps("Semua pendaftar")
    rows = rows_of(await file_of(stage, ratna, "pendaftar"))
    found = next(row for row in rows if number in row)
    assert "D'Arsy Siti" in found
    assert SITI.nik in found
    assert "=Jl. Melati 5 RT 02 RW 03" in found
    assert "Pekalongan Utara" in found


async def test_a_stage_that_nobody_reached_is_an_empty_list(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await opens_papers(ratna, OPEN)
    await ratna.taps("Lulusan")
    rows = rows_of(await file_of(stage, ratna, "0 orang"))
    assert len(rows) == 3


@pytest.mark.parametrize("title", ["Daftar pembayaran uang transport", "Daftar hadir peserta"])
async def test_a_class_without_participants_has_nothing_to_sign(stage: Stage, title: str) -> None:
    ratna = bu_ratna(stage)
    await opens_papers(ratna, OPEN)
    await ratna.taps(f"🖨 {title}")
    ratna.sees("Belum ada peserta di kelas ini, jadi belum ada yang dicetak.")
    await stage.a_moment_passes()
    assert all(message["kind"] != "document" for message in ratna.bot_messages())
    await ratna.taps("Cetak & daftar")
    ratna.sees("Daftar memuat data pribadi")


@pytest.mark.parametrize("data", ["m:papers", "m:papers:1", "m:papers:c1", "m:paper:1.hadir.pdf", "m:list:1.pendaftar"])
async def test_papers_do_not_exist_for_those_who_are_no_officers(stage: Stage, data: str) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.forges(data)
    assert siti.toast() == "Tombol ini sudah tidak berlaku."


@pytest.mark.parametrize(
    "data",
    [
        "m:papers:999",
        "m:papers:c999",
        "m:papers:c",
        "m:papers:cc",
        "m:paper:1.nothing.pdf",
        "m:paper:1.hadir.exe",
        "m:paper:x",
        "m:list:1.x",
        "m:list:...",
    ],
)
async def test_forged_papers_are_refused(stage: Stage, data: str) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Cetak & daftar")
    await ratna.forges(data)
    assert ratna.toast() == "Tombol ini sudah tidak berlaku."
