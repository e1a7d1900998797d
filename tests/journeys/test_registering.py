"""Registering: from START to a number, as a job seeker lives it."""

from sqlalchemy import select

from records import applications, people
from records.classes import TrainingClass
from records.people import Link, Person
from records.session import Session
from simulator.entity import Json
from tests.journeys.applicant import BUDI, SITI, another, answers, fills_in, newcomer, opens_the_form, registers
from tests.journeys.offering import open_cohort
from tests.person import Phone
from tests.stage import Stage


async def test_she_registers_with_seventeen_inputs_of_which_at_most_three_are_typed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await registers(siti)
    typed = siti.acts.count("say")
    assert siti.acts[0] == "start"
    assert len(siti.acts) <= 17
    assert typed <= 3
    assert set(siti.acts) == {"start", "tap", "say", "contact"}


async def test_the_number_arrives_as_a_picture_with_its_caption_and_stands_in_her_status(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    last = siti.bot_messages()[-1]
    assert last["kind"] == "photo"
    assert last["file"]["mime"] == "image/png"
    assert number.startswith("2026-4-")
    siti.sees("Belum menjadi peserta: peserta dipilih lewat tes, bukan siapa cepat")
    siti.sees("petugas tidak meminta uang atau kode OTP")
    await siti.says("/status")
    siti.sees(f"{number}, Siti Rahmawati")
    siti.sees("Status: sudah masuk, menunggu diperiksa")


async def test_the_number_can_be_copied_and_leads_to_the_status(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    buttons = [button for row in siti.bot_messages()[-1]["inline_keyboard"] for button in row]
    assert [button["copy_text"] for button in buttons if "copy_text" in button] == [number]
    await siti.taps("Status saya")
    siti.sees(number)


async def test_whatever_she_answered_is_in_the_records(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    (person,) = await stage.reads(people.of_chat, siti.id)
    (application,) = await stage.reads(applications.of_person, person.id)
    assert (person.name, person.nik, person.birth_date) == (SITI.name, SITI.nik, "1999-08-17")
    assert (person.sex, person.phone, person.address) == ("P", "+6281234567890", SITI.address)
    assert (person.kecamatan, person.kelurahan) == ("33.75.03", "1002")
    assert (person.education, person.activity) == ("smk", "mencari_kerja")
    assert (person.year_finished, person.attended_before) == (2017, False)
    assert application.number == number


async def test_she_is_greeted_by_name_with_a_menu_that_knows_nothing_of_staff(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    siti.sees("Halo Siti, selamat datang di UPTD BLK Kota Pekalongan.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()
    assert not any("etugas" in label and "Tanya" not in label for label in siti.labels())


async def test_the_card_tells_seats_applicants_what_is_free_and_what_is_required(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    siti.sees("peserta dipilih lewat tes")
    await siti.taps("Menjahit")
    siti.sees("16 kursi, 8 pendaftar, dipilih lewat tes, bukan siapa cepat")
    siti.sees("Gratis: ATK, modul, uang transport, sertifikat")
    siti.sees("Sumber dana: anggaran kota (APBD)")
    siti.sees("Syarat\n• KTP Kota Pekalongan\n• Usia 18 tahun ke atas")
    siti.sees("Pendaftaran sampai")


async def test_the_card_counts_her_in_once_she_has_registered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await registers(siti)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Menjahit")
    siti.sees("16 kursi, 9 pendaftar")


async def test_she_filters_by_cohort_when_two_are_open(stage: Stage) -> None:
    await stage.writes(open_cohort, stage.clock.now(), name="Angkatan Khusus", programme="Las SMAW")
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    assert "• Semua angkatan" in siti.labels()
    assert any("Menjahit" in label for label in siti.labels())
    await siti.taps("Angkatan Khusus")
    assert "• Angkatan Khusus" in siti.labels()
    assert [label for label in siti.labels() if "·" in label] == ["Las SMAW · Angkatan Khusus"]
    await siti.taps("Semua angkatan")
    assert any("Menjahit" in label for label in siti.labels())


async def test_there_is_no_filter_while_one_cohort_is_open(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    assert "Semua angkatan" not in " ".join(siti.labels())


async def test_a_link_that_somebody_shared_opens_the_card(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Menjahit")
    share = next(
        b["url"]
        for row in siti.bot_messages()[-1]["inline_keyboard"]
        for b in row
        if b["text"] == "↗️ Bagikan di Telegram"
    )
    assert "start%3Dk_2026-4-menjahit" in share
    friend = await newcomer(stage, "Wulan")
    await friend.starts("k_2026-4-menjahit")
    friend.sees("16 kursi")
    await friend.taps("Daftar")
    friend.sees("Apakah Anda setuju untuk lanjut?")


async def test_a_link_to_no_class_says_so_and_shows_the_menu(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts("k_tidak-ada")
    siti.sees("Tautan ini sudah tidak menuju ke pelatihan mana pun.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()


async def test_the_card_of_a_closed_class_offers_no_registration(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts("k_2019-2-las")
    siti.sees("Pendaftaran pelatihan ini sudah ditutup.")
    assert "📝 Daftar" not in siti.labels()


async def test_she_changes_an_answer_from_the_summary_and_what_hangs_on_it_is_asked_anew(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    siti.sees("Kelurahan: Krapyak")
    await siti.taps("Ubah isian")
    siti.sees("Apa yang ingin Anda ubah?")
    await siti.taps("Kecamatan")
    assert "Tetap: Pekalongan Utara" in siti.labels()
    await siti.taps("Pekalongan Barat")
    siti.sees("Di kelurahan mana?")
    assert "Krapyak" not in siti.labels()
    await siti.taps("Medono")
    siti.sees("Kecamatan: Pekalongan Barat\nKelurahan: Medono")
    siti.sees(f"Alamat: {SITI.address}")


async def test_she_looks_at_an_answer_again_and_keeps_it(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await siti.taps("Ubah isian")
    await siti.taps("Nama")
    await siti.taps("Tetap: Siti Rahmawati")
    siti.sees("Silakan periksa pendaftaran Anda")
    siti.sees("Nama: Siti Rahmawati")


async def test_her_nik_is_masked_in_the_summary(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    siti.sees("NIK: ••••••••••••9901")
    siti.sees_not(SITI.nik)


async def test_back_returns_to_the_question_before_and_offers_what_she_had_said(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.taps("Kembali")
    siti.sees("Di kelurahan mana?")
    await siti.taps("Kembali")
    siti.sees("Di kecamatan mana")
    await siti.taps("Tetap: Pekalongan Utara")
    siti.sees("Di mana alamat Anda")


async def test_back_is_understood_when_it_is_typed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await siti.says("kembali")
    siti.sees("Siapa nama lengkap Anda")
    assert "Tetap: Siti Rahmawati" in siti.labels()


async def test_help_explains_the_question_and_asks_it_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await siti.taps("Bantuan")
    siti.sees("NIK Anda disimpan terkunci (terenkripsi)")
    siti.sees("Untuk bertanya kepada petugas, kirim /tanya.")
    siti.sees("Berapa NIK Anda?")


async def test_cancel_asks_first_and_she_may_go_on(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/batal")
    siti.sees("Batalkan “Pendaftaran Menjahit (Siti Rahmawati)”? Isian Anda akan dihapus.")
    await siti.taps("Tidak, lanjut")
    siti.sees("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_cancel_ends_the_form_and_nothing_is_left(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/batal")
    await siti.taps("Ya, batalkan")
    siti.sees("“Pendaftaran Menjahit (Siti Rahmawati)” sudah dibatalkan.")
    await siti.says("/status")
    siti.sees("Anda belum mendaftar.")
    await opens_the_form(siti)
    siti.sees("Apakah Anda setuju untuk lanjut?")
    assert not await stage.reads(people.of_chat, siti.id)


async def test_there_is_nothing_to_cancel_without_a_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/batal")
    siti.sees("Tidak ada yang perlu dibatalkan.")


async def test_she_goes_on_where_she_was_after_five_days(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await stage.passes(days=5)
    await siti.starts()
    siti.sees("Selamat datang kembali, Siti. Kita lanjutkan dari tempat Anda berhenti.")
    siti.sees("Di mana alamat Anda")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_an_old_keyboard_still_works_after_five_days_where_it_shows_the_open_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await stage.passes(days=5)
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_a_restart_of_the_bot_forgets_nothing(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.goes_down()
    await stage.comes_up()
    await answers(siti, since="kecamatan", until="nomor telepon")
    await stage.goes_down()
    await stage.comes_up()
    await answers(siti, since="nomor telepon")
    siti.sees("Nomor pendaftaran")


async def test_the_menu_leads_back_into_an_open_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/menu")
    await siti.taps("Lanjutkan isian saya")
    siti.sees("Di mana alamat Anda")


async def test_a_form_nobody_came_back_to_is_closed_and_its_buttons_say_so(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await stage.passes(days=15)
    await siti.taps("Setuju, lanjut")
    assert siti.toast() == "Tombol ini sudah tidak berlaku."
    await siti.starts()
    siti.sees("Halo Siti")
    assert "▶️ Lanjutkan isian saya" not in siti.labels()


async def test_a_class_that_closed_meanwhile_is_told_kindly(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await stage.passes(days=21)
    await siti.looks()
    siti.sees("(Siti Rahmawati) sudah ditutup sebelum pendaftaran Anda dikirim. Kami mohon maaf.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()


async def test_start_after_a_class_closed_goes_on_with_the_form_that_waited(stage: Stage) -> None:
    who = another(SITI, programme="Las SMAW")
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", days=2)
    siti = await newcomer(stage)
    await fills_in(siti, who, until="kelurahan")
    await siti.says("/menu")
    for label in ("Lihat pelatihan & daftar", "Menjahit", "Daftar"):
        await siti.taps(label)
    await stage.passes(days=3)
    await siti.says("/start")
    siti.sees("Kita lanjutkan dari tempat Anda berhenti.")
    siti.sees("Pendaftaran: Menjahit")


async def test_registering_twice_in_one_cohort_keeps_the_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await fills_in(siti, another(SITI, programme="Desain grafis"))
    siti.sees(f"Anda sudah pernah mendaftar di angkatan ini; nomor Anda tetap {number}.")
    await siti.says("/status")
    assert siti.last().count("2026-4-") == 1
    siti.sees("Menjahit")


async def test_whoever_has_a_number_in_the_cohort_is_told_before_she_fills_anything_in(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Desain grafis")
    await siti.taps("📝 Daftar")
    siti.sees(f"Siti Rahmawati sudah terdaftar di angkatan ini dengan nomor {number}.")
    await siti.taps("Status saya")
    siti.sees(number)


async def test_a_nik_known_from_another_account_is_not_taken_over(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    stranger = await newcomer(stage, "Orang Lain", "+6281234567899")
    await fills_in(stranger, another(SITI, name="Orang Lain"))
    stranger.sees("NIK ini sudah tercatat di sini")
    assert "💬 Tanya petugas" in stranger.labels()
    await stranger.says("/status")
    stranger.sees("Anda belum mendaftar.")
    stranger.sees_not(number)
    await siti.says("/status")
    siti.sees(f"{number}, Siti Rahmawati")


async def test_whoever_only_knows_the_nik_of_an_alumna_without_a_chat_does_not_get_at_her_record(stage: Stage) -> None:
    def _at_the_counter(session: Session) -> int:
        """An alumna of the demonstration who has no Telegram; hers becomes the NIK of the form."""
        linked = select(Link.person_id)
        person = session.scalars(select(Person).where(Person.id.not_in(linked)).limit(1)).one()
        person.nik, person.nik_digest = SITI.nik, stage.canting.house.vault.digest("nik", SITI.nik)
        return person.id

    person_id = await stage.writes(_at_the_counter)
    before = (await stage.reads(people.by_id, person_id)).name
    stranger = await newcomer(stage, "Orang Lain", "+6281234567899")
    await fills_in(stranger, another(SITI, name="Orang Lain"))
    stranger.sees("NIK ini sudah tercatat di sini")
    assert await stage.reads(people.chat_of, person_id) is None
    assert (await stage.reads(people.by_id, person_id)).name == before
    await stranger.says("/status")
    stranger.sees("Anda belum mendaftar.")


async def test_two_people_register_from_one_phone(stage: Stage) -> None:
    siti = await newcomer(stage)
    hers = await registers(siti)
    his = await registers(siti, BUDI)
    assert his != hers
    await siti.says("/status")
    siti.sees(f"{hers}, Siti Rahmawati")
    siti.sees(f"{his}, Budi Santoso")


async def test_she_changes_the_language_to_english_and_back(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/bahasa")
    siti.sees("Anda ingin memakai bahasa apa?")
    await siti.taps("English")
    siti.sees("From now on we speak English.")
    await siti.says("/menu")
    await siti.taps("Go on where I was")
    siti.sees("What is your address")
    await siti.says("/bahasa")
    await siti.taps("Bahasa Indonesia")
    siti.sees("Mulai sekarang kita berbahasa Indonesia.")
    await answers_after_menu(siti)
    siti.sees("Nomor pendaftaran")


async def answers_after_menu(phone: Phone) -> None:
    await phone.says("/menu")
    await phone.taps("Lanjutkan isian saya")
    await answers(phone, since="alamat")


async def test_a_phone_in_english_begins_in_indonesian_all_the_same(stage: Stage) -> None:
    tourist = await stage.person("Emma", language_code="en")
    await tourist.starts()
    tourist.sees("Halo Emma, selamat datang")


async def test_a_second_form_waits_for_the_first_and_then_begins(stage: Stage) -> None:
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/menu")
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Las SMAW")
    await siti.taps("Daftar")
    siti.sees("“Pendaftaran Las SMAW” menunggu sampai yang ini selesai atau dibatalkan.")
    siti.sees("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    await siti.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW”.")
    assert siti.bot_messages()[-2]["kind"] == "photo"
    await answers(siti)
    await siti.says("/status")
    siti.sees("9999-1-0001, Siti Rahmawati")
    assert siti.last().count("Siti Rahmawati") == 2


async def test_a_question_to_an_officer_goes_before_the_form_which_goes_on_afterwards(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/tanya")
    siti.sees("Apa yang ingin Anda tanyakan?")
    await siti.says("Apakah boleh memakai alamat kos?")
    await siti.waits_for("Pertanyaan Anda sudah diterima petugas.")
    await siti.waits_for("Sekarang lanjut ke “Pendaftaran Menjahit (Siti Rahmawati)”.")
    siti.sees("Di mana alamat Anda")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_an_officers_answer_does_not_disturb_an_open_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/tanya")
    await siti.says("Apakah boleh memakai alamat kos?")
    await siti.waits_for("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_what_is_said_in_a_group_is_ignored(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    async with stage.session.post(f"{stage.url}/sim/groups", json={"title": "Warga RT 02"}) as response:
        group = await response.json()
    before = stage.world.calls.counts["sendMessage"]
    said = _in_group(group["id"], siti.id, "/start")
    stage.world.updates.push("message", said, group["id"])
    await siti.says("halo")
    assert stage.world.calls.counts["sendMessage"] == before + 1
    siti.sees("Silakan pilih dari menu, atau tanyakan kepada petugas.")


def _in_group(group: int, sender: int, text: str) -> Json:
    return {
        "message_id": 1,
        "date": 1,
        "chat": {"id": group, "type": "supergroup", "title": "Warga RT 02"},
        "from": {"id": sender, "is_bot": False, "first_name": "Siti"},
        "text": text,
    }


async def test_a_registration_by_somebody_from_outside_the_city_is_open_where_the_nation_pays(stage: Stage) -> None:
    andi = await newcomer(stage, "Andi")
    await opens_the_form(andi, another(SITI, programme="Instalasi tenaga listrik"))
    await answers(andi, until="kecamatan")
    await andi.taps("Luar Kota Pekalongan")
    andi.sees("KTP Anda dari kabupaten atau kota mana?")
    await andi.says("kab batang")
    andi.sees("Maksud Anda Kabupaten Batang?")
    await andi.taps("Ya, Kabupaten Batang")
    await answers(andi, since="alamat")
    person = await stage.reads(_named, SITI.nik, stage)
    assert (person.kecamatan, person.kelurahan, person.town) == (None, None, "Kabupaten Batang")


def _named(session: Session, nik: str, stage: Stage) -> Person:
    digest = stage.canting.house.vault.digest("nik", nik)
    return session.scalars(select(Person).where(Person.nik_digest == digest)).one()


async def test_only_open_classes_are_listed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    listed = [label for label in siti.labels() if label[0].isalpha()]
    known = await stage.reads(lambda session: len(session.scalars(select(TrainingClass)).all()))
    siti.sees("Pendaftaran dibuka: 6 pelatihan.")
    assert len(listed) == 6 < known
