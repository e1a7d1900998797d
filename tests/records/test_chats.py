"""Chats: which updates were seen, which replies are owed, who can be reached."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import chats
from records.chats import RING, Chat, ChatState, Spoken
from records.database import Database
from tests.records.clock import NOON

NEW = ChatState(1, "id", None, b"", None, False, True)
ids = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 300) | st.sampled_from([256**n for n in range(8)])


@settings(max_examples=150)
@given(drawn=st.lists(ids, min_size=1, max_size=20), asked=st.lists(ids, max_size=20), data=st.data())
def test_a_chat_remembers_the_last_128_updates_and_no_others(
    drawn: list[int], asked: list[int], data: st.DataObject
) -> None:
    # Hypothesis seldom draws long lists: the few are set among random ones.
    random = data.draw(st.randoms(use_true_random=False))
    taken = [*drawn, *(random.getrandbits(64) - 2**63 for _ in range(random.randrange(3 * RING)))]
    random.shuffle(taken)
    state = NEW
    for update_id in taken:
        state = state.after(update_id)
    model = taken[-RING:]
    for update_id in [*asked, *taken]:
        assert state.has_seen(update_id) == (update_id in model)
    assert len(state.recent_updates) == 8 * len(model)


@given(first=ids, second=ids)
def test_bytes_that_straddle_two_ids_are_no_id(first: int, second: int) -> None:
    state = NEW.after(first).after(second)
    for at in range(1, 8):
        straddling = int.from_bytes(state.recent_updates[at : at + 8], "big", signed=True)
        assert state.has_seen(straddling) == (straddling in (first, second))


def test_an_update_is_owed_a_reply_until_it_is_spoken() -> None:
    state = NEW.after(10)
    assert state.reply_owed == 10
    spoken = state.spoken(Spoken(1, 10, message_id=55, reply_keyboard=True))
    assert (spoken.reply_owed, spoken.newest_message, spoken.reply_keyboard) == (None, 55, True)


def test_a_reply_to_an_earlier_update_does_not_clear_a_later_debt() -> None:
    assert NEW.after(10).after(11).spoken(Spoken(1, 10, None, False)).reply_owed == 11


async def test_a_first_meeting_makes_a_row_and_the_next_finds_it(database: Database) -> None:
    first = await database.write(chats.load, 1, NOON, "jv")
    assert first == ChatState(1, "jv", None, b"", None, False, True)
    assert await database.write(chats.load, 1, NOON, "id") == first


async def test_what_is_saved_is_loaded(database: Database) -> None:
    state = ChatState(-(2**40), "en", 2**62, b"\x00\xff" * 8 * 64, 2**40, True, True)

    def keep(session: Session) -> None:
        chats.load(session, state.id, NOON)
        chats.save(session, state)

    await database.write(keep)
    assert await database.read(chats.load, state.id, NOON) == state


def _takes(session: Session, chat_id: int, update_id: int) -> None:
    chats.save(session, chats.load(session, chat_id, NOON).after(update_id))


async def test_whoever_is_owed_a_reply_is_listed_until_it_was_sent(database: Database) -> None:
    for chat_id in (3, 1, 2):
        await database.write(_takes, chat_id, chat_id * 10)
    assert await database.read(chats.owed) == [1, 2, 3]
    assert await database.read(chats.owed, 2) == [1, 2]
    await database.write(chats.record_spoken, Spoken(2, 20, None, False))
    assert await database.read(chats.owed) == [1, 3]


@pytest.mark.parametrize(
    ("said", "owed", "newest", "keyboard"),
    [
        (Spoken(1, 10, 7, True), None, 7, True),
        (Spoken(1, 10, None, False), None, 5, False),
        (Spoken(1, 9, 7, False), 10, 7, False),
        (Spoken(1, None, 7, False), 10, 7, False),
        (Spoken(1, None, 7, None), 10, 7, True),
    ],
)
async def test_speaking_is_recorded_as_the_state_says(
    database: Database, said: Spoken, owed: int | None, newest: int, keyboard: bool
) -> None:
    await database.write(_takes, 1, 9)
    await database.write(chats.record_spoken, Spoken(1, 9, 5, True))
    await database.write(_takes, 1, 10)
    before = await database.read(chats.load, 1, NOON)
    await database.write(chats.record_spoken, said)
    after = await database.read(chats.load, 1, NOON)
    assert (after.reply_owed, after.newest_message, after.reply_keyboard) == (owed, newest, keyboard)
    assert after == before.spoken(said)


async def test_who_blocked_us_is_owed_nothing_and_is_reachable_again_when_she_writes(database: Database) -> None:
    await database.write(_takes, 1, 10)
    await database.write(chats.mark_unreachable, 1, "blocked", NOON)
    assert not (await database.read(chats.load, 1, NOON)).reachable
    assert await database.read(chats.owed) == []
    await database.write(_takes, 1, 11)
    assert (await database.read(chats.load, 1, NOON)).reachable
    why = await database.read(lambda session: session.scalars(select(Chat.unreachable_why)).one())
    assert why is None


async def test_a_chat_with_a_new_id_keeps_its_memory_and_its_debt(database: Database) -> None:
    await database.write(_takes, 1, 10)
    await database.write(chats.migrate, 1, -100_1, NOON)
    moved = await database.read(chats.load, -100_1, NOON)
    assert moved.has_seen(10)
    assert await database.read(chats.owed) == [-100_1]
    assert not (await database.read(chats.load, 1, NOON)).reachable
