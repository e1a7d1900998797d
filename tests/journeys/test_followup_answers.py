"""Answers to the follow-up: every tap in the monitoring record, and the figure that it becomes part of."""

from datetime import timedelta

from records import monitoring
from records.labour import LabourStatus
from tests.journeys.alumni import (
    DUE,
    EMPLOYED,
    IN_CLASS,
    SIXTH_MONTH,
    THIRD_MONTH,
    WITH_CHAT,
    asked,
    graduated,
    tells,
    told,
)
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna, goes_to, officers_return
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
    await sri.taps("Sangat sesuai")
    (record,) = await told(stage, sri)
    assert (record.relevance, record.complete) == (4, False)
    sri.sees("Tulis nama tempat kerja atau juragannya, atau lewati.")
    await sri.says("PT Contoh & Kawan")
    sri.sees(f"Terima kasih, {name}. Jawaban Anda sudah dicatat untuk bulan ke-1 setelah pelatihan Tata boga")
    (record,) = await told(stage, sri)
    assert record.complete
    assert monitoring.answers_of(record)["employer"] == "PT Contoh & Kawan"


async def test_the_household_that_sells_from_home_counts_as_working(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(
        sri, "Urus rumah tangga", "Ya", "Usaha/jualan sendiri", "Tidak", "2-3 bulan setelahnya", "Sangat sesuai"
    )
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert (record.status, record.activity, record.employment) == ("working", "rumah_tangga", 1)
    assert record.since == "2-3"


async def test_whoever_looks_for_work_and_has_none_is_unemployed_in_four_taps(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri, "Cari kerja/siapkan usaha", "Tidak", "Tidak", "Ya, mencari kerja")
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.UNEMPLOYED.value


async def test_the_household_that_looks_for_work_is_unemployed_too_once_it_says_so(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri, "Urus rumah tangga", "Tidak", "Tidak")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.OUTSIDE.value
    await sri.taps("Ya, menyiapkan usaha")
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert (record.status, record.activity, record.seeking) == ("unemployed", "rumah_tangga", "menyiapkan")


async def test_on_the_job_training_is_a_status_of_its_own_paid_or_not(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri, "OJT/magang", "Ya", "Sangat sesuai")
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert (record.status, record.ojt_paid) == (LabourStatus.OJT.value, True)


async def test_a_late_answer_is_still_heard(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=17))
    await sri.looks()
    await tells(sri)
    sri.sees("Jawaban Anda sudah dicatat")
    (record,) = await told(stage, sri)
    assert record.wave == 1


async def test_an_answer_far_too_late_is_told_so_kindly(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=30))
    await sri.looks()
    before = len(sri.bot_messages())
    await tells(sri, "OJT/magang")
    assert sri.toast() == "Tombol ini sudah tidak berlaku."
    sri.sees("Waktu untuk menjawab pertanyaan ini sudah habis, jadi ketukan Anda tidak tercatat.")
    assert len(sri.bot_messages()) == before
    assert sri.labels() == ["📋 Status saya", "🏠 Menu"]
    assert await told(stage, sri) == []


async def test_the_third_month_opens_with_the_last_answer_and_is_one_tap(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri, *EMPLOYED[:-1])
    await sri.says("PT Contoh")
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-1")
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1
    assert "Masih di PT Contoh?" in sri.last()
    await sri.taps("✅ Ya, masih")
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-3")
    first, third = await told(stage, sri)
    assert (first.wave, third.wave) == (1, 3)
    for record in (first, third):
        assert (record.status, record.activity, record.employment) == ("working", "kerja", 4)
        assert (record.since, record.relevance, record.complete) == ("0-1", 4, True)


async def test_the_third_month_after_a_change_asks_all_but_since_when(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri, *EMPLOYED)
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1
    assert "Masih bekerja di tempat yang sama?" in sri.last()
    await tells(sri, "Tidak, sudah berubah", "Usaha/jualan sendiri", "Tidak", "Tidak sesuai", "Lewati")
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-3")
    first, third = await told(stage, sri)
    assert (first.employment, third.employment) == (4, 1)
    assert (third.since, third.relevance) == ("0-1", 1)


async def test_the_sixth_month_asks_for_income_sector_place_and_what_would_help(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(SIXTH_MONTH)
    await sri.looks()
    await tells(sri, "Kerja digaji", "Ya, tetap", "4-6 bulan setelahnya", "Sesuai")
    sri.sees("Kira-kira berapa penghasilan bersih sebulan, setelah dikurangi modal?")
    await tells(sri, "Rp2.700.000 sampai Rp4.050.000", "Makanan, minuman", "Batang", "Tidak, terima kasih")
    sri.sees("Jawaban Anda sudah dicatat untuk bulan ke-6")
    (record,) = await told(stage, sri)
    assert (record.umk_reached, record.sector, record.work_place) == (True, "C2", "33.25")


async def test_a_wave_that_stayed_silent_does_not_stand_in_the_way_of_the_next(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 2
    await tells(sri)
    (record,) = await told(stage, sri)
    assert record.wave == 3


async def test_the_answer_is_in_the_figure(stage: Stage) -> None:
    sri, tono, *_others = await graduated(stage)
    await stage.until(DUE)
    await officers_return(stage)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await tono.looks()
    await tells(tono, "Cari kerja", "Tidak", "Tidak")
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan")
    await ratna.taps("Angkatan III 2026 (data contoh)")
    await ratna.taps("Bulan")
    await ratna.taps("Bulan 1")
    ratna.sees(f"Lulusan (N): {IN_CLASS}\nTerjangkau (T): {WITH_CHAT}\nMenjawab (R): 2\nBekerja (E): 1")
    ratna.sees("Baru 17% menjawab; 10 orang perlu ditelepon.")
    ratna.sees("antara 8% dan 92%")
    assert ratna.labels()[4] == "☎️ Masukkan ke daftar telepon: 10"
    await ratna.taps("Bulan")
    await ratna.taps("Bulan 12")
    ratna.sees("Baru 0% menjawab. Sekarang tidak ada yang perlu ditelepon: yang lain belum ditanya")
    assert not any("daftar telepon" in label for label in ratna.labels())
