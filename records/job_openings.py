"""Job openings (lowongan): sent in by employers or entered by officers, tagged by kejuruan, ending by themselves.

Not to be taken for the free seats of a class (see vacancies).
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, delete, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import submissions
from records.base import Base, Instant, Sealed
from records.submissions import Submission


class Kind(StrEnum):
    """What sort of work it is."""

    PERMANENT = "tetap"
    CONTRACT = "kontrak"
    DAILY = "harian"
    INTERNSHIP = "magang"


class Way(StrEnum):
    """How one applies."""

    PHONE = "telepon"
    ADDRESS = "alamat"
    LINK = "tautan"


class OpeningState(StrEnum):
    """`waiting` and `refused` were never published, or are over and wait to be again."""

    WAITING = "waiting"
    REFUSED = "refused"
    LIVE = "live"
    OVER = "over"


class Ending(StrEnum):
    """Why it is over."""

    FILLED = "terisi"
    EXPIRED = "habis"
    TAKEN_DOWN = "diturunkan"


@dataclass(frozen=True, slots=True)
class Opening:
    """What everybody reads of it. `trades` are ids of programmes; `days` it shall stay; `apply` is a phone (+62...), an
    address or a link.
    """

    employer: str
    title: str
    trades: tuple[int, ...]
    place: str
    kind: Kind
    asks: str
    way: Way
    apply: str
    days: int

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Opening":
        told = json.loads(text)
        return cls(**{**told, "trades": tuple(told["trades"]), "kind": Kind(told["kind"]), "way": Way(told["way"])})


class JobOpening(Submission, Base):
    """`chat_id`: the employer's, `sender` and `sender_phone` whom officers can ask; None where an officer entered it.
    `expires_on` is the last day on which it is shown; `reminded_for` the last day that its sender was reminded of.
    """

    __tablename__ = "job_openings"

    state: Mapped[str] = mapped_column(String(12), index=True)
    chat_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    sender: Mapped[str | None] = mapped_column(Sealed)
    sender_phone: Mapped[str | None] = mapped_column(Sealed)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    expires_on: Mapped[date | None]
    reminded_for: Mapped[date | None]
    over_at: Mapped[datetime | None] = mapped_column(Instant)
    over_why: Mapped[str | None] = mapped_column(String(12))

    @property
    def sent_in(self) -> Opening:
        """As it was sent in last."""
        return Opening.from_json(self.draft)

    @property
    def shown(self) -> Opening | None:
        """As it was published last."""
        return None if self.public is None else Opening.from_json(self.public)

    def is_live(self, today: date) -> bool:
        return self.state == OpeningState.LIVE.value and self.expires_on is not None and self.expires_on >= today


class OpeningTrade(Base):
    """The kejuruan of what is published."""

    __tablename__ = "job_opening_trades"

    opening_id: Mapped[int] = mapped_column(ForeignKey("job_openings.id", ondelete="CASCADE"), primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True, index=True)


def send_in(session: Session, opening: Opening, chat_id: int, sender: str, phone: str, now: datetime) -> int:
    """An employer's: it waits for an officer."""
    made = JobOpening(
        state=OpeningState.WAITING.value,
        draft=opening.to_json(),
        waits_since=now,
        chat_id=chat_id,
        sender=sender,
        sender_phone=phone,
        created_at=now,
    )
    session.add(made)
    session.flush()
    return made.id


def enter(session: Session, opening: Opening, staff_id: int, today: date, now: datetime) -> int:
    """An officer's: it is published at once."""
    made = JobOpening(state=OpeningState.WAITING.value, draft=opening.to_json(), staff_id=staff_id, created_at=now)
    session.add(made)
    session.flush()
    send_again(session, made.id, opening, now)
    publish_own(session, made.id, staff_id, today, now)
    return made.id


def publish_own(session: Session, opening_id: int, staff_id: int, today: date, now: datetime) -> bool:
    """What an officer has just written herself nobody else need look at."""
    submissions.claim(session, JobOpening, opening_id, staff_id, now)
    return publish(session, opening_id, staff_id, today, now)


def send_again(session: Session, opening_id: int, opening: Opening, now: datetime) -> None:
    """A change: what is live stays as it is until an officer has looked at the change."""
    live = JobOpening.state == OpeningState.LIVE.value
    session.execute(
        update(JobOpening).where(JobOpening.id == opening_id, ~live).values(state=OpeningState.WAITING.value)
    )
    submissions.put(session, JobOpening, opening_id, opening.to_json(), now)


def publish(session: Session, opening_id: int, staff_id: int, today: date, now: datetime) -> bool:
    """True where this officer had it before her. A change keeps the day it ends on, unless that is what changed."""
    found = by_id(session, opening_id)
    if found is None:
        return False
    sent, before = found.sent_in, found.shown
    kept = found.expires_on if found.is_live(today) and before is not None and before.days == sent.days else None
    published_at = found.published_at if found.state == OpeningState.LIVE.value else now
    if not submissions.settle(
        session,
        JobOpening,
        opening_id,
        staff_id,
        state=OpeningState.LIVE.value,
        public=found.draft,
        published_at=published_at,
        expires_on=kept or today + timedelta(days=sent.days),
        over_at=None,
        over_why=None,
        reason=None,
    ):
        return False
    session.execute(delete(OpeningTrade).where(OpeningTrade.opening_id == opening_id))
    session.add_all(OpeningTrade(opening_id=opening_id, programme_id=trade) for trade in sent.trades)
    session.flush()
    return True


def refuse(session: Session, opening_id: int, staff_id: int, reason: str) -> bool:
    """What is live stays as it is; only the change is refused."""
    found = by_id(session, opening_id)
    if found is None:
        return False
    live = found.state == OpeningState.LIVE.value
    state = found.state if live else OpeningState.REFUSED.value
    return submissions.settle(session, JobOpening, opening_id, staff_id, state=state, reason=reason)


def by_id(session: Session, opening_id: int) -> JobOpening | None:
    return submissions.by_id(session, JobOpening, opening_id)
