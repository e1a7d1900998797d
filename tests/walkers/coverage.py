"""The table of what was met: every ask of the registration and of the follow-up, by every kind of input."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from conversations.applying import registration
from conversations.following import questionnaire


class Kind(StrEnum):
    TEXT = "text"
    TAP = "tap"
    STALE = "stale tap"
    FORGED = "forged tap"
    PHOTO = "photo"
    CONTACT = "contact"
    EDITED = "edited"


ASKS = tuple(ask.key for script in (registration.SCRIPT, questionnaire.SCRIPT) for ask in script.asks)


@dataclass(slots=True)
class Coverage:
    """How often each ask was met by each kind, and how many inputs there were at all."""

    met: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    inputs: int = 0
    walks: int = 0
    finished: int = 0

    def is_whole(self, ask: str | None) -> bool:
        """Whether this was met by everything, or is no ask of the table."""
        return ask not in ASKS or all(self.met[ask, kind] for kind in Kind)

    def lacking(self) -> list[tuple[str, Kind]]:
        return [(ask, kind) for ask in ASKS for kind in Kind if not self.met[ask, kind]]

    def table(self) -> str:
        """For people: a row an ask."""
        head = f"{'ask':<12}" + "".join(f"{kind.value:>12}" for kind in Kind)
        rows = [f"{ask:<12}" + "".join(f"{self.met[ask, kind]:>12}" for kind in Kind) for ask in ASKS]
        return "\n".join((head, *rows))
