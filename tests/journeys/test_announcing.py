"""Announcing: an officer writes to a cohort, and every person of it is accounted for, whatever Telegram does."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError

import bot.request
import scheduler.sender
from conversations import messages
from conversations.context import Context
from conversations.notice import Composed
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import chats, deliveries, enrolments, leadership, people
from records.chats import ChatState
from records.database import DatabaseError
from records.deliveries import Claim, Delivery, DeliveryKind
from records.demonstration import Group
from records.session import Session
from scheduler.pace import Tempo
from scheduler.parcels import Handed
from scheduler.sender import Carrier
from tests.journeys.applicant import BUDI, answers, fills_in, newcomer, registers
from tests.journeys.office import bu_ratna, goes_to, graduates, opens_the_application
from tests.journeys.test_followup import DUE, asked
from tests.person import Phone
from tests.stage import ADMINISTRATOR, Stage, staged
from tests.walking import is_a_participant

COHORT, LARGE = "Angkatan III 2026", "Angkatan II 2019"
WORDS = "Pelatihan besok dimulai pukul 08.00."
HEAD = "Pengumuman\n\n"
WITH_CHAT, IN_COHORT = 11, 12


async def writes(officer: Phone, words: str = WORDS, cohort: str = COHORT) -> None:
    """Up to the preview."""
    await goes_to(officer, "Pengumuman ke angkatan")
    await officer.taps(cohort)
    await officer.says(words)


async def sends(officer: Phone, words: str = WORDS, cohort: str = COHORT) -> None:
    """Up to the yes; nothing has gone out yet."""
    await writes(officer, words, cohort)
    await officer.taps("Kirim ke")


async def received(phone: Phone, words: str = WORDS) -> int:
    await phone.looks()
    return sum(f"{HEAD}{words}" in message["text"] for message in phone.bot_messages())


async def outcomes(stage: Stage) -> Counter[str]:
    """How many deliveries of the campaign ended how."""
    return await stage.reads(_outcomes)


def _outcomes(session: Session) -> Counter[str]:
    kind = Delivery.kind == DeliveryKind.ANNOUNCEMENT.value
    return Counter(session.scalars(select(Delivery.status).where(kind)))


def _name(session: Session, chat_id: int) -> str:
    return people.of_chat(session, chat_id)[0].name


async def test_an_officer_sees_what_will_be_read_and_by_how_many(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pengumuman ke angkatan")
    ratna.sees("Untuk angkatan mana?")
    await ratna.taps("Angkatan III 2026 (data contoh) · 12 orang")
    ratna.sees("Tulis pengumuman untuk Angkatan III 2026 (data contoh) (12 orang) dalam satu pesan.")
    await ratna.says(WORDS)
    ratna.sees("akan dibaca 11 orang dari Angkatan III 2026 (data contoh) (1 orang lagi")
    ratna.sees(f"{HEAD}{WORDS}\n\nAkan dikirim sekarang. Lanjutkan?")
    assert "📤 Kirim ke 11 orang" in ratna.labels()
    await stage.a_moment_passes()
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 0


async def test_the_words_may_be_changed_before_they_go_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna, "Pelatihan lusa.")
    await ratna.taps("Ubah tulisannya")
    ratna.sees("Tulis pengumuman untuk")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke 11 orang")
    ratna.sees("Baik, pengumuman dikirim ke 11 orang sekarang.")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1
        assert "lusa" not in phone.last()


async def test_an_announcement_may_be_given_up(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {}


async def test_one_message_tells_how_far_it_is_and_the_report_names_the_missed(stage: Stage) -> None:
    blocked = stage.of(Group.PARTICIPANT)[1]
    name = await stage.reads(_name, blocked.id)
    await blocked.blocks()
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("▰▰▰▰▰▰▰▰▰▰ 12 dari 12")
    ratna.sees("Terkirim: 10\nTidak terjangkau: 2\nGagal: 0\nBelum pasti: 0\nMenunggu: 0")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("Laporan pengiriman. Tidak terjangkau:")
    ratna.sees(f"• {name} (tidak punya chat, atau memblokir bot)")
    assert await received(blocked) == 0


async def test_a_report_of_many_says_how_many_more_there_are(stage: Stage) -> None:
    await stage.writes(_nobody_has_a_chat)
    ratna = bu_ratna(stage)
    await sends(ratna, cohort=LARGE)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    everybody = (await outcomes(stage))["blocked"]
    await ratna.taps("Laporan pengiriman")
    assert ratna.last().count("•") == 30
    ratna.sees(f"… dan {everybody - 30} orang lagi")


def _nobody_has_a_chat(session: Session) -> None:
    session.execute(delete(people.Link))


async def test_the_report_says_so_when_everybody_got_it(stage: Stage) -> None:
    await stage.writes(_only_reachable)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("Laporan pengiriman: semua sudah menerima.")


def _only_reachable(session: Session) -> None:
    """The one who has no chat leaves the class."""
    for enrolment in session.scalars(select(enrolments.Enrolment)):
        if people.chat_of(session, enrolment.person_id) is None:
            enrolment.status = enrolments.EnrolmentStatus.WITHDRAWN.value


async def test_progress_is_shown_in_place_while_a_large_cohort_is_written_to(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = bu_ratna(stage)
    await sends(ratna, cohort=LARGE)
    before = len(ratna.bot_messages())
    edits = stage.world.calls.counts["editMessageText"]
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("128 dari 128")
    assert len(ratna.bot_messages()) == before + 1
    assert ratna.bot_messages()[-1]["edited"]
    assert stage.world.calls.counts["editMessageText"] >= edits + 3
    found = await outcomes(stage)
    assert sum(found.values()) == 128
    assert set(found) == {"sent", "blocked"}


async def test_a_large_cohort_is_not_written_to_faster_than_telegram_allows(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    stage.world.floods.enabled = True
    await sends(bu_ratna(stage), cohort=LARGE)
    await stage.a_moment_passes()
    assert not [one for one in await stage.refusals() if one["code"] == 429]
    assert (await outcomes(stage))["sent"] > 100


async def test_who_pays_for_speed_gets_it_without_being_told_to_wait(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", floods=True, pace=Tempo.PAID) as stage:
        await sends(bu_ratna(stage), cohort=LARGE)
        began = stage.clock.monotonic()
        await stage.a_moment_passes()
        held_back = {one["chat_id"] for one in await stage.refusals() if one["code"] == 429}
        assert held_back <= {ADMINISTRATOR}
        assert (await outcomes(stage))["sent"] > 100
        assert stage.clock.monotonic() - began < 1


async def test_a_block_met_on_the_way_is_in_the_report(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    sri = stage.of(Group.PARTICIPANT)[2]
    name = await stage.reads(_name, sri.id)
    stage.world.people[sri.id].blocked = True
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Tidak terjangkau: 2")
    await ratna.taps("Laporan pengiriman")
    ratna.sees(name)


async def test_whoever_joins_after_the_yes_is_not_in_the_audience(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await is_a_participant(stage, await registers(await newcomer(stage, "Budi", "+6281234567899"), BUDI))
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pengumuman ke angkatan")
    await ratna.taps("Angkatan IV 2026")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke")
    await is_a_participant(stage, number)
    await stage.a_moment_passes()
    assert await received(siti) == 0


async def test_whoever_leaves_after_the_yes_is_in_it(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    await sends(bu_ratna(stage))
    await stage.writes(_withdrawn, sri.id)
    await stage.a_moment_passes()
    assert await received(sri) == 1


def _withdrawn(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    for enrolment in session.scalars(select(enrolments.Enrolment).filter_by(person_id=person.id)):
        enrolment.status = enrolments.EnrolmentStatus.WITHDRAWN.value


async def test_html_and_ampersands_and_lines_arrive_as_typed(stage: Stage) -> None:
    words = 'Bawa <b>KTP</b> & "ijazah":\n1. R&D <script>\n2. 5 > 3 &amp; 3 < 5'
    ratna = bu_ratna(stage)
    await writes(ratna, words)
    ratna.sees(f"{HEAD}{words}\n\nAkan dikirim sekarang. Lanjutkan?")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone, words) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("x" * 4000, "Tulisan Anda terlalu panjang: 4.000 huruf."), ("😀", "Silakan tulis pengumuman dengan kata-kata.")],
)
async def test_words_that_cannot_go_out_are_asked_again(stage: Stage, typed: str, sentence: str) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna, typed)
    assert sentence in ratna.last()
    assert "Tulis pengumuman untuk" in ratna.last()


async def test_a_double_tap_on_sending_sends_once(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await asyncio.gather(ratna.taps("Kirim ke"), ratna.taps("Kirim ke"))
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1
    assert sum((await outcomes(stage)).values()) == IN_COHORT


async def test_an_announcement_does_not_disturb_an_open_form(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    await fills_in(sri, until="kecamatan")
    await sends(bu_ratna(stage))
    await stage.a_moment_passes()
    await sri.waits_for(WORDS)
    await answers(sri, since="kecamatan")
    sri.sees("Nomor pendaftaran")


async def test_telegrams_flood_control_holds_the_rest_back_until_it_is_over(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    await sends(bu_ratna(stage), cohort=LARGE)
    await stage.fails("sendMessage", 429, retry_after=60)
    await stage.a_moment_passes()
    found = await outcomes(stage)
    assert found["sent"] <= 30
    held_until = await stage.reads(_held_until)
    await stage.a_moment_passes()
    assert await outcomes(stage) == found
    await stage.until(held_until + timedelta(seconds=1))
    found = await outcomes(stage)
    assert set(found) == {"sent", "blocked"}
    assert sum(found.values()) == 128


def _held_until(session: Session) -> datetime:
    paused = leadership.paused_until(session)
    assert paused is not None
    return paused


async def test_flood_control_does_not_hold_back_a_decision(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await sends(ratna)
    await stage.fails("sendMessage", 429, retry_after=600)
    await stage.a_moment_passes()
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()
    await siti.waits_for("berkasnya lengkap")
    assert (await outcomes(stage))["waiting"] == 1


async def test_a_bad_gateway_is_tried_again_until_everybody_has_it_once(stage: Stage) -> None:
    await sends(bu_ratna(stage))
    await stage.fails("sendMessage", 502, times=15)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(minutes=10))
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1


async def test_a_chat_that_always_fails_is_given_up_and_named(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[3]
    name = await stage.reads(_name, sri.id)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.fails("sendMessage", 502, times=1000, chat_id=sri.id)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=2))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "failed": 1}
    await ratna.waits_for("Gagal: 1")
    await ratna.taps("Laporan pengiriman")
    ratna.sees(name)


async def test_a_timeout_after_the_message_went_out_is_unknown_and_not_sent_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 0.3)
    sri = stage.of(Group.PARTICIPANT)[3]
    name = await stage.reads(_name, sri.id)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.fails("sendMessage", "timeout_after", chat_id=sri.id)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=2))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "unknown": 1}
    assert await received(sri) == 1
    await ratna.waits_for("Belum pasti: 1")
    await ratna.taps("Laporan pengiriman")
    ratna.sees(f"{name} (mungkin sudah sampai)")


async def test_of_every_trouble_at_once_nobody_is_left_out_of_the_count(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 0.3)
    everybody = stage.of(Group.PARTICIPANT)
    ratna = bu_ratna(stage)
    await sends(ratna)
    troubles: tuple[int | str, ...] = (429, 502, "timeout_after", 503)
    for phone, code in zip(everybody, troubles, strict=False):
        await stage.fails("sendMessage", code, chat_id=phone.id, retry_after=7)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=1))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "unknown": 1}
    for phone in everybody:
        assert await received(phone) == 1
    await ratna.waits_for("12 dari 12")


async def test_what_was_sent_while_the_database_failed_is_written_down_later(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    monkeypatch.setattr(scheduler.sender, "settle", _full_disk)
    with pytest.raises(DatabaseError):
        await stage.a_moment_passes()
    monkeypatch.undo()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1


def _full_disk(_session: Session, _handed: list[Handed], _now: datetime) -> None:
    raise DatabaseError("the database cannot be written: disk full")


async def test_a_database_in_trouble_is_no_fault_of_the_messages_it_composes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    monkeypatch.setattr(messages, "compose", _conflict)
    with pytest.raises(OperationalError):
        await stage.a_moment_passes()
    monkeypatch.undo()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}


def _conflict(_context: Context, _claim: Claim) -> Composed:
    raise OperationalError("SELECT 1", {}, Exception("could not serialize access"))


class Meanwhile:
    """A carrier on whose way something else happens."""

    def __init__(self, carrier: Carrier, happens: Callable[[], Awaitable[None]]) -> None:
        self._carrier = carrier
        self._happens = happens

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt:
        await self._happens()
        return await self._carrier.deliver(chat, reply)


async def test_a_keyboard_that_comes_up_while_a_message_is_on_its_way_is_remembered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says("Apakah ada uang transport?")
    await fills_in(siti, until="alamat")
    await goes_to(bu_ratna(stage), "Pertanyaan menunggu")
    await bu_ratna(stage).taps("Jawab 1")
    await bu_ratna(stage).says("Ada, tiap hari.")

    async def she_reaches_the_phone_question() -> None:
        await answers(siti, since="alamat", until="nomor telepon")
        await stage.canting.turns.settle()

    sender = stage.canting.sender
    monkeypatch.setattr(sender, "_carrier", Meanwhile(sender._carrier, she_reaches_the_phone_question))
    await stage.a_moment_passes()
    await siti.waits_for("Ada, tiap hari.")
    assert (await stage.reads(chats.load, siti.id, stage.clock.now())).reply_keyboard


async def test_who_asks_for_the_table_to_be_emptied_waits_for_the_round_under_way(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    sender, under_way = stage.canting.sender, asyncio.Event()

    async def a_moment() -> None:
        under_way.set()
        await asyncio.sleep(0)

    monkeypatch.setattr(sender, "_carrier", Meanwhile(sender._carrier, a_moment))
    first = asyncio.create_task(sender.empty())
    await under_way.wait()
    await sender.empty()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    await first


async def test_others_are_answered_while_it_is_being_sent(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 1.0)
    siti = await newcomer(stage)
    await sends(bu_ratna(stage))
    await stage.fails("sendMessage", "timeout_after", chat_id=stage.of(Group.PARTICIPANT)[0].id)
    sending = asyncio.create_task(stage.canting.sender.empty())
    await stage.of(Group.PARTICIPANT)[1].waits_for(WORDS)
    await fills_in(siti, until="kecamatan")
    assert not sending.done()
    await sending


async def test_what_a_killed_process_was_sending_is_unknown_and_the_rest_goes_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    claimed = await stage.writes(_claimed, 5, stage)
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT - 5, "blocked": 1, "unknown": 5}
    for chat_id in claimed:
        assert await received(stage.phone(chat_id)) == 0
    await ratna.waits_for("Belum pasti: 5")


def _claimed(session: Session, count: int, stage: Stage) -> list[int]:
    """Claims of the process that leads now, and is about to die."""
    epoch = session.scalars(select(leadership.Leadership.epoch)).one()
    return [claim.chat_id for claim in deliveries.claim(session, epoch, count, stage.clock.now())]


async def test_a_follow_up_that_a_killed_process_was_sending_is_sent_again(stage: Stage) -> None:
    await graduates(bu_ratna(stage))
    stage.clock.set(DUE)
    await stage.canting.sweep()
    assert len(await stage.writes(_claimed, 5, stage)) == 5
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await asked(phone) == 1


async def test_a_campaign_that_ended_while_nobody_could_tell_is_reported_after_the_restart(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.writes(_claimed, WITH_CHAT, stage)
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    await ratna.waits_for("12 dari 12")
    ratna.sees(f"Belum pasti: {WITH_CHAT}")


async def test_a_message_that_telegram_refuses_stops_the_campaign_and_says_so(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = bu_ratna(stage)
    await sends(ratna, cohort=LARGE)
    await stage.fails("sendMessage", 400)
    await stage.a_moment_passes()
    found = await outcomes(stage)
    assert found["failed"] == 1
    assert found["cancelled"] >= 128 - 30 - found["blocked"]
    await ratna.waits_for("Pengumuman dihentikan")


async def test_the_last_word_of_the_progress_is_told_even_if_it_fails_at_first(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = bu_ratna(stage)
    await sends(ratna, cohort=LARGE)
    await stage.fails("sendMessage", 502, times=2, chat_id=ratna.id)
    await stage.fails("editMessageText", 502, times=4, chat_id=ratna.id)
    for _tick in range(6):
        await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("128 dari 128")
    assert sum("dari 128" in message["text"] for message in ratna.bot_messages()) == 1


async def test_an_announcement_confirmed_at_night_goes_out_in_the_morning_and_says_so(stage: Stage) -> None:
    """22.00 on a Tuesday in Pekalongan."""
    stage.clock.forward(timedelta(hours=12))
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    await writes(ratna)
    ratna.sees("Rabu, 7 Oktober 2026 pukul 08.00 WIB")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    assert await received(sri) == 0
    morning = datetime(2026, 10, 7, 1, 0, tzinfo=UTC)
    await stage.until(morning - timedelta(minutes=1))
    assert await received(sri) == 0
    await stage.until(morning)
    assert await received(sri) == 1
    await ratna.waits_for("Pengumuman sudah dikirim.")


async def test_an_answer_to_a_question_does_not_wait_for_the_morning(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    stage.clock.forward(timedelta(hours=12))
    await siti.says("/tanya")
    await siti.says("Apakah masih dibuka?")
    await goes_to(ratna, "Pertanyaan menunggu")
    await ratna.taps("Jawab 1")
    await ratna.says("Masih, sampai akhir bulan.")
    await stage.a_moment_passes()
    await siti.waits_for("Masih, sampai akhir bulan.")
