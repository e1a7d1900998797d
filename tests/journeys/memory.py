"""What is left in the records: of one open talk, of a chat, and of everything."""

import json
from hashlib import sha256

from sqlalchemy import select

from records import audit, chats, people, talks
from records.base import Base
from records.session import Session
from tests.person import Phone
from tests.stage import Stage

# A chat's row changes with every update it brings.
TRANSPORT = ("chats", "leadership")


async def answers_of(stage: Stage, phone: Phone) -> dict[str, str]:
    """The answers kept in the open talk of a chat, by question; none where no talk is open."""
    stored = await stage.reads(talks.open_of, phone.id)
    return {} if stored is None else {key: value for key, _n, value in json.loads(stored.journal)["a"]}


async def fingerprint(stage: Stage) -> str:
    """Changes whenever a row of anything but the transport does."""
    return await stage.reads(_fingerprint)


def _fingerprint(session: Session) -> str:
    seen = sha256()
    for table in Base.metadata.sorted_tables:
        if table.name not in TRANSPORT:
            for row in session.execute(select(table).order_by(*table.primary_key.columns)):
                seen.update(repr((table.name, tuple(row))).encode())
    return seen.hexdigest()


def name_of(session: Session, chat_id: int) -> str:
    """Of the person who writes from a chat; the first, where several share it."""
    return people.of_chat(session, chat_id)[0].name


async def owed(stage: Stage) -> list[int]:
    """Chats that are owed a reply, as the records know it."""
    await stage.canting.turns.settle()
    return await stage.reads(chats.owed)


def audit_trail(session: Session) -> list[str]:
    """What was noted of the acts of staff, in its order: the action of each."""
    return list(session.scalars(select(audit.Entry.action).order_by(audit.Entry.id)))


def trail(session: Session) -> list[tuple[str, str]]:
    """The same, each with what it was about; nobody has tampered with it."""
    assert audit.verify(session) is None
    return [(entry.action, entry.object) for entry in session.scalars(select(audit.Entry).order_by(audit.Entry.id))]
