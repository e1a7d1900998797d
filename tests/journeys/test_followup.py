"""Follow-up: from the end of a training to the answer, and to the figure that it becomes part of."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select

from records import chats, endings, enrolments, followups, monitoring, people
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.demonstration import Group
from records.followups import Followup
from records.monitoring import LabourStatus, MonitoringRecord
from records.session import Session
from tests.clock import MORNING
from tests.journeys.applicant import SITI, another, answers, opens_the_form
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to, graduates
from tests.person import Phone
from tests.stage import Stage

# The class graduates on 6 October: a month later, nine in the morning in Pekalongan.
DUE = datetime(2026, 11, 6, 2, 0, tzinfo=UTC)
THIRD_MONTH = datetime(2027, 1, 6, 2, 0, tzinfo=UTC)
ASKED, REMINDED = "kami dari BLK", "bolehkah kami bertanya sekali lagi?"
QUESTION = "Dalam 7 hari terakhir, apa kegiatan utama Anda?"
WITH_CHAT, IN_CLASS = 11, 12


async def graduated(stage: Stage) -> list[Phone]:
    """The graduates of the class that has just ended, those with a chat; they have heard that they passed."""
    await graduates(bu_ratna(stage))
    await stage.a_moment_passes()
    return stage.of(Group.PARTICIPANT)


async def asked(phone: Phone, words: str = ASKED) -> int:
    """In how many messages the asking, or the reminder, stands; an answer by a tap edits it away."""
    await phone.looks()
    return sum(words in message["text"] for message in phone.bot_messages())


async def told(stage: Stage, phone: Phone) -> list[MonitoringRecord]:
    """Her timeline."""
    return await stage.reads(_timeline, phone.id)


def _timeline(session: Session, chat_id: int) -> list[MonitoringRecord]:
    return monitoring.timeline(session, people.of_chat(session, chat_id)[0].id)


def _name(session: Session, chat_id: int) -> str:
    return people.of_chat(session, chat_id)[0].name


async def test_nobody_is_asked_before_the_month_is_over(stage: Stage) -> None:
    sri, *others = await graduated(stage)
    await stage.until(DUE - timedelta(minutes=1))
    for phone in (sri, *others):
        assert await asked(phone) == 0


async def test_everybody_with_a_chat_is_asked_once_in_the_morning_a_month_later(stage: Stage) -> None:
    everybody = await graduated(stage)
    assert len(everybody) == WITH_CHAT
    await stage.until(DUE)
    await stage.a_moment_passes()
    for phone in everybody:
        assert await asked(phone) == 1
        newest = phone.bot_messages()[-1]
        assert datetime.fromisoformat(newest["at"]) - DUE < timedelta(minutes=1)
        assert QUESTION in newest["text"]


async def test_she_is_asked_by_name_about_her_own_training(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    name = await stage.reads(_name, sri.id)
    await stage.until(DUE)
    await sri.waits_for(f"Halo {name}, kami dari BLK. Anda pernah mengikuti pelatihan Tata boga (pembuatan roti).")
    assert "🔕 Jangan tanya lagi" in sri.labels()


async def test_every_tap_is_in_the_monitoring_record_at_once(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    name = await stage.reads(_name, sri.id)
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


async def test_silence_is_reminded_once_after_three_days_in_other_words(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=3) - timedelta(minutes=1))
    assert await asked(sri, REMINDED) == 0
    await stage.until(DUE + timedelta(days=3, minutes=1))
    assert await asked(sri, REMINDED) == 1
    assert REMINDED in sri.last()
    assert QUESTION in sri.last()
    assert ASKED not in sri.last()
    await stage.until(DUE + timedelta(days=40))
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 1)


async def test_an_answer_is_not_reminded_of(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("OJT/magang")
    await stage.until(DUE + timedelta(days=20))
    assert await asked(sri, REMINDED) == 0


async def test_half_an_answer_is_reminded_of_at_the_question_it_reached(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await stage.until(DUE + timedelta(days=3, minutes=1))
    assert await asked(sri, REMINDED) == 1
    assert "Tempat kerja atau juragan Anda tetap?" in sri.last()
    await sri.taps("Ya, tetap")
    sri.sees("Mulai kapan?")


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


async def test_do_not_ask_again_is_one_tap_and_nothing_comes_ever_after(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    name = await stage.reads(_name, sri.id)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Jangan tanya lagi")
    sri.sees(f"Baik, {name}: kami tidak akan bertanya lagi.")
    count = len(sri.bot_messages())
    await stage.until(DUE + timedelta(days=400))
    await sri.looks()
    assert len(sri.bot_messages()) == count
    assert await asked(other) == 4


async def test_do_not_ask_again_keeps_what_was_answered_so_far(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await sri.taps("Jangan tanya lagi")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.WORKING.value


async def test_do_not_ask_again_after_the_last_silence_holds_for_another_training(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.writes(_only_the_first_wave, sri.id)
    await stage.until(DUE + timedelta(days=17))
    await sri.looks()
    await sri.taps("Jangan tanya lagi")
    sri.sees("kami tidak akan bertanya lagi.")
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.writes(_trained_again, sri.id, class_id, stage)
    count = len(sri.bot_messages())
    await stage.passes(400)
    await sri.looks()
    assert len(sri.bot_messages()) == count


def _only_the_first_wave(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    session.execute(delete(Followup).where(Followup.person_id == person.id, Followup.wave > 1))


def _trained_again(session: Session, chat_id: int, class_id: int, stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    now, house = stage.clock.now(), stage.canting.house
    enrolment = enrolments.enrol(session, person.id, class_id, None, now)
    endings.graduate(session, enrolment.id, now.date(), now)
    session.refresh(enrolment)
    followups.plan(session, enrolment, house.profile.followup.waves, house.calendar, now)


async def test_the_dead_are_not_asked(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.writes(_died, sri.id)
    await stage.until(DUE + timedelta(days=4))
    assert (await asked(sri), await asked(other)) == (0, 1)


def _died(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    person.deceased_on = DUE.date() - timedelta(days=5)


async def test_somebody_who_fills_in_a_form_is_not_interrupted_and_asked_later(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    await answers(sri, who, until="kelurahan")
    await stage.until(DUE)
    assert await asked(other) == 1
    assert await asked(sri) == 0
    await answers(sri, who, since="kelurahan")
    sri.sees("Nomor pendaftaran")
    await stage.until(DUE + timedelta(hours=1, minutes=1))
    assert await asked(sri) == 1
    await sri.taps("OJT/magang")
    sri.sees("Jawaban Anda sudah dicatat")


async def test_a_form_that_outlasts_the_reminders_day_brings_no_reminder_beside_the_question(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    for _half_day in range(7):
        await stage.passes(0.5)
        await sri.says("/bantuan")
    assert (await asked(sri), await asked(sri, REMINDED)) == (0, 0)
    await answers(sri, who)
    sri.sees("Nomor pendaftaran")
    await stage.passes(1)
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 0)


async def test_hours_of_waiting_for_a_form_are_no_failed_attempts(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    for _half_day in range(3):
        await stage.passes(0.5)
        await sri.says("/bantuan")
    await answers(sri, who)
    await stage.fails("sendMessage", 502, chat_id=sri.id)
    await stage.passes(1)
    assert await asked(sri) == 1


async def test_a_form_left_alone_for_a_day_gives_way_and_comes_back_after_the_answer(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    await answers(sri, who, until="kelurahan")
    await stage.until(DUE + timedelta(days=1))
    assert await asked(sri) == 1
    await sri.taps("OJT/magang")
    await sri.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW”.")
    await answers(sri, who, since="kelurahan")
    sri.sees("Nomor pendaftaran")


async def test_two_graduates_who_share_a_phone_are_both_asked_and_both_reminded(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.writes(_shared, other.id, sri.id)
    await stage.until(DUE + timedelta(days=2))
    assert await asked(sri) == 2
    await stage.until(DUE + timedelta(days=6))
    assert (await asked(sri), await asked(sri, REMINDED)) == (2, 2)
    for _graduate in range(2):
        await sri.looks()
        await sri.taps("OJT/magang")
    records = await stage.reads(_records)
    assert len({record.person_id for record in records if record.wave == 1}) == 2


def _shared(session: Session, old: int, new: int) -> None:
    """Who wrote from one chat writes from another's."""
    for person in people.of_chat(session, old):
        people.link(session, person.id, new, MORNING)


def _records(session: Session) -> list[MonitoringRecord]:
    """What was told in this test."""
    return list(session.scalars(select(MonitoringRecord).where(MonitoringRecord.recorded_at >= MORNING)))


async def test_a_form_begun_while_a_follow_up_is_open_waits_for_it(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await sri.says("/menu")
    await sri.taps("Lihat pelatihan & daftar")
    await sri.taps("Las SMAW")
    await sri.taps("Daftar")
    sri.sees("“Pendaftaran Las SMAW” menunggu sampai yang ini selesai atau dibatalkan.")
    assert QUESTION in sri.last()
    await sri.taps("OJT/magang")
    await sri.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW”.")


async def test_whoever_blocks_the_bot_gets_nothing_more_until_she_starts_it_again(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await sri.blocks()
    assert not (await stage.reads(_chat, sri.id, stage)).reachable
    await stage.until(DUE + timedelta(days=20))
    assert await asked(sri) == 0
    assert await stage.reads(_outcomes, sri.id) == {DeliveryStatus.BLOCKED.value}
    await sri.starts()
    assert (await stage.reads(_chat, sri.id, stage)).reachable
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1


async def test_a_block_that_nobody_told_us_of_is_found_when_sending(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    stage.world.people[sri.id].blocked = True
    await stage.until(DUE)
    assert await asked(other) == 1
    assert not (await stage.reads(_chat, sri.id, stage)).reachable
    refused = len(await stage.refusals())
    await stage.until(DUE + timedelta(days=20))
    assert len(await stage.refusals()) == refused == 1
    await sri.starts()
    sri.sees(QUESTION)
    assert (await stage.reads(_chat, sri.id, stage)).reachable


def _chat(session: Session, chat_id: int, stage: Stage) -> chats.ChatState:
    found = session.get(chats.Chat, chat_id)
    assert found is not None
    return chats.load(session, chat_id, stage.clock.now())


def _outcomes(session: Session, chat_id: int) -> set[str]:
    of_her = (Delivery.chat_id == chat_id, Delivery.kind == DeliveryKind.FOLLOWUP.value)
    return set(session.scalars(select(Delivery.status).where(*of_her)))


async def test_a_graduate_of_two_courses_is_asked_once_and_both_get_the_answer(stage: Stage) -> None:
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", days=-20)  # begins today
    sri = stage.of(Group.PARTICIPANT)[0]
    await stage.writes(_enrolled, sri.id, class_id, stage)
    await graduated(stage)
    await graduates(bu_ratna(stage), "Las SMAW · Angkatan Khusus · 1")
    await stage.until(DUE + timedelta(minutes=5))
    assert await asked(sri) == 1
    for label in ("Kerja digaji", "Ya, tetap", "Saat pelatihan"):
        await sri.taps(label)
    sri.sees("Jawaban Anda sudah dicatat")
    records = await told(stage, sri)
    assert len({record.enrolment_id for record in records}) == 2
    assert {(r.status, r.employment, r.since, r.wave) for r in records} == {
        ("working", 4, "saat", 1),  # of the training it was asked about
        ("working", 4, None, 1),
    }
    messages = len(sri.bot_messages())
    await stage.until(DUE + timedelta(days=20))
    await sri.looks()
    assert len(sri.bot_messages()) == messages


def _enrolled(session: Session, chat_id: int, class_id: int, stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    enrolments.enrol(session, person.id, class_id, None, stage.clock.now())


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
    sri, tono, *_others = await graduated(stage)
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


async def test_a_scheduler_that_was_off_for_nine_days_catches_up_and_sends_everything_once(stage: Stage) -> None:
    everybody = await graduated(stage)
    stage.clock.set(DUE + timedelta(days=9))
    await stage.a_moment_passes()
    await stage.a_moment_passes()
    for phone in everybody:
        assert (await asked(phone), await asked(phone, REMINDED)) == (1, 0)
    await stage.passes(days=3.1)
    for phone in everybody:
        assert (await asked(phone), await asked(phone, REMINDED)) == (1, 1)


async def test_a_process_that_was_away_for_nine_days_catches_up_too(stage: Stage) -> None:
    everybody = await graduated(stage)
    await stage.goes_down()
    stage.clock.set(DUE + timedelta(days=9))
    await stage.comes_up()
    await stage.a_moment_passes()
    for phone in everybody:
        assert await asked(phone) == 1


async def test_outside_the_sending_hours_nobody_is_asked(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    stage.clock.set(DUE + timedelta(hours=2, minutes=45))
    await stage.a_moment_passes()
    assert await asked(sri) == 0
    await stage.until(DUE + timedelta(hours=4, minutes=30))
    assert await asked(sri) == 1


async def test_the_whole_year_asks_four_times_and_always_at_an_allowed_hour(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=370))
    assert (await asked(sri), await asked(sri, REMINDED)) == (4, 4)
    calendar = stage.canting.house.calendar
    for message in sri.bot_messages():
        assert calendar.allows(datetime.fromisoformat(message["at"]))
    assert await stage.reads(_open_plans) == 0


def _open_plans(session: Session) -> int:
    planned = select(Followup.id).where(Followup.state.in_(("planned", "asked")))
    return len(session.scalars(planned).all())
