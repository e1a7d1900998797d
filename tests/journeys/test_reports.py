"""Reports of the graduates as files: what an officer taps on the figure's page, and what then arrives."""

from io import BytesIO

import pypdfium2
from openpyxl import load_workbook
from sqlalchemy import func, select

from records import figures
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.figures import Figure
from records.monitoring import MonitoringRecord
from records.people import Person
from records.session import Session
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

COHORT = "Angkatan II 2019 (data contoh)"


async def at_the_figure(stage: Stage) -> Phone:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan")
    await ratna.taps(COHORT)
    return ratna


async def total(stage: Stage, wave: int = 6) -> Figure:
    return await stage.reads(_total, wave, stage)


def _total(session: Session, wave: int, stage: Stage) -> Figure:
    cohort = session.scalars(select(Cohort).where(Cohort.code == "2019-2")).one()
    return figures.of_cohort(session, cohort.id, wave, stage.clock.now()).total


CHARTS = (
    ("Per kejuruan", "Bekerja setelah pelatihan, per kejuruan"),
    ("Tanggapan", "lulusan menjawab di bulan ke-12"),
    ("Alur status", "sudah bekerja di bulan ke-12"),
    ("Masa tunggu", "Berapa lama sampai pekerjaan pertama?"),
    ("Kartu publik", "dari lulusan yang menjawab sudah bekerja atau berusaha"),
)


async def test_each_chart_arrives_as_a_picture_with_its_finding(stage: Stage) -> None:
    ratna = await at_the_figure(stage)
    for button, words in CHARTS:
        await ratna.taps(button)
        await ratna.waits_for(words)
        chart = ratna.bot_messages()[-1]
        assert (chart["kind"], chart["file"]["width"]) == ("photo", 1080)
        assert words in chart["text"]


async def test_the_report_has_two_pages_with_the_figures_of_the_page(stage: Stage) -> None:
    ratna, found = await at_the_figure(stage), await total(stage)
    await ratna.taps("Laporan (PDF)")
    await ratna.waits_for("Laporan alumni nomor 1/2026")
    document = pypdfium2.PdfDocument(stage.newest_file(ratna))
    first, second = (str(document[page].get_textpage().get_text_range()) for page in (0, 1))
    assert len(document) == 2
    assert COHORT in first
    assert f"{found.working / found.answered:.0%} dari yang menjawab sudah bekerja" in " ".join(first.split())
    for count in (found.graduates, found.reached, found.answered, found.working):
        assert str(count) in first.split()
    assert "Per kejuruan" in second
    assert "Batas pasti" in second


async def test_the_workbook_holds_every_record_and_nobodys_name(stage: Stage) -> None:
    ratna = await at_the_figure(stage)
    await ratna.taps("Excel")
    await ratna.waits_for("nama samaran")
    content = stage.newest_file(ratna)
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["Indikator", "Catatan", "Buku kode"]
    indicators, records = (list(book[name].iter_rows(values_only=True)) for name in book.sheetnames[:2])
    found = await total(stage)
    assert indicators[3][3:7] == (found.graduates, found.reached, found.answered, found.working)
    assert len(records) - 1 == await stage.reads(_records)
    known = await stage.reads(_names)
    cells = {str(cell) for row in records for cell in row}
    assert not cells & known


def _records(session: Session) -> int:
    told = select(func.count(MonitoringRecord.id)).join(Enrolment, Enrolment.id == MonitoringRecord.enrolment_id)
    told = told.join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    return session.scalars(told.join(Cohort, Cohort.id == TrainingClass.cohort_id).where(Cohort.code == "2019-2")).one()


def _names(session: Session) -> set[str]:
    everybody = session.scalars(select(Person))
    return {words for person in everybody for words in (person.name, person.nik, person.phone) if words}


async def test_a_forged_button_makes_nothing(stage: Stage) -> None:
    ratna = await at_the_figure(stage)
    before = len(ratna.bot_messages())
    for forged in ("flow.6-c999", "flow.0-c1", "nothing.6-c1", "flow.", "xlsx.99-c1", "pdf.6-p999"):
        await ratna.forges(f"m:made:{forged}")
    assert all(message["kind"] == "text" for message in ratna.bot_messages()[before:])
