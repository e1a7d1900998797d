"""The report of the alumni: a sentence to quote with its denominators and both bounds, for any cut."""

from sqlalchemy import select

from records import followups
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.demonstration import Group
from records.enrolments import Enrolment
from records.indicators import Cut, Indicators, indicators
from records.monitoring import MonitoringRecord
from records.session import Session
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

SECOND = "Angkatan II 2019 (data contoh)"


async def test_the_report_opens_with_a_sentence_to_copy(stage: Stage) -> None:
    ratna = await _reads_the_second(stage)
    told = await stage.reads(_indicators, "2019-2", 6, stage)
    answered, working, rest = told.figure.answered, told.figure.working, 128 - told.figure.answered
    assert answered >= 64
    sentence = (
        f"{SECOND}, bulan ke-6 (6 Oktober 2026): {_whole(working, answered)} dari yang menjawab bekerja. "
        f"Dari 128 lulusan, {told.figure.reached} terjangkau, {answered} menjawab, {working} bekerja; "
        f"dari semua antara {_whole(working, 128)} dan {_whole(working + rest, 128)}."
    )
    ratna.sees(sentence)
    keyboard = ratna.bot_messages()[-1]["inline_keyboard"]
    assert [one["copy_text"] for row in keyboard for one in row if "copy_text" in one] == [sentence]
    ratna.sees(f"Bekerja minimal 1 jam dalam 7 hari (BPS): {_whole(working, answered)}")
    ratna.sees(f"Kegiatan utamanya bekerja: {_whole(told.figure.main_activity_work, answered)}")
    ratna.sees(f"Lulusan (N): 128\nTerjangkau (T): {told.figure.reached}\nMenjawab (R): {answered}")
    ratna.sees("Data per Selasa, 6 Oktober 2026 pukul 10.00 WIB.")
    await ratna.taps("Indikator ▶️")
    ratna.sees("Separuhnya sudah bekerja dalam waktu:")
    await ratna.taps("Ke angkanya")
    ratna.sees(sentence)


async def test_buttons_cut_the_figure_and_lead_back(stage: Stage) -> None:
    ratna = await _reads_the_second(stage)
    await ratna.taps("Jenis kelamin")
    await ratna.taps("Perempuan")
    women = await stage.reads(_indicators, "2019-2", 6, stage, "P")
    ratna.sees(f"{SECOND}, perempuan, bulan ke-6")
    ratna.sees(f"Lulusan (N): {women.figure.graduates}")
    await ratna.taps("Bulan")
    await ratna.taps("Bulan 3")
    ratna.sees(f"{SECOND}, perempuan, bulan ke-3")
    await ratna.taps("• Jenis kelamin")
    await ratna.taps("Semuanya")
    ratna.sees(f"{SECOND}, bulan ke-3")
    await ratna.taps("Semua angkatan, tanpa pilahan")
    ratna.sees("semua angkatan, bulan ke-3")
    await ratna.taps("Kejuruan")
    await ratna.taps("Kembali")
    ratna.sees("semua angkatan, bulan ke-3")


async def test_below_half_of_the_answers_there_is_no_percentage_to_quote(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await ratna.says("/laporan")
    await _cuts(ratna, "Angkatan", "Angkatan III 2019")
    await _cuts(ratna, "Bulan", "Bulan 12")
    figure = (await stage.reads(_indicators, "2019-3", 12, stage)).figure
    assert figure.answered * 2 < figure.graduates
    ratna.sees("penjawab terlalu sedikit untuk persentase")
    unwilling = await stage.reads(_unwilling, "2019-3", 12)
    phoned = figure.silent - unwilling
    assert unwilling
    ratna.sees(f"Baru {_whole(figure.answered, figure.graduates)} menjawab; {phoned} orang perlu ditelepon.")
    ratna.sees_not("dari yang menjawab bekerja")
    await ratna.taps(f"Masukkan ke daftar telepon: {phoned}")
    ratna.sees(f"{phoned} orang sudah masuk daftar telepon.")


def _unwilling(session: Session, code: str, wave: int) -> int:
    """Of a cohort, those who told nothing of a wave and do not want to be asked."""
    told = select(MonitoringRecord.enrolment_id).where(MonitoringRecord.wave == wave)
    silent = (
        select(Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .where(Cohort.code == code, Enrolment.id.not_in(told))
    )
    return sum(followups.has_stopped(session, person_id) for person_id in session.scalars(silent))


async def test_to_whoever_is_no_officer_there_is_no_report(stage: Stage) -> None:
    siti = stage.of(Group.SEEKER)[0]
    await siti.says("/tidakada")
    unknown = siti.last()
    await siti.says("/laporan")
    assert siti.last() == unknown


async def _reads_the_second(stage: Stage) -> Phone:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await _cuts(ratna, "Angkatan", "Angkatan II 2019")
    return ratna


async def _cuts(officer: Phone, by: str, choice: str) -> None:
    await officer.taps(by)
    await officer.taps(choice)


def _indicators(session: Session, code: str, wave: int, stage: Stage, sex: str | None = None) -> Indicators:
    cohort = session.scalars(select(Cohort).where(Cohort.code == code)).one()
    return indicators(session, Cut(cohort_id=cohort.id, sex=sex), wave, stage.clock.now())


def _whole(part: int, whole: int) -> str:
    return f"{part / whole:.0%}"


async def test_a_chart_that_telegram_does_not_take_at_first_comes_all_the_same(stage: Stage) -> None:
    ratna = await _reads_the_second(stage)
    await stage.fails("sendPhoto", 502, times=2)
    await ratna.taps("Per kejuruan")
    await ratna.waits_for("Bekerja setelah pelatihan, per kejuruan", seconds=60)
    assert ratna.bot_messages()[-1]["kind"] == "photo"


async def test_a_locked_figure_stays_under_its_number(stage: Stage) -> None:
    ratna = await _reads_the_second(stage)
    sentence = ratna.last().partition("\n")[0]
    await ratna.taps("Kunci angka")
    ratna.sees("Kunci angka ini?")
    await ratna.taps("Ya, kunci")
    ratna.sees(f"Angka terkunci no. 1, Selasa, 6 Oktober 2026 pukul 10.00 WIB\n\n{sentence}")
    ratna.sees("Dihitung ulang dari bahan yang disimpan: angkanya sama.")
    ratna.sees("Sekarang: tidak berubah.")
    await ratna.taps("Semua angka terkunci")
    await ratna.taps("No. 1 · 6 Oktober 2026")
    ratna.sees(sentence)
    await ratna.taps("Angka sekarang")
    ratna.sees(sentence)
