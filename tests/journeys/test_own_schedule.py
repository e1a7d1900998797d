"""A participant's own schedule: where her lessons are, said once unless they are in several places."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.demonstration import Group
from records.meetings import Meeting
from tests.journeys.trainees import lessons, running
from tests.stage import Stage


async def test_the_place_stands_once_where_all_lessons_share_it_and_beside_each_where_one_is_elsewhere(
    stage: Stage,
) -> None:
    sri, today = stage.of(Group.PARTICIPANT)[0], stage.clock.now().date()
    days = (today, today + timedelta(days=1), today + timedelta(days=2))
    await stage.writes(lessons, days)
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    sri.sees("Tempat: Aula\n\nHari ini\n• Selasa, 6 Oktober 2026, 08.00-15.00\n\nBerikutnya\n• Rabu")
    assert sri.last().count("Aula") == 1
    await stage.writes(_is_elsewhere, days[2])
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    assert "Tempat:" not in sri.last()
    assert (sri.last().count("di Aula"), sri.last().count("di Dapur praktik")) == (2, 1)


def _is_elsewhere(session: Session, day: date) -> None:
    chosen = select(Meeting).where(Meeting.class_id == running(session).id, Meeting.held_on == day)
    meeting = session.scalars(chosen).one()
    meeting.place, meeting.topic = "Dapur praktik", "Ujian akhir"
