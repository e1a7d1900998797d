"""Bad input: whatever is sent is met by a kind sentence and the same question, and nothing is lost."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from records import classes, people, staff, talks
from records.applications import Application, ApplicationStatus
from records.demonstration import Group
from records.session import Session
from records.staff import Role
from tests.journeys.applicant import SITI, another, answers, fills_in, newcomer, opens_the_form, registers
from tests.journeys.memory import answers_of, fingerprint
from tests.person import Phone
from tests.stage import Stage

STALE = "Tombol ini sudah tidak berlaku."
BLANK = "\u200b\u2060\u200b"

# (the open question, what is typed, what is said of it)
MISREAD = (
    ("nama lengkap", "12345", "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", "😀😀😀", "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", BLANK, "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", "Siti 😀", "Nama di KTP tidak memakai “😀”."),
    ("nama lengkap", "<b>Siti</b>", "Nama di KTP tidak memakai “/<>”."),
    ("nama lengkap", "Siti R&D", "Nama di KTP tidak memakai “&”."),
    ("nama lengkap", "a" * 4000, "Tulisan itu terlalu panjang untuk nama di KTP."),
    ("NIK", "33750157089", "NIK terdiri dari 16 angka; yang Anda tulis 11 angka."),
    ("NIK", "33750157089999011", "NIK terdiri dari 16 angka; yang Anda tulis 17 angka."),
    ("NIK", "33750157089999O1", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "<16 angka>", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "😀", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", BLANK, "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "3375013202999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375018102999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375017002999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375011713999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "9" * 4000, "NIK terdiri dari 16 angka; yang Anda tulis 4.000 angka."),
    ("Apakah benar", "entahlah", "Silakan tekan salah satu tombol."),
    ("kecamatan", "Bandung", "Pilih salah satu tombol, atau tulis lagi."),
    ("kecamatan", "<b>Pekalongan</b>", "Pilih salah satu tombol, atau tulis lagi."),
    ("kecamatan", "Luar Kota Pekalongan", "Pelatihan ini dibiayai pemerintah kota"),
    ("kelurahan", "x" * 4000, "Pilih salah satu tombol, atau tulis lagi."),
    ("alamat", "Jl", "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", "😀😀😀😀😀", "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", BLANK, "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", "Jl. Melati " * 363, "Silakan tulis jalan, nomor, dan RT/RW"),
    ("nomor telepon", "tidak punya", "Itu bukan nomor telepon."),
    ("nomor telepon", "😀", "Itu bukan nomor telepon."),
    ("nomor telepon", "0812", "Nomor itu tidak bisa dihubungi."),
    ("nomor telepon", "1" * 4000, "Itu bukan nomor telepon."),
    ("pendidikan terakhir", "doktor", "Silakan tekan salah satu tombol."),
    ("kegiatan Anda saat ini", "<i>tidur</i>", "Silakan tekan salah satu tombol."),
    ("Silakan periksa", "kirim dong", "Silakan tekan salah satu tombol."),
)


def asked_again(phone: Phone, sentence: str, question: str) -> None:
    """The newest message says what was wrong and holds the question."""
    assert sentence in phone.last()
    assert question in phone.last()


@pytest.mark.parametrize("question", dict.fromkeys(question for question, _typed, _sentence in MISREAD))
async def test_what_cannot_be_read_gets_a_kind_sentence_and_the_question_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until=question)
    kept = await answers_of(stage, siti)
    for _question, typed, sentence in (row for row in MISREAD if row[0] == question):
        await siti.says(typed)
        await siti.waits_for(sentence)
        asked_again(siti, sentence, question)
        assert await answers_of(stage, siti) == kept
    await answers(siti, since=question)
    siti.sees("Nomor pendaftaran")


@pytest.mark.parametrize("question", ["setuju", "nama lengkap", "Apakah benar", "alamat", "nomor telepon", "periksa"])
async def test_what_holds_no_words_gets_a_kind_sentence_and_the_question_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    open_question = "Silakan periksa" if question == "periksa" else question
    await fills_in(siti, until=open_question)
    kept = await answers_of(stage, siti)
    sent = (
        (siti.sends_photo, "Foto tidak bisa dibaca di sini."),
        (siti.sends_sticker, "Stikernya bagus, tetapi tidak bisa dibaca di sini."),
        (siti.sends_voice, "Pesan suara tidak bisa dibaca di sini."),
        (siti.sends_location, "Lokasi tidak bisa dibaca di sini."),
        (siti.sends_document, "Berkas tidak bisa dibaca di sini."),
    )
    for sends, sentence in sent:
        await sends()
        asked_again(siti, sentence, question)
        assert await answers_of(stage, siti) == kept
    await answers(siti, since=open_question)
    siti.sees("Nomor pendaftaran")


async def test_somebody_elses_contact_is_not_taken_for_her_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="nomor telepon")
    await siti.shares_somebody("6281299998888", user_id=777)
    asked_again(siti, "Itu kontak orang lain.", "nomor telepon")
    await siti.shares_somebody("6281299998888")
    asked_again(siti, "Itu kontak orang lain.", "nomor telepon")
    assert "phone" not in await answers_of(stage, siti)


async def test_a_contact_where_none_is_asked_is_thanked_for_and_the_question_asked_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    kept = await answers_of(stage, siti)
    await siti.shares_her_number()
    asked_again(siti, "Terima kasih, tetapi kontak tidak diperlukan di sini.", "kecamatan")
    assert await answers_of(stage, siti) == kept


async def test_the_number_may_be_typed_instead(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="nomor telepon")
    await siti.says("0812-3456-7890")
    assert (await answers_of(stage, siti))["phone"] == "+6281234567890"


async def test_a_foreign_contact_does_not_become_an_indonesian_number(stage: Stage) -> None:
    mei = await newcomer(stage, "Mei", phone="+886912345678")
    await fills_in(mei, until="nomor telepon")
    await mei.shares_her_number()
    await mei.waits_for("pendidikan terakhir")
    assert (await answers_of(stage, mei))["phone"] == "+886912345678"


@pytest.mark.parametrize("question", ["NIK", "kecamatan", "nomor telepon"])
async def test_a_message_that_she_edits_is_not_read_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until=question)
    kept = await answers_of(stage, siti)
    said = next(m["id"] for m in reversed(siti.messages()) if m["from"] == "person" and m["kind"] == "text")
    await siti.edits(said, "Siti Rahmawati Putri")
    asked_again(siti, "Pesan yang diubah tidak dibaca ulang. Untuk mengubah jawaban, tekan “⬅️ Kembali”.", question)
    assert await answers_of(stage, siti) == kept


async def test_an_edited_message_outside_a_form_is_answered_too(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("halo")
    await siti.edits(siti.messages()[0]["id"], "/start")
    siti.sees("Pesan yang diubah tidak dibaca ulang. Silakan kirim pesan baru, atau lihat /menu.")


async def test_a_child_is_told_kindly_that_the_class_is_for_grown_ups(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375015708129901"), until="Apakah benar")
    await siti.taps("Ya, benar")
    asked_again(siti, "Pelatihan ini untuk usia 18 tahun ke atas; usia Anda 14 tahun", "Apakah benar?")
    assert "birth" not in await answers_of(stage, siti)


async def test_somebody_too_old_for_a_class_is_shown_the_other_ways(stage: Stage) -> None:
    siti = await newcomer(stage)
    old = another(SITI, nik="3375015708709901", programme="Mekanik sepeda motor")
    await fills_in(siti, old, until="Apakah benar")
    await siti.taps("Ya, benar")
    asked_again(siti, "Pelatihan ini untuk usia sampai 45 tahun; usia Anda 56 tahun", "Apakah benar?")
    siti.sees("/tanya")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31-02-1999", "Tanggal itu tidak ada di kalender."),
        ("kemarin", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("17-8", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("0-0-0000", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("😀" * 2000, "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("17-8-2031", "Tanggal itu belum lewat."),
        ("6-10-2026", "Tanggal itu belum lewat."),
        ("1-1-1900", "Itu lebih dari 100 tahun yang lalu."),
        ("17-8-2015", "Pelatihan ini untuk usia 18 tahun ke atas; usia Anda 11 tahun"),
    ],
)
async def test_a_date_of_birth_that_cannot_be_is_asked_again(stage: Stage, typed: str, sentence: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    kept = await answers_of(stage, siti)
    await siti.says(typed)
    asked_again(siti, sentence, "Kapan tanggal lahir Anda?")
    assert await answers_of(stage, siti) == kept


async def test_a_nik_that_disagrees_with_the_date_of_birth_is_asked_about(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    await siti.says("17 Agustus 1998")
    await siti.taps("Perempuan")
    siti.sees("Menurut NIK: 17 Agustus 1999, perempuan. Yang Anda tulis: 17 Agustus 1998, perempuan.")
    await siti.taps("Perbaiki tanggal lahir")
    assert "Tetap: 17 Agustus 1998" in siti.labels()
    await siti.says("17-8-1999")
    await siti.waits_for("kecamatan")
    await answers(siti, since="kecamatan", until="Silakan periksa")
    siti.sees("Tanggal lahir: 17 Agustus 1999")


async def test_a_nik_that_disagrees_with_the_sex_may_be_corrected(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375011708999901"), until="Apakah benar")
    siti.sees("17 Agustus 1999, laki-laki")
    await siti.taps("Tidak")
    await siti.says("17-8-1999")
    await siti.taps("Perempuan")
    siti.sees("Menurut NIK: 17 Agustus 1999, laki-laki. Yang Anda tulis: 17 Agustus 1999, perempuan.")
    await siti.taps("Perbaiki NIK")
    await siti.says(SITI.nik)
    assert "17 Agustus 1999, perempuan. Apakah benar?" in siti.last()
    await siti.taps("Ya, benar")
    assert "kecamatan" in siti.last()
    assert (await answers_of(stage, siti))["nik"] == SITI.nik


async def test_a_ktp_that_disagrees_with_its_own_nik_is_taken_as_it_is(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    await siti.says("18-8-1999")
    await siti.taps("Perempuan")
    await siti.taps("Di KTP memang tertulis begitu")
    await answers(siti, since="kecamatan")
    siti.sees("Nomor pendaftaran")


async def test_a_mistyped_nik_is_corrected_from_the_next_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375015708989901"), until="Apakah benar")
    await siti.taps("NIK saya salah ketik")
    assert "NIK" in siti.last()
    await siti.says(SITI.nik)
    assert "17 Agustus 1999" in siti.last()


async def test_another_nik_makes_her_confirm_her_birth_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await siti.taps("Ubah isian")
    await siti.taps("NIK")
    await siti.says("3375015808999901")
    assert "18 Agustus 1999, perempuan. Apakah benar?" in siti.last()
    await siti.taps("Ya, benar")
    assert "Silakan periksa" in siti.last()
    assert "18 Agustus 1999" in siti.last()


async def test_control_characters_in_a_name_are_dropped_and_the_letters_stay(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, name="Siti\u202e\tRah\u200bmawati\n D'Souza"), until="NIK")
    assert (await answers_of(stage, siti))["name"] == "Siti Rahmawati D'Souza"


async def test_html_and_ampersands_arrive_as_typed_in_the_summary_and_on_the_staff_sheet(stage: Stage) -> None:
    address = 'Jl. R&D <b>5</b> &amp; RT 02 "RW" 03'
    siti = await newcomer(stage, "<i>R&D</i>")
    await siti.starts()
    siti.sees("Halo <i>R&D</i>, selamat datang")
    await fills_in(siti, another(SITI, address=address), until="Silakan periksa")
    siti.sees(f"Alamat: {address}")
    await siti.taps("Kirim pendaftaran")
    await siti.taps("📎 Kirim berkas")
    await siti.taps("Semua saya bawa ke loket")
    ratna = stage.of(Group.STAFF)[0]
    await ratna.starts()
    await ratna.taps("Menu petugas")
    await ratna.taps("Pendaftaran menunggu")
    for _skip in range(20):
        if SITI.name in ratna.last():
            break
        await ratna.taps("Lewati")
    ratna.sees(f"Alamat: {address}, Krapyak, Pekalongan Utara")


async def test_an_odd_name_from_the_counter_arrives_as_written_everywhere(stage: Stage) -> None:
    """The form takes letters only; the counter writes what stands on the paper."""
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.taps("📎 Kirim berkas")
    await siti.taps("Semua saya bawa ke loket")
    await stage.writes(_renamed, siti.id, "Siti <R&D> O'Neil")
    await siti.says("/status")
    siti.sees(f"{number}, Siti <R&D> O'Neil")
    ratna = stage.of(Group.STAFF)[0]
    await ratna.starts()
    await ratna.taps("Menu petugas")
    await ratna.taps("Pendaftaran menunggu")
    for _skip in range(20):
        if number in ratna.last():
            break
        await ratna.taps("Lewati")
    ratna.sees("Siti <R&D> O'Neil")
    await ratna.taps("Setujui")
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()
    await siti.waits_for("Siti <R&D> O'Neil, pendaftaran Anda")


def _renamed(session: Session, chat_id: int, name: str) -> None:
    people.of_chat(session, chat_id)[0].name = name


FORGED_WITH_A_TALK = (
    "{talk}:kecamatan:33.75.99",
    "{talk}:kecamatan:",
    "{talk}:kecamatan:!",
    "{talk}:kelurahan:1002",
    "{talk}:name:Budi",
    "{talk}:nik:3375015708999901",
    "{talk}:phone:+6281234567890",
    "{talk}:.:submit",
    "{talk}:.:surely",
    "{talk}:.:pick",
    "{talk}:.:delete",
    "{talk}:~:name",
    "{talk}:",
    "{talk}",
    "{other}:kecamatan:33.75.03",
    "{other}:.:cancel",
    "-{talk}:kecamatan:33.75.03",
    "0{talk}:kecamatan:33.75.03",
)
FORGED = (
    "m:",
    "m:tidakada",
    "m:approve:1",
    "m:class:",
    "m:class:-1",
    "m:class:99999999999999999999",
    "m:class:１",
    "m:register:abc",
    "",
    ":",
    "::::",
    "x" * 64,
    "😀",
    "'; DROP TABLE people; --",
    "<b>",
)


async def test_forged_buttons_do_nothing_and_are_answered(stage: Stage) -> None:
    wulan = await newcomer(stage, "Wulan", "+6281234567899")
    await fills_in(wulan, until="kecamatan")
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    hers, others = await stage.reads(talks.open_of, siti.id), await stage.reads(talks.open_of, wulan.id)
    assert hers is not None
    assert others is not None
    kept = await answers_of(stage, siti)
    for forged in (*FORGED_WITH_A_TALK, *FORGED):
        await siti.forges(forged.format(talk=hers.id, other=others.id))
        assert siti.toast() == STALE, forged
        assert "Di kecamatan mana" in siti.last(), forged
        assert await answers_of(stage, siti) == kept, forged
    assert await answers_of(stage, wulan) == kept
    await answers(siti, since="kecamatan")
    siti.sees("Nomor pendaftaran")


async def test_forged_buttons_outside_a_form_do_nothing_and_are_answered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    before = await fingerprint(stage)
    for forged in (*FORGED_WITH_A_TALK, *FORGED):
        await siti.forges(forged.format(talk=1, other=2))
        assert siti.toast() == STALE, forged
    assert await fingerprint(stage) == before


async def test_an_old_keyboard_says_that_it_no_longer_applies_and_shows_the_open_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    old = siti.bot_messages()[-1]["id"]
    await siti.says("/menu")
    await siti.taps("Lanjutkan isian saya")
    await siti.taps("Pekalongan Utara")
    await siti.taps_on(old, "Pekalongan Barat")
    assert siti.toast() == STALE
    assert "Di kelurahan mana?" in siti.last()
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"


async def test_a_keyboard_of_a_form_that_is_sent_says_that_it_no_longer_applies(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    summary = siti.bot_messages()[-1]["id"]
    await siti.taps("Kirim pendaftaran")
    await siti.taps_on(summary, "Kirim pendaftaran")
    assert siti.toast() == STALE
    await siti.says("/status")
    assert siti.last().count("Siti Rahmawati") == 1


async def test_a_double_tap_counts_once_and_both_taps_are_answered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await asyncio.gather(siti.taps("Pekalongan Utara"), siti.taps("Pekalongan Utara"))
    await siti.waits_for("Di kelurahan mana?")
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"
    assert siti.toast() == STALE
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_a_double_tap_on_sending_files_one_application(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await asyncio.gather(siti.taps("Kirim pendaftaran"), siti.taps("Kirim pendaftaran"))
    await siti.waits_for("Nomor pendaftaran")
    pictures = [message for message in siti.bot_messages() if message["kind"] == "photo"]
    assert len(pictures) == 1
    await siti.says("/status")
    assert siti.last().count("Siti Rahmawati") == 1


async def test_a_tap_made_while_the_bot_was_away_counts_when_it_is_back(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.goes_down()
    await siti.taps_unheard("Pekalongan Utara")
    await stage.comes_up()
    await siti.waits_for("Di kelurahan mana?")
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"


FORBIDDEN = (
    "m:staff",
    "m:review",
    "m:approve:{waiting}",
    "m:sendback:{waiting}",
    "m:refuse:{waiting}",
    "m:skip:{waiting}",
    "m:swap:{waiting}.ktp",
    "m:alldata:{waiting}",
    "m:undo:{waiting}",
    "m:corrected:{waiting}",
    "m:questions",
    "m:answer:1",
    "m:graduate",
    "m:closing:{running}",
    "m:graduated:{running}",
    "m:announce",
    "m:announce:1",
    "m:campaign:1",
    "m:figures",
    "m:figure:1.6",
    "m:chart:1.6",
)


async def test_staff_commands_do_not_exist_for_a_job_seeker(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tidakada")
    unknown, labels = siti.last(), siti.labels()
    before = await fingerprint(stage)
    for command in ("/staf", "/staff", "/STAF", "/staf@canting_bot 1"):
        await siti.says(command)
        assert (siti.last(), siti.labels()) == (unknown, labels)
    assert await fingerprint(stage) == before


async def test_staff_commands_do_not_exist_in_the_midst_of_a_form_either(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await siti.says("/tidakada")
    unknown, labels = siti.last(), siti.labels()
    await siti.says("/staf")
    assert (siti.last(), siti.labels()) == (unknown, labels)


async def test_staff_buttons_do_not_exist_for_a_job_seeker_and_change_nothing(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.forges("m:tidakada")
    assert siti.toast() == STALE
    shown = siti.last()
    before = await fingerprint(stage)
    waiting, running = await stage.reads(_deciding)
    for forged in FORBIDDEN:
        await siti.forges(forged.format(waiting=waiting, running=running))
        assert (siti.toast(), siti.last()) == (STALE, shown), forged
    assert await fingerprint(stage) == before


def _deciding(session: Session) -> tuple[int, int]:
    """An application that waits, and a class that could be graduated: what a forged tap would be worth."""
    running = next(each for each in classes.with_participants(session) if not each.graduated)
    waits = select(Application.id).where(Application.status == ApplicationStatus.SUBMITTED.value).limit(1)
    return session.scalars(waits).one(), running.id


async def test_a_viewer_sees_the_figures_and_nothing_else(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await stage.writes(staff.appoint, siti.id, "Siti", Role.VIEWER, stage.clock.now())
    await siti.says("/staf")
    assert siti.labels() == ["📊 Angka alumni", "🏠 Menu"]
    before = await fingerprint(stage)
    waiting, running = await stage.reads(_deciding)
    for forged in FORBIDDEN[1:18]:
        await siti.forges(forged.format(waiting=waiting, running=running))
        assert siti.toast() == STALE, forged
    assert await fingerprint(stage) == before
    await siti.taps("Angka alumni")
    siti.sees("Angka untuk angkatan mana?")


async def test_an_officer_who_left_is_a_job_seeker_again(stage: Stage) -> None:
    wiryo = stage.of(Group.STAFF)[1]
    await wiryo.says("/staf")
    wiryo.sees("Menu petugas")
    await stage.writes(_dismissed, wiryo.id)
    await wiryo.taps("Pendaftaran menunggu")
    assert wiryo.toast() == STALE
    await wiryo.says("/staf")
    wiryo.sees("Mohon maaf, kami belum memahami pesan Anda.")


def _dismissed(session: Session, chat_id: int) -> None:
    officer = staff.by_chat(session, chat_id)
    assert officer is not None
    officer.active = False


@pytest.mark.parametrize("typed", ["x" * 4000, "<b>" * 1000, BLANK, "😀"])
async def test_a_question_that_cannot_be_one_is_asked_again(stage: Stage, typed: str) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says(typed)
    assert "Apa yang ingin Anda tanyakan?" in siti.last()
    assert ("terlalu panjang" if len(typed) > 100 else "Silakan tulis dengan kata-kata") in siti.last()


async def test_words_nobody_asked_for_get_the_menu(stage: Stage) -> None:
    siti = await newcomer(stage)
    for typed in ("halo", "😀", "<b>halo</b>", "/", "/!", "x" * 4000, "R&D"):
        await siti.says(typed)
        siti.sees("Silakan pilih dari menu, atau tanyakan kepada petugas.")
        assert "📚 Lihat pelatihan & daftar" in siti.labels()


async def test_the_forms_own_open_question_stays_when_she_looks_around(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="alamat")
    kept = await answers_of(stage, siti)
    for command in ("/status", "/bantuan", "/bahasa", "/menu", "/start", "/help"):
        await siti.says(command)
    assert await answers_of(stage, siti) == kept
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")
