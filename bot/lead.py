"""Who leads: one process at a time polls, ticks and sends. Another waits and takes over when it dies."""

import fcntl
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol

from records.database import make_folder, parse_url


class Lead(Protocol):
    """The right to lead."""

    async def try_take(self) -> bool: ...

    async def holds(self) -> bool: ...

    async def give_up(self) -> None: ...


class FileLead:
    """A lock on a file beside the SQLite database; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIOWrapper | None = None

    async def try_take(self) -> bool:
        file = self._path.open("a", encoding="ascii")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    async def holds(self) -> bool:
        return self._file is not None

    async def give_up(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def lead_of(url: str) -> Lead:
    """The lock that belongs to a database."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        from bot.postgres_lead import PostgresLead  # loaded by those who use it, as PostgreSQL's driver itself

        return PostgresLead(parsed)
    make_folder(parsed)
    return FileLead(Path(f"{parsed.database}.lock"))
