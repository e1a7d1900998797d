"""The database behind one facade: `write` runs a function in a transaction, `read` in a snapshot.

The functions are plain synchronous SQLAlchemy: they take a Session first and may run twice, hence have no other effect.
SQLite runs them in the loop's own thread (a turn is milliseconds, and thread hops cost more than SQLite does);
PostgreSQL runs them over psycopg's asynchronous connections.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from records.clock import Clock
from records.vault import Vault

P = ParamSpec("P")
R = TypeVar("R")
Work = Callable[Concatenate[Session, P], R]

PATIENCE_SECONDS = 30.0


class DatabaseError(Exception):
    """The database cannot be used; the message is one sentence for the operator."""


class DatabaseBusy(DatabaseError):  # noqa: N818 (a state that passes, not a mistake)
    """Another writer kept the database for too long. Trying again helps."""


class Database(Protocol):
    """What the rest of the program knows of a database."""

    async def write(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R: ...

    async def read(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R: ...

    async def close(self) -> None: ...


class Patience:
    """How long to wait before the next try: 5 ms, growing to a quarter of a second, half a minute in all."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pause = 0.005
        self._left = PATIENCE_SECONDS

    async def wait(self, cause: Exception) -> None:
        if self._left <= 0:
            raise DatabaseBusy("the database was locked by another writer for half a minute") from cause
        await self._clock.sleep(self._pause)
        self._left -= self._pause
        self._pause = min(self._pause * 2, 0.25)


def parse_url(url: str) -> URL:
    """The URL, of one of the two databases we know, or a DatabaseError that says what is expected."""
    try:
        parsed = make_url(url)
    except ArgumentError as wrong:
        raise DatabaseError("the database URL must look like sqlite:///file.db or postgresql://host/name") from wrong
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseError(f"databases of the kind '{parsed.get_backend_name()}' are not supported")
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise DatabaseError("a SQLite database must be a file, since the writer and the readers each open it")
    return parsed


def make_folder(url: URL) -> None:
    """The folder a SQLite file is to lie in."""
    try:
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise DatabaseError(f"the folder of {url.database} cannot be made: {refused.strerror}") from refused


def open_database(url: str, vault: Vault, clock: Clock) -> Database:
    """The database of a URL; its folder is made when it is a file."""
    parsed = parse_url(url)
    # Each driver is loaded by those who use it: PostgreSQL's costs 4 MB and a tenth of a second.
    if parsed.get_backend_name() == "postgresql":
        from records.postgres import PostgresDatabase

        return PostgresDatabase(parsed, vault, clock)
    from records.sqlite import SqliteDatabase

    make_folder(parsed)
    return SqliteDatabase(parsed, vault, clock)
