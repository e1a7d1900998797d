"""Campaigns: announcements, what they say and to whom, and how far their messages are (see records.announcing)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, Text, case, func, literal, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.audiences import Audience
from records.base import Base, Identity, Instant, Sealed
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus


class CampaignStatus(StrEnum):
    """A draft is edited; a proposed one waits for a second officer; a scheduled one for its time, its audience frozen.

    A `model` repeats: it is never sent itself, but copies of it are (see records.series).
    `stopped`: Telegram refused it; `cancelled`: an officer did not want the rest sent.
    """

    DRAFT = "draft"
    MODEL = "model"
    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FINISHED = "finished"


# There is still something to do about these, or to wait for.
OPEN = (
    CampaignStatus.DRAFT,
    CampaignStatus.PROPOSED,
    CampaignStatus.SCHEDULED,
    CampaignStatus.SENDING,
    CampaignStatus.PAUSED,
)
# Nobody has got any of these.
UNSENT = (CampaignStatus.DRAFT, CampaignStatus.MODEL, CampaignStatus.PROPOSED, CampaignStatus.SCHEDULED)


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
    `proposed_by`: who confirmed it, or asked for a second officer's look; `refusal`: why that one did not want it so.
    `going_since`: when it began, or last went on; `cancel_asked_at`: an officer was asked whether she means it, and has
    not said so yet. `recalled_at`: since when it is taken back; `corrections`: how often it was corrected,
    `corrected_at` the last time. `told_at`: since when the progress message tells how it ended, where it ended early.
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
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    refusal: Mapped[str | None] = mapped_column(Sealed)
    # The progress message, edited while it runs, and the officer's chat that it stands in.
    progress_message: Mapped[int | None] = mapped_column(BigInteger)
    progress_chat: Mapped[int | None] = mapped_column(BigInteger)
    drafted_at: Mapped[datetime] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    going_since: Mapped[datetime | None] = mapped_column(Instant)
    cancel_asked_at: Mapped[datetime | None] = mapped_column(Instant)
    recalled_at: Mapped[datetime | None] = mapped_column(Instant)
    corrected_at: Mapped[datetime | None] = mapped_column(Instant)
    corrections: Mapped[int] = mapped_column(default=0)
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def people(self) -> Audience:
        """Whom it is for, as it was chosen."""
        return Audience.from_json(self.audience)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many deliveries of a campaign are in each status, and how many came to theirs lately."""

    counts: dict[DeliveryStatus, int]
    lately: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def of(self, *statuses: DeliveryStatus) -> int:
        return sum(self.counts.get(status, 0) for status in statuses)

    @property
    def pending(self) -> int:
        return self.of(DeliveryStatus.WAITING, DeliveryStatus.CLAIMED)


def tally(session: Session, campaign_id: int, since: datetime | None = None) -> Tally:
    """`lately` counts from `since` on."""
    of_it = (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)
    lately = literal(0) if since is None else func.sum(case((Delivery.settled_at >= since, 1), else_=0))
    rows = session.execute(select(Delivery.status, func.count(), lately).where(*of_it).group_by(Delivery.status)).all()
    return Tally({DeliveryStatus(status): count for status, count, _new in rows}, sum(new for _s, _c, new in rows))


_ENDED_EARLY = (CampaignStatus.STOPPED, CampaignStatus.CANCELLED)
# Built once: every tick asks.
_SENDING = select(Campaign).where(Campaign.status == CampaignStatus.SENDING.value)
_TO_BE_TOLD = select(Campaign.id).where(
    or_(
        plain.one_of(Campaign.status, (CampaignStatus.SENDING, CampaignStatus.PAUSED)),
        plain.one_of(Campaign.status, _ENDED_EARLY) & Campaign.told_at.is_(None),
    ),
    Campaign.started_at.is_not(None),
)


def sending(session: Session) -> list[Campaign]:
    return list(session.scalars(_SENDING))


def to_be_told(session: Session) -> list[int]:
    """The ids of those whose progress message may have something to tell."""
    return [campaign_id for (campaign_id,) in plain.rows(session, _TO_BE_TOLD)]


def count(session: Session) -> int:
    return session.scalar(select(func.count(Campaign.id))) or 0


def latest(session: Session, limit: int, offset: int = 0) -> list[Campaign]:
    """Those that are open before the rest, the newest first."""
    rest = case((Campaign.status.in_(OPEN), 0), else_=1)
    return list(session.scalars(select(Campaign).order_by(rest, Campaign.id.desc()).limit(limit).offset(offset)))


def by_id(session: Session, campaign_id: int) -> Campaign | None:
    return session.get(Campaign, campaign_id)


def set_progress_message(session: Session, campaign_id: int, chat_id: int, message_id: int) -> None:
    told = {"progress_chat": chat_id, "progress_message": message_id}
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(**told))


def set_told(session: Session, campaign_id: int, now: datetime) -> None:
    """Where it goes on after all, what was told was not its end."""
    ended = (Campaign.id == campaign_id, plain.one_of(Campaign.status, _ENDED_EARLY))
    session.execute(update(Campaign).where(*ended).values(told_at=now))
