"""Selection: two officers turn scores into a list, and everybody is told when it is published."""

from decimal import Decimal

import pypdfium2
from sqlalchemy import delete, select

from records import scores, staff
from records.placements import Placement
from records.scores import Score
from records.session import Session
from records.staff import Officer
from tests.journeys.memory import audit_trail
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.journeys.selecting import COHORT, DECREE, proposes, publishes, scored, statuses
from tests.stage import Stage


async def test_the_proposal_shows_ranks_scores_and_the_cut(stage: Stage) -> None:
    _class_id, everybody = await scored(stage, [90, 80, 80, 60], seats=2)
    ratna = await proposes(stage)
    ratna.sees("Las SMAW: 2 lulus dari 2 kursi, batas 80,00; 2 cadangan, 0 tidak")
    await ratna.taps("📋 Las SMAW")
    ratna.sees("Bobot: Tes tertulis 60, Wawancara 40. Batas lulus: tidak ada.")
    ratna.sees(
        "Bila nilai sama: nilai Tes tertulis lebih tinggi → pendaftaran lebih dulu → nomor pendaftaran lebih kecil"
    )
    one, two, three, four = everybody
    ratna.sees(
        f"✅ 1. 90,00 {one.name} · {one.number}\n✅ 2. 80,00 {two.name} · {two.number}\n───── batas kursi ─────\n"
        f"🕒 3. 80,00 {three.name} · {three.number} · nilai sama, ditentukan pendaftaran lebih dulu\n"
        f"🕒 4. 60,00 {four.name} · {four.number}\n\n✅ lulus seleksi, 🕒 cadangan"
    )


async def test_what_waits_for_a_second_officer_stands_in_his_menu_and_his_morning_digest_and_not_in_hers(
    stage: Stage,
) -> None:
    await scored(stage, [90, 80], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    wiryo = pak_wiryo(stage)
    for officer, label in ((ratna, "🏆 Seleksi"), (wiryo, "🏆 Seleksi · tinjau 1")):
        await officer.says("/staf")
        assert label in officer.labels()
    await stage.passes(days=1)
    for officer, waits in ((ratna, False), (wiryo, True)):
        await officer.looks()
        (digest,) = [each["text"] for each in officer.bot_messages() if "Selamat pagi" in each["text"]]
        assert ("• Seleksi yang menunggu Anda sebagai petugas kedua: 1" in digest) is waits


async def test_whoever_publishes_too_early_reads_what_that_would_do(stage: Stage) -> None:
    _class_id, everybody = await scored(stage, [90, 80, 70], seats=2)
    await stage.writes(_without_scores, everybody[2].application_id)
    ratna = await proposes(stage)
    warned = (
        "⚠️ Pendaftaran masih dibuka sampai Jumat, 16 Oktober 2026 pukul 10.00 WIB: yang mendaftar sesudah ini tidak "
        "ikut dalam usulan.",
        "⚠️ Nilai 1 pendaftar belum lengkap: bila diterbitkan, mereka dinyatakan tidak lulus.",
    )
    for each in warned:
        ratna.sees(each)
    await ratna.taps("Kirim untuk ditinjau")
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    await wiryo.taps("📣 Terbitkan")
    await wiryo.says(DECREE)
    await wiryo.taps("Oktober 2026")
    for each in warned:
        wiryo.sees(each)


async def test_until_it_is_published_nobody_is_told_and_nothing_has_changed(stage: Stage) -> None:
    class_id, everybody = await scored(stage, [90, 80], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    await stage.a_moment_passes()
    for each in everybody:
        await each.phone.looks()
        assert each.phone.bot_messages() == []
    await ratna.taps("Kembalikan ke konsep")
    await ratna.taps("Hapus konsep")
    ratna.sees("tidak ada perubahan bagi siapa pun")
    assert set((await statuses(stage, class_id)).values()) == {"dijadwalkan_tes"}


async def test_whoever_sent_it_for_review_does_not_publish_it(stage: Stage) -> None:
    await scored(stage, [90, 80], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    ratna.sees("jadi yang menerbitkan petugas lain: Pak Wiryo")
    assert "📣 Terbitkan" not in ratna.labels()
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    wiryo.sees_not("yang menerbitkan petugas lain")
    _asked, publish = wiryo.button("📣 Terbitkan")
    await ratna.forges(publish)
    ratna.sees("jadi yang menerbitkan petugas lain: Pak Wiryo")


async def test_the_only_officer_types_a_word_to_publish(stage: Stage) -> None:
    class_id, _people = await scored(stage, [90], seats=1)
    await stage.writes(_alone)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    await ratna.taps("📣 Terbitkan")
    await ratna.says(DECREE)
    await ratna.taps("Oktober 2026")
    ratna.sees("Tidak ada petugas kedua yang bisa meninjau.")
    await ratna.says("ya")
    ratna.sees("Mohon tulis TERBITKAN")
    await ratna.says("terbitkan")
    await ratna.taps("Terbitkan dan kabari semua")
    assert set((await statuses(stage, class_id)).values()) == {"daftar_ulang"}


def _alone(session: Session) -> None:
    for officer in session.scalars(select(Officer).where(Officer.id != staff.active(session)[0].id)):
        officer.active = False


async def test_an_old_proposal_is_neither_sent_nor_published(stage: Stage) -> None:
    _class_id, everybody = await scored(stage, [90, 80], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    await stage.writes(_scored_anew, everybody[1].application_id, stage)
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    wiryo.sees("Usulan sudah lama")
    await wiryo.taps("📣 Terbitkan")
    wiryo.sees("Usulkan ulang sebelum menerbitkan.")
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    await wiryo.taps("Usulkan ulang")
    await wiryo.taps("Ya, usulkan ulang")
    await wiryo.taps("📋 Las SMAW")
    wiryo.sees(f"✅ 1. 95,00 {everybody[1].name}")


def _scored_anew(session: Session, application_id: int, stage: Stage) -> None:
    marks = [scores.Mark(application_id, name, Decimal(95)) for name in ("tertulis", "wawancara")]
    scores.record(session, *marks, staff_id=1, now=stage.clock.now())


async def test_a_change_by_hand_needs_a_reason_and_places_everybody_anew(stage: Stage) -> None:
    _class_id, (one, two, three) = await scored(stage, [90, 80, 70], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("📋 Las SMAW")
    await ratna.taps("1")
    await ratna.taps("✍️ Ubah")
    await ratna.taps("Keluarkan")
    await ratna.says("Sudah bekerja penuh waktu sejak kemarin.")
    ratna.sees(f"✖️ 1. 90,00 {one.name} · {one.number} ✍️\n✅ 2. 80,00 {two.name}")
    await ratna.taps("3")
    await ratna.taps("✍️ Ubah")
    await ratna.taps("Tukar tempat")
    await ratna.says("9")
    ratna.sees("Nomor itu tidak ada di daftar ini")
    await ratna.says(two.number[-1])
    await ratna.says("Nilai wawancara tertukar saat dicatat.")
    ratna.sees(f"✅ 2. 70,00 {three.name} · {three.number} ✍️")
    await ratna.taps("2")
    ratna.sees("✍️ Diubah petugas: Nilai wawancara tertukar saat dicatat.")
    assert {"selection.changed.exclude", "selection.changed.swap"} <= set(await stage.reads(audit_trail))


async def test_a_class_has_its_own_weights_and_passing_score(stage: Stage) -> None:
    await scored(stage, [90, 65], seats=2)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Seleksi")
    await ratna.taps(COHORT)
    await ratna.taps("Bobot nilai: Las SMAW")
    await ratna.says("banyak")
    ratna.sees("Mohon tulis satu bilangan bulat untuk masing-masing")
    await ratna.says("70 30")
    await ratna.says("66,5")
    ratna.sees("⚖️ Las SMAW: Tes tertulis 70, Wawancara 30; batas lulus 66,50.")
    await ratna.taps("Ringkasan")
    await ratna.taps("Usulkan menurut nilai")
    ratna.sees("1 lulus dari 2 kursi, batas 90,00; 0 cadangan, 1 tidak")


async def test_everybody_is_told_personally_and_what_it_does_not_mean_yet(stage: Stage) -> None:
    class_id, (one, two, three) = await scored(stage, [90, 80, 70], seats=1)
    await publishes(stage)
    await one.phone.waits_for(f"Kabar baik, {one.name}. Anda lulus seleksi Las SMAW, {COHORT} (nomor {one.number}).")
    one.phone.sees("Anda belum menjadi peserta sampai daftar ulang, paling lambat")
    one.phone.sees("Semuanya gratis. Petugas tidak meminta uang atau kode OTP dari Anda.")
    await two.phone.waits_for(f"hasil seleksi untuk {two.number}: Anda cadangan, belum lulus.")
    two.phone.sees("Las SMAW: Anda cadangan ke-1, sekarang urutan ke-1 yang menunggu.")
    await three.phone.waits_for("Anda cadangan ke-2, sekarang urutan ke-2 yang menunggu.")
    await stage.a_moment_passes()
    for each in (one, two, three):
        await each.phone.looks()
        assert len(each.phone.bot_messages()) == 1
    assert list((await statuses(stage, class_id)).values()) == ["daftar_ulang", "cadangan", "cadangan"]


async def test_the_public_list_comes_as_a_document_with_numbers_only(stage: Stage) -> None:
    await scored(stage, [90, 80], seats=1)
    wiryo = await publishes(stage)
    await wiryo.waits_for("Daftar pengumuman Angkatan Khusus: hanya nomor pendaftaran.", 60)
    document = next(m for m in reversed(wiryo.bot_messages()) if "hanya nomor" in m["text"])
    assert "pengumuman-angkatan-khusus.pdf" in str(document)
    async with stage.session.get(f"{stage.url}/sim/files/{document['file']['id']}") as response:
        page = pypdfium2.PdfDocument(await response.read())[0]
    assert f"Surat keputusan nomor {DECREE}, 6 Oktober 2026\r\n" in page.get_textpage().get_text_range()
    await wiryo.taps("🖨 Daftar pengumuman")
    await wiryo.taps("🖼 Las SMAW (PNG)")
    await wiryo.waits_for("🖼 Las SMAW: hanya nomor pendaftaran, sebagai gambar.", 60)
    assert ".png" in str(wiryo.bot_messages()[-1])


async def test_job_seekers_see_nothing_of_the_selection(stage: Stage) -> None:
    _class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    await proposes(stage)
    await one.phone.starts()
    placement = await stage.reads(lambda session: session.scalars(select(Placement.id)).first())
    for data in ("m:selections", "m:selection:1", f"m:placed:{placement}", f"m:adjust:{placement}", "m:publish:1"):
        await one.phone.forges(data)
        one.phone.sees_not("Seleksi Angkatan")
        one.phone.sees_not("90,00")
        one.phone.sees_not("Terbitkan")


def _without_scores(session: Session, application_id: int) -> None:
    session.execute(delete(Score).where(Score.application_id == application_id))
