"""Rescheduling: a change of the calendar tells what it moves, and moves exactly that; taken back, all returns."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import deliveries, planning, profile, rescheduling
from records.almanac import changed
from records.calendar import Calendar
from records.calendar_changes import CalendarChange, ChangeKind
from records.database import Database
from records.deliveries import Delivery, DeliveryKind
from records.followups import Followup, FollowupState
from records.people import PreferredHours
from records.rescheduling import Change, Move
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
PROFILE = profile.load().calendar.calendar(ZONE)
# The first month after this is Wednesday, 7 October 2026.
ENDED = date(2026, 9, 7)
NOW = datetime(2026, 10, 5, 10, tzinfo=ZONE)
WINDOW = timedelta(days=21)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


def closed(first: date, last: date) -> Calendar:
    return changed(PROFILE, [CalendarChange(kind=ChangeKind.CLOSED.value, first=first, last=last, reason="flood")])


FLOODED = closed(date(2026, 10, 7), date(2026, 10, 8))


def keeps(calendar: Calendar, kind: DeliveryKind, topic: str | None) -> Calendar | None:
    if kind is DeliveryKind.NOTICE:
        return calendar.urgent if topic == "decided" else None
    return calendar


def _plan(session: Session, vault: Vault) -> None:
    town = Town(session, vault)
    a_class = town.a_class()
    for preferred in (None, None, PreferredHours.AFTERNOON.value):
        person = town.person()
        person.preferred_hours = preferred
        planning.plan(session, town.graduate(a_class, person, ENDED), (1, 3), PROFILE, NOON)


def _due(session: Session) -> list[datetime]:
    return list(session.scalars(select(Followup.due_at).where(Followup.wave == 1).order_by(Followup.id)))


def _carried_out(session: Session, old: Calendar, new: Calendar, now: datetime) -> list[Move]:
    found = rescheduling.moves(session, Change(old, new, now, WINDOW), keeps)
    rescheduling.carry_out(session, found)
    return found


async def test_a_closed_day_moves_whoever_would_be_asked_then_and_back_when_it_opens(
    database: Database, vault: Vault
) -> None:
    await database.write(_plan, vault)
    before = await database.read(_due)
    assert before == [at("2026-10-07 09:00"), at("2026-10-07 09:00"), at("2026-10-07 15:30")]
    moved = await database.write(_carried_out, PROFILE, FLOODED, NOW)
    assert [(move.due, move.after, move.count, move.late) for move in moved] == [
        (before[0], at("2026-10-09 08:00"), 2, False),
        (before[2], at("2026-10-09 08:00"), 1, False),
    ]
    assert await database.read(_due) == [at("2026-10-09 08:00")] * 3
    assert await database.write(_carried_out, FLOODED, FLOODED, NOW) == []
    returned = await database.write(_carried_out, FLOODED, PROFILE, NOW)
    assert sum(move.count for move in returned) == 3
    assert await database.read(_due) == before


async def test_what_would_come_too_late_is_told(database: Database, vault: Vault) -> None:
    await database.write(_plan, vault)
    long = closed(date(2026, 10, 6), date(2026, 11, 2))
    (move, other) = await database.read(rescheduling.moves, Change(PROFILE, long, NOW, WINDOW), keeps)
    assert move.late
    assert other.late
    shorter = closed(date(2026, 10, 6), date(2026, 10, 20))
    found = await database.read(rescheduling.moves, Change(PROFILE, shorter, NOW, WINDOW), keeps)
    assert [each.late for each in found] == [False, False]


def _one_is_asked(session: Session) -> None:
    followup = session.scalars(select(Followup).where(Followup.wave == 1).order_by(Followup.id)).first()
    assert followup is not None
    followup.state, followup.step = FollowupState.ASKED.value, 1
    followup.first_asked_at, followup.due_at = at("2026-10-04 09:00"), at("2026-10-07 09:00")


async def test_a_reminder_keeps_its_distance_from_the_asking_where_it_can(database: Database, vault: Vault) -> None:
    await database.write(_plan, vault)
    await database.write(_one_is_asked)
    await database.write(_carried_out, PROFILE, FLOODED, NOW)
    assert (await database.read(_due))[0] == at("2026-10-09 08:00")
    await database.write(_carried_out, FLOODED, PROFILE, NOW)
    assert (await database.read(_due))[0] == at("2026-10-07 09:00")


async def test_a_reopened_day_that_is_past_brings_them_now(database: Database, vault: Vault) -> None:
    await database.write(_plan, vault)
    await database.write(_carried_out, PROFILE, FLOODED, NOW)
    later = at("2026-10-08 10:00")
    await database.write(_carried_out, FLOODED, PROFILE, later)
    assert await database.read(_due) == [later] * 3


def _wait(session: Session) -> None:
    for number, (kind, topic) in enumerate(
        (
            (DeliveryKind.ANNOUNCEMENT, None),
            (DeliveryKind.NOTICE, "decided"),
            (DeliveryKind.NOTICE, "answered"),
        )
    ):
        deliveries.order(
            session,
            key=f"k{number}",
            kind=kind,
            person_id=None,
            chat_id=1,
            about=number,
            due_at=at("2026-10-07 18:00") if topic else at("2026-10-07 09:00"),
            now=NOW,
            topic=topic,
        )


def _waiting(session: Session) -> list[datetime]:
    return list(session.scalars(select(Delivery.due_at).order_by(Delivery.key)))


async def test_what_waits_to_be_sent_moves_by_the_hours_that_it_keeps(database: Database) -> None:
    await database.write(_wait)
    found = await database.write(_carried_out, PROFILE, FLOODED, NOW)
    assert [move.kind for move in found] == [DeliveryKind.ANNOUNCEMENT, DeliveryKind.NOTICE]
    assert await database.read(_waiting) == [
        at("2026-10-09 08:00"),
        at("2026-10-09 08:00"),
        at("2026-10-07 18:00"),
    ]


async def test_a_change_that_changes_no_day_moves_nothing(database: Database, vault: Vault) -> None:
    await database.write(_plan, vault)
    assert await database.write(_carried_out, PROFILE, closed(date(2026, 8, 17), date(2026, 8, 17)), NOW) == []
