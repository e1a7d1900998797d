"""What the tests of the demonstration look into."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.database import open_database
from records.vault import Vault
from tests.records.clock import ManualClock
from tests.records.conftest import SECRET
from tests.records.demonstration.rehearsal import Demonstration, seeded
from tests.records.servers import copied


@pytest.fixture(scope="session")
def demonstration(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    database = open_database(copied(template, tmp_path_factory.mktemp("demo")), Vault(SECRET), ManualClock())
    yield Demonstration(database, asyncio.run(database.write(seeded)))
    asyncio.run(database.close())
