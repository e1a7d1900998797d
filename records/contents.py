"""Contents: what goes with the words of an announcement: one file, a place, buttons with links. They are kept as one
sealed text (`Campaign.extras`), in which others keep what is theirs.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from records import announcing
from records.campaigns import Campaign

MOST_LINKS = 3
_FILE, _PLACE, _LINKS = "file", "place", "links"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo or a document (`kind`) that Telegram holds under this id; `name` is the document's."""

    kind: str
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the map, in degrees."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All that goes with the words."""

    file: SentFile | None = None
    place: Place | None = None
    links: tuple[Link, ...] = ()


def read(campaign: Campaign) -> Contents:
    kept = _kept(campaign)
    return Contents(
        SentFile(**kept[_FILE]) if _FILE in kept else None,
        Place(**kept[_PLACE]) if _PLACE in kept else None,
        tuple(Link(**each) for each in kept.get(_LINKS, ())),
    )


def attach(session: Session, campaign_id: int, file: SentFile | None) -> bool:
    """The file of a draft from now on, or none. False: it is no draft any more."""
    return _put(session, campaign_id, _FILE, None if file is None else asdict(file))


def place(session: Session, campaign_id: int, where: Place | None) -> bool:
    """The place that a draft speaks of, or none. False: it is no draft any more."""
    return _put(session, campaign_id, _PLACE, None if where is None else asdict(where))


def link(session: Session, campaign_id: int, links: tuple[Link, ...]) -> bool:
    """The links of a draft, in order. False: it is no draft any more, or they are too many."""
    if len(links) > MOST_LINKS:
        return False
    return _put(session, campaign_id, _LINKS, [asdict(each) for each in links] or None)


def _kept(campaign: Campaign) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(campaign.extras) if campaign.extras else {}
    return kept


def _put(session: Session, campaign_id: int, key: str, value: Mapping[str, Any] | list[Any] | None) -> bool:
    campaign = session.get(Campaign, campaign_id, populate_existing=True)
    if campaign is None:
        return False
    kept = {name: other for name, other in _kept(campaign).items() if name != key}
    if value is not None:
        kept[key] = value
    extras = json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None
    return announcing.change(session, campaign_id, extras=extras)
