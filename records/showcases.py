"""The showcase (Etalase alumni): businesses that alumni chose to show to everybody. Only what she typed for it; while
her consent stands.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import consents, submissions
from records.base import Base, Instant, Sealed
from records.consents import Purpose
from records.submissions import Submission


class ShowcaseState(StrEnum):
    WAITING = "waiting"
    REFUSED = "refused"
    SHOWN = "shown"
    HIDDEN = "hidden"


class Hidden(StrEnum):
    """Why nobody sees it."""

    HERSELF = "sendiri"
    UNCONFIRMED = "tahunan"
    TAKEN_DOWN = "diturunkan"


@dataclass(frozen=True, slots=True)
class Stall:
    """What everybody reads of a business. `trade` is the id of a programme, `place` the whole code of a kelurahan
    (33.75.01.1002), or empty outside the city.
    """

    name: str
    sells: str
    trade: int
    place: str
    phone: str
    words: str

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Stall":
        return cls(**json.loads(text))


class Showcase(Submission, Base):
    """One a person. `kept`: what was shown before it was hidden, sealed again. `confirmed_at`: when she last said that
    it holds; `asked_at`: since when she is asked whether it still does. `programme_id` and `place` are those shown.
    """

    __tablename__ = "showcases"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    kept: Mapped[str | None] = mapped_column(Sealed)
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programmes.id"))
    place: Mapped[str | None] = mapped_column(String(16))
    confirmed_at: Mapped[datetime] = mapped_column(Instant, index=True)
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    hidden_why: Mapped[str | None] = mapped_column(String(12))

    @property
    def sent_in(self) -> Stall:
        return Stall.from_json(self.draft)

    @property
    def shown(self) -> Stall | None:
        return None if self.public is None else Stall.from_json(self.public)


def put(session: Session, person_id: int, stall: Stall, version: int, now: datetime) -> int:
    """Sent in, or changed: a consent to the text of this version. What is shown stays until an officer has looked."""
    consents.give(session, person_id, Purpose.SHOWCASE, version, now)
    found = of_person(session, person_id)
    if found is None:
        made = Showcase(
            person_id=person_id,
            state=ShowcaseState.WAITING.value,
            draft=stall.to_json(),
            waits_since=now,
            confirmed_at=now,
            created_at=now,
        )
        session.add(made)
        session.flush()
        return made.id
    state = found.state if found.state == ShowcaseState.SHOWN.value else ShowcaseState.WAITING.value
    submissions.put(
        session, Showcase, found.id, stall.to_json(), now, state=state, confirmed_at=now, asked_at=None, hidden_why=None
    )
    return found.id


def publish(session: Session, showcase_id: int, staff_id: int) -> bool:
    """True where this officer had it before her."""
    found = by_id(session, showcase_id)
    if found is None:
        return False
    return submissions.settle(session, Showcase, showcase_id, staff_id, **_shown(found.draft), reason=None)


def refuse(session: Session, showcase_id: int, staff_id: int, reason: str) -> bool:
    """What is shown stays; only the change is refused."""
    found = by_id(session, showcase_id)
    if found is None:
        return False
    shown = found.state == ShowcaseState.SHOWN.value
    state = found.state if shown else ShowcaseState.REFUSED.value
    return submissions.settle(session, Showcase, showcase_id, staff_id, state=state, reason=reason)


def hide(session: Session, showcase_id: int, why: Hidden, reason: str | None = None) -> bool:
    """Nobody sees it any more; what was plain is sealed again. False where it was not shown."""
    found = by_id(session, showcase_id)
    if found is None or found.public is None:
        return False
    return _changed(
        session,
        showcase_id,
        state=ShowcaseState.HIDDEN.value,
        kept=found.public,
        public=None,
        programme_id=None,
        place=None,
        asked_at=None,
        hidden_why=why.value,
        reason=reason,
        waits_since=None,
    )


def show_again(session: Session, showcase_id: int, now: datetime) -> bool:
    """As it was approved, so that nobody need look again; not what an officer took down."""
    found = by_id(session, showcase_id)
    if found is None or found.kept is None or found.hidden_why == Hidden.TAKEN_DOWN.value:
        return False
    return _changed(session, showcase_id, **_shown(found.kept), confirmed_at=now)


def _shown(approved: str) -> dict[str, object]:
    """The columns of what everybody reads from now on."""
    stall = Stall.from_json(approved)
    return {
        "state": ShowcaseState.SHOWN.value,
        "public": approved,
        "kept": None,
        "programme_id": stall.trade,
        "place": stall.place or None,
        "hidden_why": None,
    }


def remove(session: Session, person_id: int, now: datetime) -> bool:
    """Everything of it is deleted and the consent withdrawn; False where there was nothing."""
    consents.withdraw(session, person_id, Purpose.SHOWCASE, now)
    gone = delete(Showcase).where(Showcase.person_id == person_id).returning(Showcase.id)
    return session.execute(gone).first() is not None


def by_id(session: Session, showcase_id: int) -> Showcase | None:
    return submissions.by_id(session, Showcase, showcase_id)


def of_person(session: Session, person_id: int) -> Showcase | None:
    chosen = select(Showcase).where(Showcase.person_id == person_id)
    return session.scalar(chosen, execution_options={"populate_existing": True})


def _changed(session: Session, showcase_id: int, **values: object) -> bool:
    changed = session.execute(
        update(Showcase).where(Showcase.id == showcase_id).values(**values).returning(Showcase.id),
        execution_options={"synchronize_session": False},
    )
    return changed.first() is not None
