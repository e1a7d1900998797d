"""A rehearsal: a database that was just filled with the demonstration."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from records import (
    profile,
)
from records.database import Database
from records.demonstration import Cast, seed
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.conftest import SECRET

PROFILE = profile.load()
CALENDAR = PROFILE.calendar.calendar(ZoneInfo("Asia/Jakarta"))
R = TypeVar("R")


@dataclass(frozen=True)
class Demonstration:
    """A seeded database and who plays in it."""

    database: Database
    cast: Cast

    def ask(self, question: Callable[[Session], R]) -> R:
        return asyncio.run(self.database.read(question))


def seeded(session: Session, now: datetime = NOON) -> Cast:
    return seed(session, Vault(SECRET), PROFILE, CALENDAR, now)
