"""The lead on PostgreSQL: an advisory lock on a connection of its own, which the server frees when the process dies."""

from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from records.database import DatabaseError
from records.postgres import first_line

# An arbitrary number of ours, the same for every process on one database.
ADVISORY_LOCK = 7_265_846


class PostgresLead:
    """An advisory lock on a connection of its own."""

    def __init__(self, url: URL) -> None:
        self._engine: AsyncEngine = create_async_engine(url.set(drivername="postgresql+psycopg"))
        self._connection: AsyncConnection | None = None

    async def try_take(self) -> bool:
        try:
            connection = await self._engine.connect()
        except OperationalError as refused:
            raise DatabaseError(f"PostgreSQL cannot be reached: {first_line(refused)}") from refused
        taken = await connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": ADVISORY_LOCK})
        await connection.commit()
        if not taken:
            await connection.close()
            return False
        self._connection = connection
        return True

    async def holds(self) -> bool:
        """The server frees the lock when this connection breaks, and somebody else may lead."""
        if self._connection is None:
            return False
        try:
            await self._connection.scalar(text("SELECT 1"))
            await self._connection.commit()
        except DBAPIError:
            return False
        return True

    async def give_up(self) -> None:
        """In so many words: a server that is busy notices late that a connection was closed."""
        if self._connection is not None:
            with suppress(DBAPIError):  # broken already: the server has freed the lock
                await self._connection.scalar(text("SELECT pg_advisory_unlock(:lock)"), {"lock": ADVISORY_LOCK})
            await self._connection.close()
            self._connection = None
        await self._engine.dispose()
