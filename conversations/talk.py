"""A talk in the engine's hands, and the engine's own writing of its journal."""

import json
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer in the journal; a later one to the same (key, n) replaces it."""

    key: str
    n: int
    value: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Answers so far, the ask that was reopened, and which page of the talk is shown (see engine.Page)."""

    id: int
    script: str
    journal: tuple[Entry, ...] = ()
    reopened: tuple[str, int] | None = None
    page: str = ""

    def answered(self, key: str, n: int, value: str) -> "Talk":
        """With this answer as the latest. One that was looked at again and kept also keeps its turn: what rests on it
        still stands. One that is given anew, to a question that was unsettled, is the latest even if it is the same.
        """
        if self.reopened == (key, n) and self.latest().get((key, n)) == value:
            return replace(self, reopened=None, page="")
        kept = tuple(entry for entry in self.journal if (entry.key, entry.n) != (key, n))
        return replace(self, journal=(*kept, Entry(key, n, value)), reopened=None, page="")

    def latest(self) -> dict[tuple[str, int], str]:
        return {(entry.key, entry.n): entry.value for entry in self.journal}

    def is_outdated(self, key: str, n: int, rests_on: tuple[str, ...]) -> bool:
        """Whether one of these asks was answered after this one: the journal keeps the order of answering."""
        turns = {(entry.key, entry.n): at for at, entry in enumerate(self.journal)}
        return any(turns.get((other, n), turns.get((other, 0), -1)) > turns[(key, n)] for other in rests_on)

    def to_json(self) -> str:
        writing: dict[str, object] = {"a": [[e.key, e.n, e.value] for e in self.journal]}
        if self.reopened is not None:
            writing["r"] = list(self.reopened)
        if self.page:
            writing["p"] = self.page
        return json.dumps(writing, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, talk_id: int, script: str, text: str) -> "Talk":
        writing = json.loads(text)
        reopened = writing.get("r")
        return cls(
            talk_id,
            script,
            tuple(Entry(key, n, value) for key, n, value in writing["a"]),
            None if reopened is None else (reopened[0], reopened[1]),
            writing.get("p", ""),
        )
