"""Whoever said when questions suit her is asked then, within sending hours, and reminded at the same time of day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import due_steps, ladder, people, planning, profile
from records.database import Database
from records.followups import Followup
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
CALENDAR = profile.load().calendar.calendar(ZONE)
THURSDAY, FRIDAY = date(2026, 9, 3), date(2026, 9, 4)


@pytest.mark.parametrize(
    ("preferred", "ended", "asked"),
    [
        (None, THURSDAY, time(9)),
        ("pagi", THURSDAY, time(9)),
        ("siang", THURSDAY, time(13)),
        ("sore", THURSDAY, time(15, 30)),
        ("siang", date(2026, 9, 2), time(13, 30)),  # a month later it is a Friday, without its prayer
        ("entah", THURSDAY, time(9)),
    ],
)
def test_the_time_of_day_is_hers(preferred: str | None, ended: date, asked: time) -> None:
    instant = planning.first_instant(ended, 1, CALENDAR, preferred).astimezone(ZONE)
    assert instant.time() == asked
    assert CALENDAR.allows(instant)


def _planned(session: Session, vault: Vault) -> list[datetime]:
    town = Town(session, vault)
    enrolment = town.participant(town.a_class())
    people.prefer_hours(session, enrolment.person_id, "sore")
    enrolment.ended_on = THURSDAY
    planning.plan(session, enrolment, (1, 3), CALENDAR, NOON)
    for due in due_steps.due(session, datetime(2027, 1, 1, tzinfo=ZONE), 9):
        asked = session.get_one(Followup, due.id).due_at
        ladder.step_taken(session.get_one(Followup, due.id), due.step, CALENDAR, asked)
    return list(session.scalars(select(Followup.due_at).order_by(Followup.id)))


async def test_the_reminder_comes_at_the_same_time_of_day(database: Database, vault: Vault) -> None:
    planned = await database.write(_planned, vault)
    assert len(planned) == 2
    assert {instant.astimezone(ZONE).time() for instant in planned} == {time(15, 30)}
