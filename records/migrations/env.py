"""How Alembic reaches the database: one connection, one transaction for all migrations, one process at a time.

The URL comes in as `config.attributes["url"]` (see records/migrate.py). On SQLite the transaction begins IMMEDIATE, on
PostgreSQL an advisory lock is taken: of two processes that start together the second finds the work done.
"""

from typing import Any

from alembic import context
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from records.models import metadata

LOCK = 0x63616E74
WAIT_SECONDS = 30


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS})

    def leave_transactions_to_us(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    event.listen(engine, "connect", leave_transactions_to_us)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _postgres(url: URL) -> Engine:
    return create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True, compare_type=True)
    context.run_migrations()


def _run() -> None:
    url: URL = context.config.attributes["url"]
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)
    with engine.begin() as connection:
        _migrate(connection)
    engine.dispose()


_run()
