"""An earlier alumna, as a row of a list tells her."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """One graduate as a list tells her; what it does not tell is None. `sex` is P or L, `phone` in E.164."""

    name: str
    programme: str
    cohort: str
    year: int
    ended_on: date
    nik: str | None = None
    sex: str | None = None
    born: date | None = None
    phone: str | None = None
    kecamatan: str | None = None
    kelurahan: str | None = None
    certificate: str | None = None
    second_contact: str | None = None
    second_contact_phone: str | None = None


def plain(words: str) -> str:
    """A name as it is compared: small letters, single spaces."""
    return " ".join(words.casefold().split())


_DAYS = ("ended_on", "born")


def to_json(rows: Sequence[Earlier]) -> str:
    return json.dumps([asdict(row) for row in rows], default=date.isoformat, ensure_ascii=False, separators=(",", ":"))


def from_json(content: str) -> list[Earlier]:
    known = {field.name for field in fields(Earlier)}
    return [Earlier(**_dated({name: each[name] for name in known})) for each in json.loads(content)]


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return values | {name: None if values[name] is None else date.fromisoformat(values[name]) for name in _DAYS}
