"""Compiled: what one engine has made of a statement serves every other of a run.

Every stage has a database and an engine of its own, and compiling anew what the test before had compiled took a seventh
of a run. What seals is part of what is compiled, so it is shared by those of one key only.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.util import LRUCache

from records import sqlite
from records.vault import Vault

MOST = 4_000


def share() -> None:
    """From now on, in this process."""
    known: dict[tuple[str, str], Engine] = {}
    make = sqlite._sqlite_engine

    def made(url: URL, vault: Vault, begin: str, pragmas: tuple[str, ...] = ()) -> Engine:
        engine = make(url, vault, begin=begin, pragmas=pragmas)
        first = known.setdefault((begin, vault.digest("engine", "same")), engine)
        if first is engine:
            engine._compiled_cache = LRUCache(MOST)
        else:
            _follow(engine, first)
        return engine

    sqlite._sqlite_engine = made


def _follow(engine: Any, first: Any) -> None:
    engine.dialect = engine.pool._dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
