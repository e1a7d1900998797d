"""The forecast on both databases: alike rows counted together, those that touch each other one by one."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from records import deliveries, planning, profile
from records.calendar import Calendar
from records.database import Database
from records.deliveries import DeliveryKind
from records.forecast import A_SECOND, Forecast, by_day, forecast, names
from records.forecast_walk import Held, Kind, Rules
from records.vault import Vault
from scheduler.sweep import BATCH
from tests.records.clock import NOON
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
CALENDAR = profile.load().calendar.calendar(ZONE)
# A month after this is Thursday, 24 December 2026, which is closed, as is Christmas after it.
ENDED = date(2026, 11, 24)
NOW = datetime(2026, 12, 10, 10, tzinfo=ZONE)
CROWD = 25


def keeps(calendar: Calendar, _kind: DeliveryKind, _topic: str | None) -> Calendar:
    return calendar


RULES = Rules(CALENDAR, timedelta(days=21), keeps)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


def _graduates(session: Session, vault: Vault) -> None:
    """A crowd with a chat each; one without; two who share one; one who trained twice."""
    town = Town(session, vault)
    a_class, another = town.a_class(), town.a_class()
    people = [town.person(chat_id=1000 + number) for number in range(CROWD)]
    people += [town.person(), town.person(chat_id=7), town.person(chat_id=7)]
    for person in people:
        planning.plan(session, town.graduate(a_class, person, ENDED), (1,), CALENDAR, NOON)
    planning.plan(session, town.graduate(another, people[0], ENDED), (1,), CALENDAR, NOON)


async def _told(database: Database, days: int = 30) -> Forecast:
    return await database.read(forecast, RULES, NOW, days)


def _counted(told: Forecast, kind: Kind) -> Counter[datetime]:
    found = Counter[datetime]()
    for message in told.messages:
        if message.kind is kind:
            found[message.at] += message.count
    return found


async def test_the_ladder_is_climbed_ahead_of_time_as_nobody_answers(database: Database, vault: Vault) -> None:
    await database.write(_graduates, vault)
    told = await _told(database)
    assert _counted(told, Kind.ASKING) == {at("2026-12-26 08:00"): CROWD + 1, at("2026-12-27 08:00"): 1}
    reminders = _counted(told, Kind.REMINDER)
    assert reminders[at("2026-12-29 08:00")] == CROWD + 1
    assert reminders[at("2027-01-02 08:00")] == CROWD + 1
    assert told.held == {Held.NO_CHAT: 1, Held.COVERED: 1, Held.TALK: 3}
    assert told.total == 3 * (CROWD + 2)


async def test_what_closed_days_move_is_told_with_where_it_goes(database: Database, vault: Vault) -> None:
    await database.write(_graduates, vault)
    (moved,) = (await _told(database)).moved
    assert (moved.day, moved.at, moved.count) == (date(2026, 12, 24), at("2026-12-26 08:00"), CROWD + 4)


async def test_it_ends_with_its_last_day_and_writes_nothing(database: Database, vault: Vault) -> None:
    await database.write(_graduates, vault)
    assert (await _told(database, days=16)).total == 0
    assert (await _told(database, days=17)).total == CROWD + 1
    assert await _told(database) == await _told(database)


def _an_announcement_waits(session: Session) -> None:
    for number in range(3):
        deliveries.order(
            session,
            key=f"announcement:1:person:{number}",
            kind=DeliveryKind.ANNOUNCEMENT,
            person_id=None,
            chat_id=1,
            about=1,
            due_at=at("2026-12-24 09:00"),
            now=NOW,
        )


async def test_what_waits_goes_out_with_the_next_open_hour(database: Database) -> None:
    await database.write(_an_announcement_waits)
    assert _counted(await _told(database), Kind.ANNOUNCEMENT) == {at("2026-12-26 08:00"): 3}


async def test_a_day_says_from_when_to_when_it_sends(database: Database, vault: Vault) -> None:
    await database.write(_graduates, vault)
    day = by_day(await _told(database), ZONE)[date(2026, 12, 26)]
    assert day.total == CROWD + 1
    assert day.ends - day.begins == timedelta(seconds=(CROWD + 1) / A_SECOND)


async def test_names_are_read_only_where_they_are_asked_for(database: Database, vault: Vault) -> None:
    await database.write(_graduates, vault)
    found = await database.read(names, at("2026-12-26 00:00"), at("2026-12-27 00:00"), 5)
    assert len(found) == 5
    assert {(due, wave, step) for due, wave, step, _name in found} == {(at("2026-12-26 08:00"), 1, 0)}


def test_the_pace_is_that_of_the_sweep() -> None:
    assert A_SECOND == BATCH / 20
