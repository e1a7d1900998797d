"""Campaigns: announcements, what they say and to whom, and how far their messages are (see records.announcing)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, Text, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.audiences import Audience
from records.base import Base, Identity, Instant, Sealed
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.people import Person


class CampaignStatus(StrEnum):
    """A draft is edited; a proposed one waits for a second officer; a scheduled one for its time, its audience frozen.

    `stopped`: Telegram refused it; `cancelled`: an officer did not want the rest sent.
    """

    DRAFT = "draft"
    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FINISHED = "finished"


# Nobody has got any of these.
UNSENT = (CampaignStatus.DRAFT, CampaignStatus.PROPOSED, CampaignStatus.SCHEDULED)


class Answering(StrEnum):
    """What recipients may answer by a tap."""

    ATTENDANCE = "attendance"
    READ = "read"
    POLL = "poll"


class Campaign(Base):
    """`audience` is the text of an Audience. `words` are a template in Telegram's HTML with fields in braces where
    they are `formatted`, else as they were typed; `extras` the text of what goes with them (see records.contents).

    `date_meant` is the day it speaks of, for the field {tanggal}. `send_at`: not before then (None: as soon as it is
    confirmed); `urgent_why`: why it may go out beyond the usual hours. `fingerprint`: a keyed hash of the words.
    """

    __tablename__ = "campaigns"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    audience: Mapped[str] = mapped_column(Text)
    words: Mapped[str | None] = mapped_column(Sealed)
    formatted: Mapped[bool] = mapped_column(default=True)
    extras: Mapped[str | None] = mapped_column(Sealed)
    template: Mapped[str | None] = mapped_column(String(24))
    date_meant: Mapped[date | None]
    answering: Mapped[str | None] = mapped_column(String(12))
    send_at: Mapped[datetime | None] = mapped_column(Instant)
    urgent_why: Mapped[str | None] = mapped_column(Sealed)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(12), index=True)
    why_stopped: Mapped[str | None] = mapped_column(String(200))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    # The progress message in the officer's chat, edited while it runs.
    progress_message: Mapped[int | None] = mapped_column(BigInteger)
    drafted_at: Mapped[datetime] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def people(self) -> Audience:
        """Whom it is for, as it was chosen."""
        return Audience.from_json(self.audience)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many deliveries of a campaign are in each status."""

    counts: dict[DeliveryStatus, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def of(self, *statuses: DeliveryStatus) -> int:
        return sum(self.counts.get(status, 0) for status in statuses)

    @property
    def pending(self) -> int:
        return self.of(DeliveryStatus.WAITING, DeliveryStatus.CLAIMED)


def tally(session: Session, campaign_id: int) -> Tally:
    of_it = (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)
    rows = session.execute(select(Delivery.status, func.count()).where(*of_it).group_by(Delivery.status))
    return Tally({DeliveryStatus(status): count for status, count in rows})


# Built once: every tick asks.
_SENDING = select(Campaign).where(Campaign.status == CampaignStatus.SENDING.value)


def sending(session: Session) -> list[Campaign]:
    return list(session.scalars(_SENDING))


def count(session: Session) -> int:
    return session.scalar(select(func.count(Campaign.id))) or 0


def latest(session: Session, limit: int, offset: int = 0) -> list[Campaign]:
    """The newest first."""
    return list(session.scalars(select(Campaign).order_by(Campaign.id.desc()).limit(limit).offset(offset)))


def by_id(session: Session, campaign_id: int) -> Campaign | None:
    return session.get(Campaign, campaign_id)


def set_progress_message(session: Session, campaign_id: int, message_id: int) -> None:
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(progress_message=message_id))


def names_by_status(
    session: Session, campaign_id: int, statuses: tuple[DeliveryStatus, ...], limit: int
) -> list[tuple[str, DeliveryStatus]]:
    """Whom a campaign did not reach, and how it stands with each; at most so many."""
    rows = session.execute(
        select(Person.name, Delivery.status)
        .join(Person, Person.id == Delivery.person_id)
        .where(Delivery.campaign_id == campaign_id, Delivery.status.in_([status.value for status in statuses]))
        .order_by(Delivery.id)
        .limit(limit)
    )
    return [(name, DeliveryStatus(status)) for name, status in rows]
