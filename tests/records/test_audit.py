"""The audit trail: whatever is altered, removed or moved in it is found."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from records import audit
from records.audit import GENESIS, Break, Entry
from records.database import Database
from tests.records.clock import NOON

examples = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
words = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cs"]), max_size=12)
trails = st.lists(st.tuples(words, words, words), min_size=1, max_size=8)


def _write(session: Session, trail: list[tuple[str, str, str]]) -> list[int]:
    """A fresh trail with these entries; their ids."""
    session.execute(delete(Entry))
    for number, (actor, action, matter) in enumerate(trail):
        audit.note(session, at=NOON + timedelta(seconds=number), actor=actor, action=action, matter=matter)
    return list(session.scalars(select(Entry.id).order_by(Entry.id)))


async def test_an_empty_trail_is_whole(database: Database) -> None:
    assert await database.read(audit.verify) is None
    assert await database.read(audit.head) == GENESIS


@examples
@given(trail=trails)
async def test_what_was_noted_is_whole(database: Database, trail: list[tuple[str, str, str]]) -> None:
    def noted(session: Session) -> tuple[list[tuple[str, str, str]], Break | None]:
        _write(session, trail)
        kept = session.execute(select(Entry.actor, Entry.action, Entry.object).order_by(Entry.id))
        return [(row.actor, row.action, row.object) for row in kept], audit.verify(session, audit.head(session))

    assert await database.write(noted) == (trail, None)


@examples
@given(trail=trails, data=st.data())
async def test_any_altered_entry_is_found(
    database: Database, trail: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(trail) - 1))
    column, value = data.draw(
        st.sampled_from(
            [
                ("actor", trail[at][0] + "x"),
                ("action", trail[at][1] + "x"),
                ("object", trail[at][2] + "x"),
                ("at", NOON + timedelta(seconds=at, microseconds=1)),
                ("previous", "f" * 64),
                ("hash", "f" * 64),
            ]
        )
    )

    def tampered(session: Session) -> tuple[int, Break | None]:
        ids = _write(session, trail)
        session.execute(update(Entry).where(Entry.id == ids[at]).values({column: value}))
        return ids[at], audit.verify(session)

    altered, found = await database.write(tampered)
    assert found == Break(altered)


@examples
@given(trail=trails.filter(lambda trail: len(trail) > 1), data=st.data())
async def test_any_removed_entry_but_the_last_is_found(
    database: Database, trail: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(trail) - 2))

    def tampered(session: Session) -> tuple[int, Break | None]:
        ids = _write(session, trail)
        session.execute(delete(Entry).where(Entry.id == ids[at]))
        return ids[at + 1], audit.verify(session)

    following, found = await database.write(tampered)
    assert found == Break(following)


@examples
@given(trail=trails, data=st.data())
async def test_a_trail_cut_off_at_the_end_is_found_by_a_head_kept_elsewhere(
    database: Database, trail: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    kept = data.draw(st.integers(0, len(trail) - 1))

    def tampered(session: Session) -> tuple[Break | None, Break | None]:
        ids = _write(session, trail)
        known = audit.head(session)
        session.execute(delete(Entry).where(Entry.id.in_(ids[kept:])))
        return audit.verify(session), audit.verify(session, known)

    assert await database.write(tampered) == (None, Break(0))


@examples
@given(trail=trails.filter(lambda trail: len(trail) > 1), data=st.data())
async def test_any_two_entries_that_changed_places_are_found(
    database: Database, trail: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(trail) - 2))
    second = data.draw(st.integers(first + 1, len(trail) - 1))

    def tampered(session: Session) -> tuple[int, Break | None]:
        ids = _write(session, trail)
        for old, new in ((ids[first], -1), (ids[second], ids[first]), (-1, ids[second])):
            session.execute(update(Entry).where(Entry.id == old).values(id=new))
        return ids[first], audit.verify(session)

    place, found = await database.write(tampered)
    assert found == Break(place)


async def test_two_entries_cannot_follow_the_same_one(database: Database) -> None:
    def twice(session: Session) -> None:
        for number in range(2):
            session.add(
                Entry(at=NOON, actor="a", action="b", object=str(number), previous=GENESIS, hash=str(number) * 64)
            )
        session.flush()

    with pytest.raises(IntegrityError):
        await database.write(twice)
