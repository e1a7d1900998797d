"""SQLite: a file with a write-ahead log, run in the loop's own thread on one connection that writes and one that
reads.
"""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from records.base import give_vault
from records.clock import Clock
from records.database import DatabaseError, P, Patience, R, Work
from records.vault import Vault

# Opening may wait for another process that has just begun; from then on the loop must never be held up.
PRAGMAS = ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=0")
# SQLite's own names of what went wrong.
LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
BROKEN = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_CORRUPT", "SQLITE_NOTADB")


class SqliteDatabase:
    """A file with a write-ahead log, `synchronous=FULL`; one connection writes, another reads."""

    def __init__(self, url: URL, vault: Vault, clock: Clock) -> None:
        self._clock = clock
        self._writer_engine = _sqlite_engine(url, vault, begin="BEGIN IMMEDIATE")
        self._reader_engine = _sqlite_engine(url, vault, begin="BEGIN", pragmas=("query_only=ON",))
        self._writer = _connected(self._writer_engine)
        self._reader = _connected(self._reader_engine)

    async def write(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        patience = Patience(self._clock)
        while True:
            try:
                return self._once(work, *args, **kwargs)
            except OperationalError as refused:
                await self._wait_or_rise(refused, patience)

    async def _wait_or_rise(self, refused: OperationalError, patience: Patience) -> None:
        """A lock is waited for; a disk that fails is the operator's to mend; anything else is a fault of ours."""
        name = getattr(refused.orig, "sqlite_errorname", "")
        if name.startswith(LOCKED):
            await patience.wait(refused)
        elif name.startswith(BROKEN):
            raise DatabaseError(f"the database cannot be written: {refused.orig}") from refused
        else:
            raise refused

    def _once(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with self._writer.begin(), Session(self._writer, expire_on_commit=False, autoflush=True) as session:
            result = work(session, *args, **kwargs)
            session.flush()
            return result

    async def read(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with self._reader.begin(), Session(self._reader, expire_on_commit=False, autoflush=False) as session:
            return work(session, *args, **kwargs)

    async def close(self) -> None:
        self._writer.close()
        self._reader.close()
        self._writer_engine.dispose()
        self._reader_engine.dispose()


def _sqlite_engine(url: URL, vault: Vault, begin: str, pragmas: tuple[str, ...] = ()) -> Engine:
    patience = {"timeout": 0, "check_same_thread": False}
    # Parameters are hidden: an error's text goes to the log, and a person's data does not belong there.
    engine = create_engine(url, poolclass=StaticPool, connect_args=patience, hide_parameters=True)
    give_vault(engine.dialect, vault)

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver's guess
        for pragma in (*PRAGMAS, *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda connection: _begin(connection, begin))
    return engine


def _begin(connection: Connection, statement: str) -> None:
    """By the driver itself: SQLAlchemy's way to a statement takes ten times as long, and every tick begins twenty."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(statement)
    except sqlite3.OperationalError as refused:
        raise OperationalError(statement, None, refused) from refused


def _connected(engine: Engine) -> Connection:
    try:
        return engine.connect()
    except DBAPIError as refused:
        raise DatabaseError(f"the database {engine.url.database} cannot be opened: {refused.orig}") from refused
