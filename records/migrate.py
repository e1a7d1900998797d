"""Migrations: which revision a database has, which one the program knows, and the way from one to the other.

The check at the start is cheap: revisions are the numbers of the files, and the database is asked one statement.
Alembic is imported by `upgrade` alone: it costs a fifth of a second, which a start without a migration need not pay.
"""

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from records.database import DatabaseError, make_folder, parse_url

FOLDER = Path(__file__).parent / "migrations"
CURRENT = "SELECT version_num FROM alembic_version"
CONNECT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Schema:
    """The revision of a database (None: it holds no tables of ours yet) beside the program's newest."""

    current: str | None
    head: str

    @property
    def is_current(self) -> bool:
        return self.current == self.head

    @property
    def is_empty(self) -> bool:
        return self.current is None

    @property
    def is_newer(self) -> bool:
        """Made by a later program than this one: its revision is unknown here."""
        return self.current is not None and self.current not in revisions()


@lru_cache(maxsize=1)
def revisions() -> tuple[str, ...]:
    """Every revision the program knows, in order: the numbers that begin the files' names."""
    return tuple(sorted(file.name.split("_")[0] for file in (FOLDER / "versions").glob("[0-9]*_*.py")))


def head() -> str:
    """The newest revision the program knows."""
    return revisions()[-1]


def state(url: str) -> Schema:
    """What the database at this URL holds. Nothing is created by asking."""
    parsed = parse_url(url)
    current = _sqlite_revision(parsed) if parsed.get_backend_name() == "sqlite" else _postgres_revision(parsed)
    return Schema(current, head())


def upgrade(url: str) -> None:
    """Brings the database to the program's newest revision, all or nothing; a file is made where there is none."""
    parsed = parse_url(url)
    schema = state(url)
    if schema.is_newer:
        raise DatabaseError(
            f"the database is newer than the program: it has revision {schema.current}, the program knows {schema.head}"
        )
    if schema.is_current:
        return
    if parsed.get_backend_name() == "sqlite":
        make_folder(parsed)
    _run_alembic(parsed)


def _run_alembic(url: URL) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"url": url})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except DBAPIError as refused:
        raise DatabaseError(f"the database cannot be migrated: {_first_line(refused.orig)}") from refused


def _sqlite_revision(url: URL) -> str | None:
    path = Path(url.database or "")
    if not path.exists():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=CONNECT_SECONDS)
        try:
            row = connection.execute(CURRENT).fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as refused:
        if "no such table" in str(refused):
            return None
        raise DatabaseError(f"the database {url.database} cannot be read: {refused}") from refused
    return None if row is None else str(row[0])


def _postgres_revision(url: URL) -> str | None:
    import psycopg  # SQLite's users need not load it

    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        with psycopg.connect(address, connect_timeout=CONNECT_SECONDS) as connection:
            row = connection.execute(CURRENT).fetchone()
    except psycopg.errors.UndefinedTable:
        return None
    except psycopg.Error as refused:
        raise DatabaseError(f"the database {url.database} cannot be read: {_first_line(refused)}") from refused
    return None if row is None else str(row[0])


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().split("\n", 1)[0]
