"""Reading from another process: a connection of its own to the same database, which cannot write.

For long reads in the process for slow work: they hold up neither the loop nor a writer, and rows come as they are
written on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from records.base import give_vault
from records.database import parse_url
from records.vault import Vault


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the database is and what opens its sealed values: plain enough to be handed to another process."""

    url: str
    secret: bytes = field(repr=False)

    @property
    def vault(self) -> Vault:
        return Vault(self.secret)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One snapshot, from the first question asked to the end."""
        url = parse_url(self.url)
        engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)
        give_vault(engine.dialect, self.vault)
        try:
            with engine.connect() as connection, connection.begin(), Session(connection) as session:
                yield session
        finally:
            engine.dispose()


def _sqlite(url: URL) -> Engine:
    """With a write-ahead log a reader waits for nobody, and nobody for it."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)

    def prepare(connection: object, _record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]  # begun below, not by the driver's guess
        connection.execute("PRAGMA query_only=ON")  # type: ignore[attr-defined]

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _postgres(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool, hide_parameters=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
