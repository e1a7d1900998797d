"""Databases in memory, for tests that need a fresh one for each of many examples."""

import sqlite3
from functools import cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from records.base import give_vault
from records.models import metadata
from records.vault import Vault


@cache
def _empty() -> bytes:
    """All tables, none with a row: making them takes twenty times as long as copying them."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    connection = engine.raw_connection().driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection.serialize()


def in_memory(vault: Vault) -> Engine:
    """A database of its own with empty tables."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(_empty())
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    give_vault(engine.dialect, vault)
    return engine
