"""Scores by Excel: the template goes out, comes back and is saved by a tap, or tells every mistake."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from records import applications, road, scores
from records.applications import ApplicationStatus
from records.session import Session
from records.steps import Kind
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna
from tests.journeys.scoring import HEADS, all_filled_in, all_scores, book, of, saved, sends, those_tested
from tests.stage import Stage


async def test_the_template_is_filled_in_sent_back_shown_and_saved_by_a_tap(stage: Stage) -> None:
    siti, budi = await those_tested(stage, 2)
    ratna = bu_ratna(stage)
    await ratna.taps("Templat Excel")
    await ratna.waits_for("Templat Las SMAW: 2 orang.")
    made = load_workbook(BytesIO(stage.newest_file(ratna)))
    page = made.worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[2] == list(HEADS)
    assert [row[:2] for row in rows[3:]] == [[siti.number, siti.name], [budi.number, budi.name]]
    page["C4"], page["C5"], page["D5"] = "78,5", 66, 70
    await sends(stage, saved(made))
    await ratna.waits_for("Baru: 3\nBerubah: 0\nTetap: 0")
    ratna.sees("0001 Siti Aminah, Tes tertulis: 78,5")
    assert await stage.reads(all_scores) == []
    asked, button = ratna.button("💾 Simpan")
    await ratna.taps("💾 Simpan")
    ratna.sees("3 nilai disimpan.")
    assert await of(stage, siti) == {"tertulis": Decimal("78.5")}
    assert await of(stage, budi) == {"tertulis": Decimal(66), "wawancara": Decimal(70)}
    after = await fingerprint(stage)
    await ratna.forges(button, asked)
    assert await fingerprint(stage) == after
    page["C4"] = 80
    await sends(stage, saved(made))
    await ratna.waits_for("Baru: 0\nBerubah: 1\nTetap: 2")
    ratna.sees("0001 Siti Aminah, Tes tertulis: 78,5 → 80")
    await ratna.taps("Jangan simpan")
    assert await of(stage, siti) == {"tertulis": Decimal("78.5")}


async def test_a_file_with_12_kinds_of_mistakes_changes_nothing_and_says_all_12(stage: Stage) -> None:
    people = await those_tested(stage, 9)
    ratna = bu_ratna(stage)
    now = stage.clock.now()
    gone = people[8]
    assert await stage.writes(road.move, Kind.APPLICATION, gone.application_id, ApplicationStatus.WITHDRAWN, now)
    elsewhere = await stage.reads(_number_of_another_cohort, people[0].application_id)
    numbers = [who.number for who in people]
    made, page = book(
        (numbers[0], people[0].name, 101, 70, 70),  # 1 out of range
        (numbers[1], people[1].name, "delapan", None, None),  # 2 no number
        (numbers[2], people[2].name, 77.777, None, None),  # 3 too many places
        (numbers[3], people[3].name, now.replace(tzinfo=None), None, None),  # 4 a day
        (numbers[4], people[4].name, "=50+20", None, None),  # 5 a formula
        (numbers[5], people[5].name, "#REF!", None, None),  # 6 an error
        (numbers[6], "Orang Lain", 70, None, None),  # 7 another's name
        (numbers[0], people[0].name, 70, None, None),  # 8 twice
        ("9999-1-4242", "Entah", 70, None, None),  # 9 no such number
        (elsewhere, None, 70, None, None),  # 10 another cohort
        (gone.number, gone.name, 70, None, None),  # 11 not scheduled any more
        (None, "Tanpa Nomor", 70, None, None),  # 12 no number
        (numbers[7], people[7].name, None, None, None),  # 13 merged, below
    )
    page.merge_cells("C14:D14")
    page["C14"] = 88
    before = await stage.reads(all_scores)
    await sends(stage, saved(made))
    await ratna.waits_for("13 kesalahan di 13 baris. Tidak ada yang diubah.")
    assert await stage.reads(all_scores) == before == []
    assert not any("Simpan" in label for label in ratna.labels())
    back = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets[0]
    assert [cell.value for cell in back[1]] == [*HEADS, "Kesalahan"]
    said = [str(back.cell(row, 6).value) for row in range(2, 15)]
    expected = (
        "Tes tertulis: 101 tidak di antara 0 dan 100.",
        "“delapan” bukan angka.",
        "lebih dari 2 angka di belakang koma.",
        "Excel mengubah angka ini menjadi tanggal.",
        "Ini rumus. Tempel sebagai nilai.",
        "Sel ini menunjukkan galat (#REF!).",
        f"Nama: Nomor ini milik {people[6].name}.",
        "Orang yang sama sudah ada di baris 2.",
        "Tidak ada nomor ini: 9999-1-4242.",
        "Nomor ini dari angkatan lain.",
        "Orang ini tidak (lagi) dijadwalkan tes.",
        "Nomor: Sel ini kosong.",
        "Sel di sini digabung (C14:D14).",
    )
    for told, words in zip(said, expected, strict=True):
        assert words in told
    assert back["C6"].value == "=50+20"


def _number_of_another_cohort(session: Session, application_id: int) -> str:
    mine = session.get_one(applications.Application, application_id)
    found = session.scalars(
        select(applications.Application.number).where(applications.Application.cohort_id != mine.cohort_id)
    ).first()
    assert found is not None
    return found


async def test_what_is_no_workbook_is_refused_kindly(stage: Stage) -> None:
    await those_tested(stage, 1)
    ratna = await sends(stage, b"Nomor;Nilai\n0001;78,5\n", "nilai.csv")
    await ratna.waits_for("Ini file CSV. Buka di Excel")
    ratna.sees("Tidak ada yang diubah.")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_photo()
    ratna.sees("Mohon kirim templat yang sudah diisi sebagai file (.xlsx), bukan foto")
    await ratna.says("ini filenya")
    ratna.sees("Mohon kirim templat yang sudah diisi sebagai file")


async def test_a_score_that_somebody_else_wrote_meanwhile_is_not_overwritten_unseen(stage: Stage) -> None:
    siti, budi = await those_tested(stage, 2)
    made, _page = book((siti.number, siti.name, 70), (budi.number, budi.name, 71))
    ratna = await sends(stage, saved(made))
    await ratna.waits_for("Baru: 2")
    officer = await stage.reads(_an_officer)
    mark = scores.Mark(siti.application_id, "tertulis", Decimal(99))
    await stage.writes(scores.record, mark, staff_id=officer, now=stage.clock.now())
    await ratna.taps("💾 Simpan")
    ratna.sees("Ada yang berubah sementara itu; tidak ada yang disimpan.")
    assert await of(stage, siti) == {"tertulis": Decimal(99)}
    assert await of(stage, budi) == {}


def _an_officer(session: Session) -> int:
    from records import staff

    return staff.active(session)[1].id


@pytest.mark.long
async def test_160_scores_go_round_by_excel(stage: Stage) -> None:
    people = await those_tested(stage, 160)
    ratna = await sends(stage, all_filled_in(people))
    await ratna.waits_for("Baru: 160")
    await ratna.taps("💾 Simpan")
    ratna.sees("160 nilai disimpan.")
    assert len(await stage.reads(all_scores)) == 160
