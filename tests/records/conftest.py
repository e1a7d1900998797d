"""What the tests of the records stand on: a manual clock, a vault, and each kind of database, migrated and empty."""

from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from records.database import Database, open_database
from records.vault import Vault
from tests.records.clock import ManualClock
from tests.records.servers import PostgresServer, SharedDatabase, copied, migrated_file, running_postgres

SECRET = bytes(range(32))
KINDS = ("sqlite", "postgresql")
_numbers = count(1)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def vault() -> Vault:
    return Vault(SECRET)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return migrated_file(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with running_postgres() as server:
        yield server


@pytest.fixture
def file_address(template: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite file, where it matters that it is one."""
    return copied(template, tmp_path)


@pytest.fixture(scope="session")
def shared_database(postgres: PostgresServer) -> Iterator[SharedDatabase]:
    with postgres.migrated_database("shared") as url:
        yield SharedDatabase.at(url)


@pytest.fixture
def postgres_address(shared_database: SharedDatabase) -> str:
    """The URL of a migrated PostgreSQL database, where it matters that it is one."""
    shared_database.empty()
    return shared_database.url


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest) -> str:
    """The URL of a migrated database without people, on each kind."""
    return str(request.getfixturevalue("file_address" if request.param == "sqlite" else "postgres_address"))


@pytest.fixture(params=KINDS)
def own_address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same, for tests that change more than the rows."""
    if request.param == "sqlite":
        yield request.getfixturevalue("file_address")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.migrated_database(f"own_{next(_numbers)}") as url:
        yield url


@pytest.fixture(params=KINDS)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database that was never migrated; with SQLite not even the folder exists."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/folder/canting.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.empty_database(f"empty_{next(_numbers)}") as url:
        yield url


@pytest.fixture
async def database(address: str, vault: Vault, clock: ManualClock) -> AsyncIterator[Database]:
    opened = open_database(address, vault, clock)
    yield opened
    await opened.close()


@pytest.fixture
async def databases(address: str, vault: Vault) -> AsyncIterator[list[Database]]:
    """One database as four processes see it: each with connections and a clock of its own."""
    opened = [open_database(address, vault, ManualClock()) for _ in range(4)]
    yield opened
    for one in opened:
        await one.close()
