"""Snapshots: a figure that was quoted, kept under a number with all it was counted from.

What is frozen are rows without anybody's id: how many of which cohort, programme, sex and kecamatan told what. Neither
a late answer nor an erasure changes them, and no person can be asked for by them. A digest of the whole stands in the
audit trail, whose entries are chained: whoever alters a snapshot would have to alter every later entry as well.
"""

import hashlib
import json
import zlib
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import audit
from records.base import Base, Identity, Instant
from records.indicators import Cut, Indicators, cells, read
from records.indicators.cells import Cell, Cells, Place
from records.indicators.imprint import Layout
from records.indicators.tables import summed
from records.vault import Vault

ACTION = "figure.locked"
# As much of the digest as an entry of the trail has room for: 160 bits.
TRAILED = 40


class Snapshot(Base):
    """`cut` is the text of a cut and its wave; `figures` its counts as JSON, `frozen` what they were counted from."""

    __tablename__ = "snapshots"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    cut: Mapped[str] = mapped_column(String(60))
    sentence: Mapped[str] = mapped_column(String(256))
    figures: Mapped[str] = mapped_column(Text)
    frozen: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    digest: Mapped[str] = mapped_column(String(64))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Reproduced:
    """A snapshot counted again from what was frozen, and from the records of today.

    `untouched`: the digest is that of the audit trail. `agrees`: what was frozen gives the figures that were kept.
    """

    snapshot: Snapshot
    then: Indicators | None
    today: Indicators
    untouched: bool
    agrees: bool

    @property
    def holds(self) -> bool:
        return self.untouched and self.agrees


def lock(session: Session, vault: Vault, cut: Cut, wave: int, sentence: str, staff_id: int, now: datetime) -> Snapshot:
    """Keeps the figure as it stands now."""
    found = cells.read(session, cut, wave)
    snapshot = Snapshot(
        cut=cut.code(wave),
        sentence=sentence,
        figures=_figures(summed(found, now)),
        frozen=_freeze(found),
        digest="",
        staff_id=staff_id,
        at=now,
    )
    session.add(snapshot)
    session.flush()
    snapshot.digest = _digest(snapshot)
    session.flush()
    actor = vault.pseudonym("staff", staff_id)
    audit.note(session, at=now, actor=actor, action=ACTION, matter=_matter(snapshot))
    return snapshot


def by_number(session: Session, number: int) -> Snapshot | None:
    return session.get(Snapshot, number)


def page(session: Session, first: int, count: int) -> list[Snapshot]:
    """Some of them, the latest first."""
    return list(session.scalars(select(Snapshot).order_by(Snapshot.id.desc()).offset(first).limit(count)))


def count(session: Session) -> int:
    return session.scalar(select(func.count(Snapshot.id))) or 0


def reproduce(session: Session, number: int, now: datetime) -> Reproduced | None:
    """The figure of a number, counted anew; None without such a number."""
    snapshot = by_number(session, number)
    asked = None if snapshot is None else read(snapshot.cut)
    if snapshot is None or asked is None:
        return None
    then = _recounted(snapshot)
    return Reproduced(
        snapshot=snapshot,
        then=then,
        today=summed(cells.read(session, *asked, apart=()), now),
        untouched=snapshot.digest == _digest(snapshot) and _is_trailed(session, snapshot),
        agrees=then is not None and _figures(then) == snapshot.figures,
    )


def _recounted(snapshot: Snapshot) -> Indicators | None:
    """None where what was frozen cannot even be read any more."""
    try:
        return summed(_thaw(snapshot.frozen), snapshot.at)
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def _is_trailed(session: Session, snapshot: Snapshot) -> bool:
    entry = select(audit.Entry.id).where(audit.Entry.action == ACTION, audit.Entry.object == _matter(snapshot))
    return session.scalar(entry.limit(1)) is not None


def _matter(snapshot: Snapshot) -> str:
    return f"snapshot:{snapshot.id}:{snapshot.digest[:TRAILED]}"


def _digest(snapshot: Snapshot) -> str:
    at = snapshot.at.astimezone(UTC).isoformat()
    words = "\0".join((str(snapshot.id), snapshot.cut, snapshot.sentence, snapshot.figures, str(snapshot.staff_id), at))
    return hashlib.sha256(words.encode() + b"\0" + bytes(snapshot.frozen)).hexdigest()


def _figures(found: Indicators) -> str:
    """Every count, and what is no count, as text that is the same for the same figures."""
    weighted, median = found.weighted, found.curve.median
    told = {
        **asdict(found.tally),
        "weighted": None if weighted.share is None else round(weighted.share, 9),
        "median": [median.after, median.until],
        "first_jobs": [found.curve.observed, found.curve.began, found.curve.before],
    }
    return json.dumps(told, separators=(",", ":"), sort_keys=True)


def _freeze(found: Cells) -> bytes:
    layout = found.layout
    rows = [
        [*_where(place), *(sorted(one.items()) for one in (cell.reached, cell.missed, cell.lived)), *_tested(cell)]
        for place, cell in sorted(found.by_place.items(), key=lambda each: _where(each[0]))
    ]
    whole = {"wave": layout.wave, "waves": layout.waves, "counted": layout.counted_waves, "rows": rows}
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), 9)


def _where(place: Place) -> tuple[int, int, int, str, str]:
    return place.cohort_id, place.year, place.programme_id, place.sex, place.kecamatan


def _tested(cell: Cell) -> tuple[int, int]:
    return cell.examined, cell.competent


def _thaw(frozen: bytes) -> Cells:
    whole = json.loads(zlib.decompress(bytes(frozen)))
    layout = Layout(whole["wave"], tuple(whole["waves"]), tuple(whole["counted"]))
    by_place = {}
    for *where, reached, missed, lived, examined, competent in whole["rows"]:
        counted = [Counter(dict(one)) for one in (reached, missed, lived)]
        by_place[Place(*where)] = Cell(counted[0], counted[1], counted[2], examined, competent)
    return Cells(layout, by_place)
