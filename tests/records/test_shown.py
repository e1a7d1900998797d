"""Shown: messages that must not stay are due at their time, or once their matter is over."""

from datetime import timedelta

from records import shown
from records.database import Database
from records.shown import GIVEN_UP_AFTER, Shown
from tests.records.clock import NOON

LATER = NOON + timedelta(minutes=15)


async def test_a_message_is_due_at_its_time_and_then_forgotten(database: Database) -> None:
    await database.write(shown.keep, 7, 70, Shown("application:1", LATER, NOON))
    assert await database.read(shown.due, NOON, 10) == []
    assert await database.read(shown.next_due, NOON) == LATER
    (stale,) = await database.read(shown.due, LATER, 10)
    assert (stale.chat_id, stale.message_id) == (7, 70)
    await database.write(shown.forget, [stale.id], LATER)
    assert await database.read(shown.due, LATER, 10) == []


async def test_what_is_over_is_due_at_once_in_every_chat_or_in_one(database: Database) -> None:
    for chat_id in (7, 8):
        await database.write(shown.keep, chat_id, 70, Shown("application:1", LATER, NOON))
        await database.write(shown.keep, chat_id, 71, Shown("application:2", LATER, NOON))
    await database.write(shown.end, "application:1", NOON)
    assert [one.chat_id for one in await database.read(shown.due, NOON, 10)] == [7, 8]
    await database.write(shown.end, "application:2", NOON, 8)
    assert [(one.chat_id, one.message_id) for one in await database.read(shown.due, NOON, 10)] == [
        (7, 70),
        (8, 70),
        (8, 71),
    ]


async def test_a_message_that_is_told_of_twice_keeps_the_time_it_has_by_now(database: Database) -> None:
    await database.write(shown.keep, 7, 70, Shown("application:1", LATER, NOON))
    assert await database.read(shown.latest, 7, "application:1", NOON) == 70
    await database.write(shown.end, "application:1", NOON)
    await database.write(shown.keep, 7, 70, Shown("application:1", LATER, NOON))
    assert len(await database.read(shown.due, NOON, 10)) == 1
    assert await database.read(shown.latest, 7, "application:1", NOON) is None


async def test_what_telegram_does_not_let_us_take_back_is_given_up_after_two_days(database: Database) -> None:
    await database.write(shown.keep, 7, 70, Shown("application:1", LATER, NOON))
    (stale,) = await database.read(shown.due, LATER, 10)
    await database.write(shown.put_off, [stale.id], LATER + timedelta(minutes=1))
    assert await database.read(shown.due, LATER, 10) == []
    after = NOON + GIVEN_UP_AFTER
    await database.write(shown.forget, [], after)
    assert await database.read(shown.due, after, 10) == []
