"""Talks: one is open in a chat, others wait their turn."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from records import expired_talks, talks, waiting_talks
from records.database import Database
from records.talks import StoredTalk, TalkState
from tests.records.clock import NOON

JOURNAL = '{"a":{"name":"Siti"}}'


def _begin(
    session: Session, chat_id: int = 1, state: TalkState = TalkState.OPEN, minutes: int = 0, journal: str = JOURNAL
) -> int:
    return talks.begin(
        session,
        script="registration",
        version=3,
        actor_chat=chat_id,
        subject_person=None,
        about=12,
        journal=journal,
        state=state,
        now=NOON + timedelta(minutes=minutes),
    )


async def test_the_open_talk_of_a_chat_is_found_as_it_was_begun(database: Database) -> None:
    talk_id = await database.write(_begin)
    assert await database.read(talks.open_of, 1) == StoredTalk(
        talk_id, "registration", 3, None, 1, 12, TalkState.OPEN, JOURNAL, NOON, NOON
    )
    assert await database.read(talks.open_of, 2) is None


async def test_what_is_saved_is_the_state_the_journal_and_the_time_of_the_last_touch(database: Database) -> None:
    talk_id = await database.write(_begin)
    later = NOON + timedelta(hours=1)
    await database.write(talks.save, talk_id, TalkState.OPEN, '{"a":{}}', later)
    talk = await database.read(talks.open_of, 1)
    assert talk is not None
    assert (talk.journal, talk.opened_at, talk.touched_at) == ('{"a":{}}', NOON, later)


@pytest.mark.parametrize("end", [TalkState.CONCLUDED, TalkState.CANCELLED, TalkState.EXPIRED, TalkState.WAITING])
async def test_a_talk_that_ended_or_waits_is_not_open(database: Database, end: TalkState) -> None:
    talk_id = await database.write(_begin)
    await database.write(talks.save, talk_id, end, JOURNAL, NOON)
    assert await database.read(talks.open_of, 1) is None


async def test_talks_wait_in_the_order_they_came(database: Database) -> None:
    await database.write(_begin)
    first, second = [await database.write(_begin, state=TalkState.WAITING) for _ in range(2)]
    await database.write(_begin, 2, TalkState.WAITING)
    waiting = await database.read(waiting_talks.first_waiting, 1)
    assert waiting is not None
    assert (waiting.id, waiting.state) == (first, TalkState.WAITING)
    await database.write(talks.save, first, TalkState.OPEN, JOURNAL, NOON)
    waiting = await database.read(waiting_talks.first_waiting, 1)
    assert waiting is not None
    assert waiting.id == second


async def test_idle_talks_are_the_open_ones_not_touched_since(database: Database) -> None:
    old = await database.write(_begin, 1, minutes=0)
    older = await database.write(_begin, 2, minutes=-5)
    await database.write(_begin, 3, minutes=1)
    await database.write(_begin, 4, TalkState.CONCLUDED, minutes=-9)
    assert [talk.id for talk in await database.read(expired_talks.idle_since, ["registration"], NOON)] == [older, old]
    assert await database.read(expired_talks.idle_since, ["followup"], NOON) == []


async def test_a_talk_is_begun_once_anything_was_answered(database: Database) -> None:
    await database.write(_begin, 1)
    await database.write(_begin, 2, journal='{"a":{}}')
    begun, untouched = [await database.read(talks.open_of, chat_id) for chat_id in (1, 2)]
    assert begun is not None
    assert untouched is not None
    assert talks.is_begun(begun)
    assert not talks.is_begun(untouched)
