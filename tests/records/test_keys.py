"""The key check: another key is noticed before it seals anything."""

from pathlib import Path

import pytest

from records import keys
from records.database import open_database
from records.migrate import upgrade
from records.vault import SECRET_BYTES, Vault, VaultError
from tests.records.clock import ManualClock


async def test_the_key_that_sealed_the_database_opens_it_again_and_another_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'canting.db'}"
    upgrade(url)
    for secret in (b"a" * SECRET_BYTES, b"a" * SECRET_BYTES):
        database = open_database(url, Vault(secret), ManualClock())
        await database.write(keys.check)
        await database.close()
    other = open_database(url, Vault(b"b" * SECRET_BYTES), ManualClock())
    with pytest.raises(VaultError, match="recovery sheet"):
        await other.write(keys.check)
    await other.close()
