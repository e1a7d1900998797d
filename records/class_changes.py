"""Class changes: what people in a class were told otherwise, until staff tell them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant

# What applicants have been told: the first and the last day, and the place.
TOLD = frozenset({"starts", "ends", "place"})
VALUE_LETTERS = 120


class ClassChange(Base):
    """`before` and `after` as they are kept (a day as ISO). `told_as`: the last change of those told together."""

    __tablename__ = "class_changes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    field: Mapped[str] = mapped_column(String(12))
    before: Mapped[str] = mapped_column(String(VALUE_LETTERS))
    after: Mapped[str] = mapped_column(String(VALUE_LETTERS))
    at: Mapped[datetime] = mapped_column(Instant)
    told_as: Mapped[int | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What people were told, and how it is now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Untold:
    """What has changed since people were told, up to the change `last`."""

    last: int
    changes: tuple[Change, ...]


def note(session: Session, class_id: int, field: str, before: str, after: str, now: datetime) -> None:
    session.add(ClassChange(class_id=class_id, field=field, before=before, after=after, at=now))
    session.flush()


def untold(session: Session, class_id: int) -> Untold | None:
    """None: everything is as people know it."""
    chosen = select(ClassChange).where(ClassChange.class_id == class_id, ClassChange.told_as.is_(None))
    found = list(session.scalars(chosen.order_by(ClassChange.id)))
    changes = _summed_up(found)
    return Untold(found[-1].id, changes) if changes else None


def told_as(session: Session, class_id: int, last: int) -> tuple[Change, ...]:
    """What was told together."""
    chosen = select(ClassChange).where(ClassChange.class_id == class_id, ClassChange.told_as == last)
    return _summed_up(list(session.scalars(chosen.order_by(ClassChange.id))))


def _summed_up(found: list[ClassChange]) -> tuple[Change, ...]:
    """From the first value to the last of each field; what is as it was before has not changed."""
    first: dict[str, str] = {}
    now: dict[str, str] = {}
    for one in found:
        first.setdefault(one.field, one.before)
        now[one.field] = one.after
    return tuple(Change(field, before, now[field]) for field, before in first.items() if before != now[field])


def tell(session: Session, class_id: int, last: int) -> bool:
    """True: the telling of the changes up to this one is this call's."""
    changed = session.execute(
        update(ClassChange)
        .where(ClassChange.class_id == class_id, ClassChange.id <= last, ClassChange.told_as.is_(None))
        .values(told_as=last)
        .returning(ClassChange.id)
    ).all()
    return bool(changed)


def differing(present: Mapping[str, str], told: tuple[Change, ...]) -> tuple[Change, ...]:
    """What was told, with the values of today: what has changed back since is left out."""
    return tuple(
        Change(one.field, one.before, present.get(one.field, one.after))
        for one in told
        if present.get(one.field, one.after) != one.before
    )
