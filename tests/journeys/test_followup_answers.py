"""Answers to the follow-up: every tap in the monitoring record, and the figure that it becomes part of."""

from datetime import timedelta

from records.monitoring import LabourStatus
from tests.journeys.alumni import DUE, IN_CLASS, THIRD_MONTH, WITH_CHAT, asked, graduated, told
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna, goes_to
from tests.stage import Stage


async def test_every_tap_is_in_the_monitoring_record_at_once(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    name = await stage.reads(name_of, sri.id)
    await stage.until(DUE)
    assert await told(stage, sri) == []
    await sri.looks()
    await sri.taps("Kerja digaji")
    (record,) = await told(stage, sri)
    assert (record.status, record.activity, record.employment, record.since) == ("working", "kerja", None, None)
    await sri.taps("Ya, tetap")
    (record,) = await told(stage, sri)
    assert (record.employment, record.since) == (4, None)
    await sri.taps("Sampai 1 bulan setelahnya")
    (record,) = await told(stage, sri)
    assert (record.employment, record.since, record.wave, record.source) == (4, "0-1", 1, "self")
    sri.sees(f"Terima kasih, {name}. Jawaban Anda sudah dicatat untuk bulan ke-1 setelah pelatihan Tata boga")


async def test_the_household_that_sells_from_home_counts_as_working(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    for label in ("Urus rumah tangga", "Ya", "Usaha/jualan sendiri", "Tidak", "2-3 bulan setelahnya"):
        await sri.taps(label)
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert (record.status, record.activity, record.employment) == ("working", "rumah_tangga", 1)
    assert record.since == "2-3"


async def test_whoever_looks_for_work_and_has_none_is_unemployed_in_three_taps(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    for label in ("Cari kerja/siapkan usaha", "Tidak", "Tidak"):
        await sri.taps(label)
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.UNEMPLOYED.value


async def test_on_the_job_training_is_a_status_of_its_own(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("OJT/magang")
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.OJT.value


async def test_a_late_answer_is_still_heard(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=17))
    await sri.looks()
    await sri.taps("OJT/magang")
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert record.wave == 1


async def test_an_answer_far_too_late_is_told_so_kindly(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=30))
    await sri.looks()
    await sri.taps("OJT/magang")
    assert sri.toast() == "Tombol ini sudah tidak berlaku."
    assert await told(stage, sri) == []


async def test_the_third_month_does_not_ask_again_since_when(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    for label in ("Kerja digaji", "Ya, tetap", "Sampai 1 bulan setelahnya"):
        await sri.taps(label)
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-1")
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1
    await sri.taps("Kerja digaji")
    await sri.taps("Ya, tetap")
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-3")
    first, third = await told(stage, sri)
    assert (first.wave, third.wave) == (1, 3)
    assert first.since == third.since == "0-1"


async def test_a_wave_that_stayed_silent_does_not_stand_in_the_way_of_the_next(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 2
    await sri.taps("OJT/magang")
    (record,) = await told(stage, sri)
    assert record.wave == 3


async def test_the_answer_is_in_the_figure(stage: Stage) -> None:
    sri, tono, *_others = await graduated(stage, officers_stay=True)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await tono.looks()
    for label in ("Cari kerja", "Tidak", "Tidak"):
        await tono.taps(label)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan III 2026 (data contoh) · 12 lulusan")
    await ratna.taps("Bulan 1")
    ratna.sees(f"Lulusan (N): {IN_CLASS}\nTerjangkau (T): {WITH_CHAT}\nMenjawab (R): 2\nBekerja (E): 1")
    ratna.sees("Belum ada persentase yang bisa disebut: baru 17% yang menjawab. Yang bekerja antara 8% dan 92%")
