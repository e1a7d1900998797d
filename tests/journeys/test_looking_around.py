"""Before registering: the quick check, wishes, codes that can be typed, and sharing."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlparse
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from records import offers, wishes
from records.applications import Application
from records.classes import TrainingClass
from records.codes import short_code
from records.people import Education, Person
from records.programmes import Programme
from records.requirements import NEVER_BEFORE, Requirements
from records.talks import TalkRow
from tests.journeys.applicant import answers, newcomer, opens_the_form, registers
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage


async def checks(phone: Phone, *taps: str) -> None:
    """From START through the quick check."""
    await phone.starts()
    await phone.taps("Lihat pelatihan & daftar")
    await phone.taps("Cek cepat")
    for label in taps:
        await phone.taps(label)


async def code_of(stage: Stage, programme: str) -> tuple[str, str]:
    """(the class's own code, its short code) of an open class."""
    open_now = await stage.reads(offers.open_at, stage.clock.now())
    offer = next(offer for offer in open_now if offer.programme == programme)
    return offer.code, short_code(offer.code, offer.id)


def links(phone: Phone) -> dict[str, str]:
    """The buttons of the newest message that open a link, by label."""
    rows = phone.bot_messages()[-1]["inline_keyboard"] or []
    return {button["text"]: button["url"] for row in rows for button in row if button.get("url")}


async def test_three_taps_tell_which_classes_fit(stage: Stage) -> None:
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMK/MAK")
    siti.sees("6 pelatihan terbuka cocok untuk Anda.")
    await siti.taps("Menjahit")
    siti.sees("Pendaftaran sampai")


async def test_whoever_comes_from_elsewhere_reads_for_each_class_why_not(stage: Stage) -> None:
    andi = await newcomer(stage, "Andi")
    await checks(andi, "Luar Kota Pekalongan", "46 tahun ke atas", "SD/MI")
    andi.sees("1 pelatihan terbuka cocok untuk Anda.")
    assert "✅ Instalasi tenaga listrik" in andi.labels()
    andi.sees("✖️ Menjahit: hanya untuk KTP Kota Pekalongan")
    assert andi.last().count("✖️") == 5, "a sentence each"


async def test_a_minor_is_kindly_sent_to_the_counter(stage: Stage) -> None:
    young = await newcomer(stage)
    await checks(young, "Kota Pekalongan", "di bawah 18 tahun", "SMP/MTs")
    young.sees("Saat ini belum ada pelatihan terbuka yang cocok untuk Anda.")
    young.sees("✖️ Menjahit: mulai usia 18 tahun")
    young.sees("Silakan datang ke loket")


async def test_education_counts_in_the_quick_check(stage: Stage) -> None:
    rules = Requirements(education_floor=Education.SMA, course_free_years=NEVER_BEFORE)
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", requirements=rules)
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMP/MTs")
    siti.sees("✖️ Las SMAW · Angkatan Khusus: minta pendidikan minimal SMA/SMK")


def _kept(session: Session) -> list[int]:
    return [session.scalar(select(func.count()).select_from(table)) or 0 for table in (Person, TalkRow, Application)]


async def test_many_classes_of_long_names_still_fit_one_message(stage: Stage) -> None:
    def thirty_more(session: Session, now: datetime) -> None:
        for n in range(30):
            session.add(
                Programme(
                    code=f"panjang-{n}",
                    name=f"{n:02} Operator Pengolahan Hasil Perikanan & Pertanian ".ljust(80, "x"),
                    teaches="Olah.",
                )
            )
            session.flush()
            name = session.scalars(select(Programme.name).where(Programme.code == f"panjang-{n}")).one()
            open_cohort(session, now, name="Angkatan <Khusus> ".ljust(80, "y"), code=f"99{n:02}-1", programme=name)

    await stage.writes(thirty_more, stage.clock.now())
    andi = await newcomer(stage, "Andi")
    await checks(andi, "Luar Kota Pekalongan", "46 tahun ke atas", "SD/MI")
    assert andi.last().count("✖️") == 14
    andi.sees("dan 21 lagi yang belum cocok")
    await andi.starts()
    await andi.taps("Lihat pelatihan & daftar")
    await andi.taps("Belum buka? Kabari saya")
    andi.sees("Kabari saya")


async def test_the_quick_check_is_stored_nowhere(stage: Stage) -> None:
    before = await stage.reads(_kept)
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMK/MAK")
    assert await stage.reads(_kept) == before


async def test_what_nobody_offered_is_no_quick_check(stage: Stage) -> None:
    siti = await newcomer(stage)
    await checks(siti)
    for forged in ("x", "y.x", "y.20.phd", "y.20.smk.more", "y.999999999999999999999.smk", "..", "y..smk"):
        await siti.forges(f"m:check:{forged}")
        assert siti.toast() == "Tombol ini sudah tidak berlaku.", forged


def tomorrow_evening(stage: Stage) -> datetime:
    """At eight in Pekalongan."""
    here = stage.clock.now().astimezone(ZoneInfo("Asia/Jakarta"))
    return (here + timedelta(days=1)).replace(hour=20, minute=0, second=0, microsecond=0)


def changed(session: Session, class_id: int, /, **values: object) -> None:
    session.execute(update(TrainingClass).where(TrainingClass.id == class_id).values(**values))


async def wishes_for(phone: Phone, programme: str) -> None:
    await phone.starts()
    await phone.taps("Lihat pelatihan & daftar")
    await phone.taps("Belum buka? Kabari saya")
    await phone.taps(programme)


async def test_a_wish_is_told_once_when_a_class_opens(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    siti.sees("begitu pendaftaran Las SMAW dibuka, Anda kami kabari di sini")
    assert "✅ Las SMAW" in siti.labels()
    await stage.passes(days=1)
    siti.sees_not("sudah dibuka")

    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.passes(days=1)
    await siti.waits_for("Anda minta dikabari: pendaftaran Las SMAW sudah dibuka.")
    told = len(siti.bot_messages())
    await siti.taps("Lihat pelatihan")
    siti.sees("Las SMAW\nAngkatan Khusus")

    await stage.passes(days=2)
    await siti.looks()
    assert len(siti.bot_messages()) <= told + 1, "once a wish"
    assert await stage.reads(wishes.of_chat, siti.id) == {}


async def test_a_wish_that_was_taken_back_is_not_told(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    await siti.taps("✅ Las SMAW")
    siti.sees("Dibatalkan: Las SMAW.")
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.passes(days=1)
    await siti.looks()
    siti.sees_not("sudah dibuka")


async def test_what_opens_at_night_is_told_in_the_morning(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    evening = tomorrow_evening(stage)
    class_id = await stage.writes(open_cohort, evening + timedelta(days=1), programme="Las SMAW")
    await stage.until(evening + timedelta(hours=10))
    await siti.looks()
    siti.sees_not("sudah dibuka")
    assert await stage.reads(wishes.of_chat, siti.id)
    await stage.until(evening + timedelta(hours=13))
    await siti.waits_for("pendaftaran Las SMAW sudah dibuka")
    _message, data = siti.button("Lihat pelatihan")
    assert data == f"m:class:{class_id}"


async def test_a_class_that_is_cancelled_overnight_is_not_promised_and_the_wish_stays(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    evening = tomorrow_evening(stage)
    class_id = await stage.writes(open_cohort, evening + timedelta(days=1), programme="Las SMAW")
    await stage.until(evening + timedelta(hours=10))
    await stage.writes(changed, class_id, cancelled_at=stage.clock.now())
    await stage.until(evening + timedelta(days=2))
    await siti.looks()
    siti.sees_not("sudah dibuka")
    assert list((await stage.reads(wishes.of_chat, siti.id)).values()) == ["Las SMAW"]


async def test_a_class_that_takes_nobody_more_is_told_of_once_a_place_is_free(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.writes(changed, class_id, applicant_cap=0)
    await stage.passes(days=1)
    await siti.starts()
    siti.sees_not("sudah dibuka")
    await siti.forges(f"m:class:{class_id}")
    await siti.taps("Anda dikabari bila dibuka lagi")
    assert "✅ Las SMAW" in siti.labels()
    await stage.writes(changed, class_id, applicant_cap=30)
    await stage.passes(days=1)
    await siti.waits_for("pendaftaran Las SMAW sudah dibuka")


async def test_staff_read_how_many_wish_for_which_kejuruan(stage: Stage) -> None:
    for name in ("Siti", "Wulan"):
        await wishes_for(await newcomer(stage, name), "Las SMAW")
    await wishes_for(await newcomer(stage, "Tono"), "Setir mobil")
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Peminat kejuruan")
    ratna.sees("Las SMAW: 2 menunggu, 2 seluruhnya\nSetir mobil: 1 menunggu, 1 seluruhnya")


async def test_what_is_open_need_not_be_wished_for(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Belum buka? Kabari saya")
    assert "🔔 Menjahit" not in siti.labels()
    assert "🔔 Las SMAW" in siti.labels()


async def test_a_code_from_a_poster_opens_the_card_however_it_is_typed(stage: Stage) -> None:
    code, short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    for typed in (
        short,
        short.lower(),
        f" {short[:3]} {short[3:]} ",
        code,
        code.upper(),
        f"k_{code}",
        code.replace("-", " "),
    ):
        await siti.says(typed)
        assert siti.last().startswith("Menjahit\n"), typed
    siti.sees(f"Kode: {short}")


async def test_words_that_are_no_code_are_answered_as_before(stage: Stage) -> None:
    siti = await newcomer(stage)
    for typed in ("MNJ999999", "ABC1", "k_", "k_tidak-ada", "menjahit", "x" * 4000, "%", "_"):
        await siti.says(typed)
        siti.sees("kami belum memahami pesan Anda")


async def test_in_the_midst_of_a_form_a_code_opens_the_card_and_the_form_waits(stage: Stage) -> None:
    _code, short = await code_of(stage, "Desain grafis")
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="nama lengkap")
    await siti.says(short)
    assert siti.last().startswith("Desain grafis\n")
    await siti.taps("Lanjutkan")
    siti.sees("nama lengkap")


async def test_scanning_a_second_time_shows_the_card_again_and_the_way_back_to_the_form(stage: Stage) -> None:
    code, _short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    await siti.starts(f"k_{code}")
    await siti.taps("📝 Daftar")
    await siti.starts(f"k_{code}")
    assert siti.last().startswith("Menjahit\n")
    await siti.taps("Lanjutkan")
    siti.sees("setuju")


async def test_scanning_once_more_after_registering_tells_the_number(stage: Stage) -> None:
    code, _short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.starts(f"k_{code}")
    siti.sees(f"✅ Siti Rahmawati sudah terdaftar di angkatan ini: {number}.")
    await siti.taps("Status saya")
    siti.sees(number)


async def test_a_card_is_shared_with_the_link_and_the_code(stage: Stage) -> None:
    code, short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    await siti.starts(f"k_{code}")
    found = links(siti)
    whatsapp = urlparse(found["🟢 Bagikan ke WhatsApp"])
    assert (whatsapp.scheme, whatsapp.netloc) == ("https", "wa.me")
    (words,) = parse_qs(whatsapp.query)["text"]
    assert f"start=k_{code}" in words
    assert f"kode {short}" in words
    telegram = parse_qs(urlparse(found["↗️ Bagikan di Telegram"]).query)
    assert telegram["url"][0].endswith(f"start=k_{code}")
    assert f"kode {short}" in telegram["text"][0]
