"""Figures of the alumni: with their denominators and both bounds, in words and as a chart."""

from sqlalchemy import select

from records import figures
from records.cohorts import Cohort
from records.session import Session
from tests.journeys.office import bu_ratna, goes_to
from tests.stage import Stage


async def test_the_figure_tells_its_denominators_and_both_bounds(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019 (data contoh) · 128 lulusan")
    total = (await stage.reads(_report, "2019-2", 6, stage)).total
    answered, working, rest = total.answered, total.working, 128 - total.answered
    assert answered >= 64
    ratna.sees("Angkatan II 2019 (data contoh), bulan ke-6 setelah pelatihan")
    ratna.sees(f"{_whole(working, answered)} dari yang menjawab sudah bekerja ({working} dari {answered})")
    ratna.sees(f"angkanya antara {_whole(working, 128)} dan {_whole(working + rest, 128)}.")
    ratna.sees(f"Lulusan (N): 128\nTerjangkau (T): {total.reached}\nMenjawab (R): {answered}\nBekerja (E): {working}")
    ratna.sees("Data per Selasa, 6 Oktober 2026 pukul 10.00 WIB.")


def _report(session: Session, code: str, wave: int, stage: Stage) -> figures.Report:
    cohort = session.scalars(select(Cohort).where(Cohort.code == code)).one()
    return figures.of_cohort(session, cohort.id, wave, stage.clock.now())


def _whole(part: int, whole: int) -> str:
    return f"{part / whole:.0%}"


async def test_below_half_of_the_answers_there_is_no_percentage_to_quote(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan III 2019")
    await ratna.taps("Bulan 12")
    total = (await stage.reads(_report, "2019-3", 12, stage)).total
    assert total.answered * 2 < total.graduates
    ratna.sees(f"Belum ada persentase yang bisa disebut: baru {_whole(total.answered, total.graduates)} yang menjawab.")
    ratna.sees("Yang bekerja antara")
    ratna.sees_not("sudah bekerja (")
    assert "• Bulan 12" in ratna.labels()


async def test_the_chart_arrives_as_a_picture_with_the_figure_beneath(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019")
    await ratna.taps("Lihat grafik")
    ratna.sees("Grafik sedang dibuat, mohon tunggu sebentar.")
    await ratna.waits_for("Lulusan (N): 128")
    chart = ratna.bot_messages()[-1]
    assert (chart["kind"], chart["file"]["mime"]) == ("photo", "image/png")
    assert chart["file"]["width"] >= 600
    await ratna.taps("Menu petugas")
    ratna.sees("Menu petugas")


async def test_a_chart_that_telegram_does_not_take_at_first_comes_all_the_same(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019")
    await stage.fails("sendPhoto", 502, times=2)
    await ratna.taps("Lihat grafik")
    await ratna.waits_for("Lulusan (N): 128")
    assert ratna.bot_messages()[-1]["kind"] == "photo"
