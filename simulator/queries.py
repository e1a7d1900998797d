"""Callback queries: taps that wait for the bot's answer, for 150 seconds."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import bad_request
from simulator.updates import KEPT_TAPS

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Query:
    """A tap; `at` is in Unix seconds."""

    id: str
    chat_id: int
    at: float


@dataclass(slots=True)
class Queries:
    """The taps not yet answered."""

    open: dict[str, Query] = field(default_factory=dict)

    def to_state(self) -> list[list[str | int | float]]:
        """As they are saved."""
        return [[query.id, query.chat_id, query.at] for query in self.open.values()]

    def load(self, state: list[list[Any]]) -> None:
        """Take back what was saved."""
        self.open = {saved[0]: Query(*saved) for saved in state}

    def begin(self, chat_id: int, now: float) -> Query:
        """A new tap; those too old are forgotten."""
        for query_id in [query.id for query in self.open.values() if now - query.at >= KEPT_TAPS]:
            del self.open[query_id]
        query = Query(str(secrets.randbelow(9 * 10**17) + 10**17), chat_id, now)
        self.open[query.id] = query
        return query

    def answer(self, query_id: str, now: float) -> Query:
        """The tap that is answered; once, and in time."""
        query = self.open.pop(query_id, None)
        if query is None or now - query.at >= KEPT_TAPS:
            raise bad_request(TOO_OLD)
        return query
