"""Extras: what goes with the words of an announcement, as one text (`Campaign.extras`) in which each keeps its part."""

import json
from typing import Any


def read(text: str | None) -> dict[str, Any]:
    """The parts by their names."""
    kept: dict[str, Any] = json.loads(text) if text else {}
    return kept


def put(text: str | None, name: str, part: object) -> str | None:
    """The same with this part; without it where there is nothing in it."""
    kept = {other: each for other, each in read(text).items() if other != name}
    if part:
        kept[name] = part
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None
