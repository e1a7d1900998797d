"""Relinking: whoever's NIK is known from another account is led to the officers; nobody else gains by it."""

from sqlalchemy import select

from records import people, relinks
from records.audit import Entry
from records.relinks import WAITING_OF_A_CHAT, Relink
from records.session import Session
from tests.journeys.applicant import BUDI, SITI, another, answers, fills_in, newcomer, opens_the_form, registers
from tests.journeys.drafts import CLOSED, CLOSING, QUIET
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

CLAIM = "NIK ini milik saya"


async def asks_to_be_connected(phone: Phone, reason: str = "Ganti HP") -> None:
    """From the end of a form whose NIK is known from elsewhere."""
    await phone.taps(CLAIM)
    phone.sees("Mengapa NIK Anda tercatat dari akun lain?")
    await phone.taps(reason)
    await phone.waits_for("Permintaan Anda sudah diterima petugas.")


async def decides(stage: Stage, button: str) -> Phone:
    officer = bu_ratna(stage)
    await goes_to(officer, "Hubungkan akun")
    await officer.taps("1. ")
    await officer.taps(button)
    await stage.canting.do_what_is_due()
    return officer


async def test_she_with_a_new_phone_is_connected_and_goes_on_where_she_was(stage: Stage) -> None:
    old = await newcomer(stage)
    number = await registers(old)
    new = await newcomer(stage, "Siti Baru", "+6281234567899")
    await fills_in(new, another(SITI, programme="Desain grafis"))
    new.sees("NIK ini sudah tercatat di sini, tetapi dari akun Telegram lain.")
    await asks_to_be_connected(new)
    await decides(stage, "🔗 Hubungkan")
    await new.looks()
    new.sees("Akun ini sekarang terhubung dengan data Siti Rahmawati.")
    await old.looks()
    old.sees("Jika ini bukan permintaan Anda, segera beri tahu petugas.")
    await new.taps("Lanjutkan isian saya")
    new.sees("Berapa NIK Anda?")
    await new.taps("Tetap: ")
    await answers(new, since="Silakan periksa")
    new.sees(f"nomor Anda tetap {number}")
    await old.says("/status")
    old.sees("Anda belum mendaftar.")


async def test_the_officer_sees_what_to_compare_and_may_not_forward_it(stage: Stage) -> None:
    old = await newcomer(stage)
    await registers(old)
    thief = await newcomer(stage, "Joko", "+6281234567899")
    await fills_in(thief, another(SITI, name="Joko"))
    await asks_to_be_connected(thief)
    officer = bu_ratna(stage)
    await goes_to(officer, "Hubungkan akun")
    await officer.taps("1. ")
    officer.sees("3375 0157 0899 9901")
    officer.sees("+6281234567890")
    officer.sees("oleh akun Telegram “Joko”")
    assert officer.bot_messages()[-1]["protect"]


async def test_a_refused_request_changes_nothing_and_says_the_next_step(stage: Stage) -> None:
    old = await newcomer(stage)
    number = await registers(old)
    thief = await newcomer(stage, "Joko", "+6281234567899")
    await fills_in(thief, another(SITI, name="Joko"))
    await asks_to_be_connected(thief)
    await decides(stage, "Tolak")
    await thief.looks()
    thief.sees("silakan datang ke loket dengan KTP")
    thief.sees_not("Siti")
    await thief.says("/status")
    thief.sees_not(number)
    await old.says("/status")
    old.sees(f"{number}, Siti Rahmawati")
    noted = await stage.reads(lambda session: set(session.scalars(select(Entry.action))))
    assert {"relink.asked", "relink.refused"} <= noted


async def test_nobody_learns_whose_nik_it_is(stage: Stage) -> None:
    await registers(await newcomer(stage))
    thief = await newcomer(stage, "Joko", "+6281234567899")
    await fills_in(thief, another(SITI, name="Joko"))
    for hers in ("Siti", "2026-4-", "+6281234567890"):
        thief.sees_not(hers)


async def test_a_request_of_another_chat_cannot_be_forged(stage: Stage) -> None:
    await registers(await newcomer(stage))
    claimant = await newcomer(stage, "Siti Baru", "+6281234567899")
    await fills_in(claimant)
    await asks_to_be_connected(claimant)
    stranger = await newcomer(stage, "Joko", "+6281234567898")
    await stranger.starts()
    (asked,) = await stage.reads(relinks.waiting)
    for data in (
        f"m:relink:{asked.id}",
        f"m:relinkyes:{asked.id}",
        f"m:relinkcheck:{asked.id}",
        "m:relinks",
        "m:relink:x",
    ):
        await stranger.forges(data)
        stranger.sees_not("Siti")
    assert (await stage.reads(people.chat_of, asked.person_id)) != claimant.id
    assert len(await stage.reads(relinks.waiting)) == 1


async def test_of_two_officers_one_decides(stage: Stage) -> None:
    await registers(await newcomer(stage))
    claimant = await newcomer(stage, "Siti Baru", "+6281234567899")
    await fills_in(claimant)
    await asks_to_be_connected(claimant)
    (asked,) = await stage.reads(relinks.waiting)
    officer = await decides(stage, "Tolak")
    await officer.forges(f"m:relinkyes:{asked.id}")
    officer.sees("Permintaan ini sudah diputuskan.")
    assert (await stage.reads(people.chat_of, asked.person_id)) != claimant.id


async def test_a_chat_that_tries_many_niks_is_not_led_on(stage: Stage) -> None:
    def meets(session: Session, chat_id: int) -> list[Relink | None]:
        known = session.scalars(select(people.Person.id).limit(8)).all()
        return [relinks.meet(session, chat_id, person, "Joko", stage.clock.now()) for person in known]

    thief = await newcomer(stage, "Joko", "+6281234567899")
    met = await stage.writes(meets, thief.id)
    assert [one is not None for one in met] == [True] * relinks.MET_IN_A_DAY + [False] * 3
    asked = [one.id for one in met if one is not None][:WAITING_OF_A_CHAT]
    for one in asked:
        assert await stage.writes(relinks.ask, one, "phone", stage.clock.now())
    assert not await stage.reads(relinks.may_ask, thief.id)


async def test_a_mistyped_nik_is_corrected_and_nothing_else_asked_again(stage: Stage) -> None:
    await registers(await newcomer(stage))
    budi = await newcomer(stage, "Budi", "+6281234567899")
    await opens_the_form(budi, BUDI)
    await answers(budi, another(BUDI, nik=SITI.nik), until="Silakan periksa")
    await budi.taps("Kirim pendaftaran")
    await budi.taps("Periksa lagi NIK")
    await budi.says(BUDI.nik)
    await budi.taps("Ya, benar")
    await answers(budi, since="Silakan periksa")
    budi.sees("Nomor pendaftaran")


async def asked_in_the_midst_of_a_form(stage: Stage) -> Phone:
    """Somebody known from another account, who filled in the form for a class that closes in ten days, and asked to be
    connected instead of sending it.
    """
    await stage.writes(open_cohort, stage.clock.now(), days=10)
    await registers(await newcomer(stage))
    new = await newcomer(stage, "Siti Baru", "+6281234567899")
    await new.starts("k_9999-1-kelas")
    await new.taps("📝 Daftar")
    await answers(new)
    await asks_to_be_connected(new)
    return new


async def test_whoever_asked_to_be_connected_is_asked_and_reminded_of_nothing_until_staff_decide(stage: Stage) -> None:
    new = await asked_in_the_midst_of_a_form(stage)
    new.sees("endaftaran Anda kami simpan dulu: isian Anda tetap ada, dan Anda tidak perlu melakukan apa-apa.")
    assert not any("Berapa NIK" in message["text"] for message in new.bot_messages()[-2:])
    await new.says("/status")
    new.sees("Las SMAW (Siti Rahmawati): pendaftaran Anda menunggu dan belum dikirim.")
    assert not any("Lanjutkan" in label for label in new.labels())
    await stage.passes(days=9)
    assert (await new.heard(QUIET), await new.heard(CLOSING)) == (0, 0)
    await decides(stage, "🔗 Hubungkan")
    await new.looks()
    await new.taps("Lanjutkan isian saya")
    await new.taps("Tetap: ")
    await answers(new, since="Silakan periksa")
    new.sees("Nomor pendaftaran")


async def test_a_draft_whose_class_closes_before_staff_decide_is_told_to_be_over(stage: Stage) -> None:
    new = await asked_in_the_midst_of_a_form(stage)
    await stage.passes(days=11)
    assert await new.heard(CLOSED) == 1
    await decides(stage, "🔗 Hubungkan")
    await new.looks()
    assert not any("Lanjutkan" in label for label in new.labels())


async def test_after_a_refusal_the_nik_can_be_corrected_and_no_reminder_comes(stage: Stage) -> None:
    await stage.writes(open_cohort, stage.clock.now(), days=10)
    await registers(await newcomer(stage))
    budi = await newcomer(stage, "Budi", "+6281234567899")
    await budi.starts("k_9999-1-kelas")
    await budi.taps("📝 Daftar")
    await answers(budi, another(BUDI, nik=SITI.nik), until="Silakan periksa")
    await budi.taps("Kirim pendaftaran")
    await asks_to_be_connected(budi)
    await decides(stage, "Tolak")
    await stage.passes(days=9)
    assert (await budi.heard(QUIET), await budi.heard(CLOSING)) == (0, 0)
    await budi.taps("Lanjutkan isian saya")
    await budi.says(BUDI.nik)
    await budi.taps("Ya, benar")
    await answers(budi, since="Silakan periksa")
    budi.sees("Nomor pendaftaran")
