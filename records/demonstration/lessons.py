"""Lessons: the timetable of the class in training, who was there so far, and somebody who asks for leave."""

from datetime import date, time, timedelta

from records import absences, enrolments, meetings
from records.attendance import Attendance, Presence
from records.classes import TrainingClass
from records.demonstration.scene import Scene
from records.meetings import Lesson

LESSON = Lesson(time(8), time(14, 30), None, "Dapur praktik, Gedung UPTD BLK")
WEEK = range(5)
# By place in the class: on which of its days somebody had leave or was absent. Everybody else was there.
MISSED = {2: {3: Presence.EXCUSED}, 5: dict.fromkeys((1, 7, 8, 11), Presence.ABSENT)}
ASKS, LEAVE = 4, "Anak saya imunisasi di puskesmas pagi itu."


def write(scene: Scene, running: TrainingClass) -> None:
    session = scene.roll.session
    days = meetings.lesson_days(running.starts_on, running.ends_on, WEEK, scene.roll.calendar.is_closed)
    meetings.plan(session, running.id, days, LESSON)
    people = enrolments.participants(session, running.id)
    held = [day for day in days if day < scene.today]
    session.add_all(
        Attendance(
            enrolment_id=enrolment.id,
            day=day,
            presence=MISSED.get(place, {}).get(number, Presence.PRESENT).value,
            noted_by=scene.officer.id,
            noted_at=scene.roll.at(day, 8),
        )
        for place, enrolment in enumerate(people)
        for number, day in enumerate(held)
    )
    ahead = next((day for day in days if day > scene.today), None)
    if ahead is not None:
        _asks_for_leave(scene, people[ASKS].id, ahead)
    session.flush()


def _asks_for_leave(scene: Scene, enrolment_id: int, day: date) -> None:
    asked = scene.now - timedelta(hours=1)
    absences.ask(scene.roll.session, enrolment_id, day, day, LEAVE, None, asked)
