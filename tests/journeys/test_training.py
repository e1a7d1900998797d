"""Training: from the timetable to the day it ends, as participants and officers live it."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from records import enrolments, people
from records.classes import TrainingClass
from records.demonstration import Group
from tests.journeys.office import bu_ratna
from tests.journeys.trainees import makes_the_timetable, running
from tests.stage import Stage


async def test_staff_make_the_timetable_and_participants_see_it(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    await makes_the_timetable(ratna)
    ratna.sees("pertemuan masuk jadwal")
    await stage.a_moment_passes()
    await sri.waits_for("jadwal Tata boga (pembuatan roti) sudah ada")
    await sri.taps("Jadwal saya")
    sri.sees("08.00-15.00")
    sri.sees("Hari ini")


async def test_a_lesson_that_rob_moves_is_told_to_the_class_with_its_reason(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    await makes_the_timetable(ratna)
    await ratna.taps("📅 Jadwal")
    await ratna.taps("08.00-15.00")
    await ratna.taps("Pindah ke hari lain")
    day = stage.clock.now().date() + timedelta(days=12)
    await ratna.says(f"{day.day}-{day.month}-{day.year}")
    await ratna.taps("Jam tetap")
    await ratna.taps("Banjir rob")
    ratna.sees("Pertemuan diubah; 12 peserta diberi tahu.")
    await stage.a_moment_passes()
    await sri.waits_for("dipindah")
    sri.sees("Alasan: banjir rob")


async def test_the_day_before_the_first_lesson_participants_hear_where_and_what_to_bring(stage: Stage) -> None:
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    now = stage.clock.now()
    starts_on = await stage.writes(_another_class, sri.id, now.date() + timedelta(days=6), stage)
    await stage.until(now + timedelta(days=7))
    await sri.looks()
    told = [one for one in sri.bot_messages() if "dimulai" in one["text"] and "Mohon dibawa" in one["text"]]
    assert len(told) == 1
    assert told[0]["at"][:10] < starts_on.isoformat()
    assert ratna is not sri


def _another_class(session: Session, chat_id: int, starts_on: date, stage: Stage) -> date:
    other = running(session)
    fresh = TrainingClass(
        code="baru-1",
        programme_id=other.programme_id,
        cohort_id=other.cohort_id,
        seats=16,
        lesson_hours=140,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
        place="Bengkel UPTD BLK",
        funding="APBD",
        requirements=other.requirements,
    )
    session.add(fresh)
    session.flush()
    person = people.of_chat(session, chat_id)[0]
    enrolments.enrol(session, person.id, fresh.id, None, stage.clock.now())
    return starts_on
