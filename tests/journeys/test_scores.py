"""Scores: one by one, pasted as lines, or by Excel; nothing is ever half imported."""

import time
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from records import applications, road, scores
from records.applications import ApplicationStatus
from records.scores import Score
from records.session import Session
from records.steps import Kind
from tests.journeys.examinees import Examinee, examinees, invites, opens_the_class, schedules
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = ("Nomor", "Nama", "Tes tertulis", "Wawancara", "Tes praktik")


async def those_tested(stage: Stage, count: int) -> list[Examinee]:
    """So many who are scheduled for the written test; the officer stands at the scores."""
    people = await examinees(stage, count)
    await schedules(stage, seats=max(count, 1))
    await invites(stage)
    await opens_the_class(bu_ratna(stage))
    await bu_ratna(stage).taps("📝 Nilai")
    return people


async def of(stage: Stage, who: Examinee) -> dict[str, Decimal]:
    return await stage.reads(scores.of_application, who.application_id)


def received(stage: Stage, phone: Phone) -> bytes:
    """The newest file that the bot has sent."""
    message = next(message for message in reversed(phone.bot_messages()) if message["kind"] == "document")
    found = stage.world.files.find(message["file"]["id"])
    assert found is not None
    return stage.world.files.read(found)


def book(*rows: tuple[Any, ...]) -> tuple[Workbook, Worksheet]:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    page.append(HEADS)
    for row in rows:
        page.append(row)
    return made, page


def saved(made: Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


async def sends(stage: Stage, content: bytes, name: str = "nilai.xlsx") -> Phone:
    """From the scores of the class: the officer sends a file back."""
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("📝 Nilai")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_file(name, content, XLSX)
    ratna.sees("File sedang diperiksa")
    return ratna


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
    before = await stage.reads(_scores)
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
    assert await stage.reads(_scores) == before
    await ratna.says("0001 78,5\n0002 60\n12;91.25")
    ratna.sees("Baru: 3\nBerubah: 0\nTetap: 0")
    ratna.sees("0012 Warga 12, Tes tertulis: 91,25")
    assert await stage.reads(_scores) == before
    await ratna.taps("💾 Simpan")
    ratna.sees("3 nilai disimpan.")
    assert await of(stage, people[11]) == {"tertulis": Decimal("91.25")}


def _scores(session: Session) -> list[tuple[int, str, Decimal]]:
    rows = session.execute(select(Score.application_id, Score.component, Score.value))
    return [(application_id, component, value) for application_id, component, value in rows]


async def test_the_template_is_filled_in_sent_back_shown_and_saved_by_a_tap(stage: Stage) -> None:
    siti, budi = await those_tested(stage, 2)
    ratna = bu_ratna(stage)
    await ratna.taps("Templat Excel")
    await ratna.waits_for("Templat Las SMAW: 2 orang.")
    made = load_workbook(BytesIO(received(stage, ratna)))
    page = made.worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[2] == list(HEADS)
    assert [row[:2] for row in rows[3:]] == [[siti.number, siti.name], [budi.number, budi.name]]
    page["C4"], page["C5"], page["D5"] = "78,5", 66, 70
    await sends(stage, saved(made))
    await ratna.waits_for("Baru: 3\nBerubah: 0\nTetap: 0")
    ratna.sees("0001 Siti Aminah, Tes tertulis: 78,5")
    assert await stage.reads(_scores) == []
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
    before = await stage.reads(_scores)
    await sends(stage, saved(made))
    await ratna.waits_for("13 kesalahan di 13 baris. Tidak ada yang diubah.")
    assert await stage.reads(_scores) == before == []
    assert not any("Simpan" in label for label in ratna.labels())
    back = load_workbook(BytesIO(received(stage, ratna))).worksheets[0]
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


async def test_160_scores_go_round_by_excel_in_under_two_seconds(stage: Stage) -> None:
    people = await those_tested(stage, 160)
    warm, _page = book((people[0].number, people[0].name, 1))
    ratna = await sends(stage, saved(warm))
    await ratna.waits_for("Baru: 1")
    made, _page = book(
        *((who.number, who.name, f"{n % 101},25" if n % 101 < 100 else 100) for n, who in enumerate(people))
    )
    content = saved(made)
    await opens_the_class(ratna)
    await ratna.taps("📝 Nilai")
    await ratna.taps("Kirim file Excel")
    begun = time.perf_counter()
    await ratna.sends_file("nilai.xlsx", content, XLSX)
    await ratna.waits_for("Baru: 160")
    await ratna.taps("💾 Simpan")
    took = time.perf_counter() - begun
    ratna.sees("160 nilai disimpan.")
    assert len(await stage.reads(_scores)) == 160
    assert took < 2, f"took {took:.2f} s"
