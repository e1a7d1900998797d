"""Contents: what goes with the words of an announcement: one file, a place, buttons with links."""

from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from records import announcing, extras
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
    kept = extras.read(campaign.extras)
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
    return _put(session, campaign_id, _LINKS, [asdict(each) for each in links])


def _put(session: Session, campaign_id: int, name: str, part: object) -> bool:
    campaign = session.get(Campaign, campaign_id, populate_existing=True)
    if campaign is None:
        return False
    return announcing.change(session, campaign_id, extras=extras.put(campaign.extras, name, part))
