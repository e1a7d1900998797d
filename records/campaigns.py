"""Campaigns: announcements to a cohort. The audience is frozen when the campaign is confirmed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed
from records.classes import TrainingClass
from records.deliveries import STOPPED, Delivery, DeliveryKind, DeliveryStatus, Order, order_new
from records.enrolments import GONE, Enrolment
from records.people import Link, Person


class CampaignStatus(StrEnum):
    SENDING = "sending"
    STOPPED = "stopped"
    FINISHED = "finished"


class Campaign(Base):
    __tablename__ = "campaigns"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"))
    words: Mapped[str] = mapped_column(Sealed)
    status: Mapped[str] = mapped_column(String(12), index=True)
    why_stopped: Mapped[str | None] = mapped_column(String(200))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    # The progress message in the officer's chat, edited while it runs.
    progress_message: Mapped[int | None] = mapped_column(BigInteger)
    confirmed_at: Mapped[datetime] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)


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


def audience(session: Session, cohort_id: int) -> list[tuple[int, int | None]]:
    """(person, chat) of everyone in a cohort's classes, once each; the chat is None where there is none.

    Whoever left or was dismissed is no longer in; the dead are not written to.
    """
    rows = session.execute(
        select(Enrolment.person_id, Link.chat_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Link, Link.person_id == Enrolment.person_id)
        .where(TrainingClass.cohort_id == cohort_id, Enrolment.status.not_in(GONE), Person.deceased_on.is_(None))
        .distinct()
        .order_by(Enrolment.person_id)
    )
    return [(person_id, chat_id) for person_id, chat_id in rows]


def confirm(
    session: Session, cohort_id: int, words: str, staff_id: int, now: datetime, due_at: datetime | None = None
) -> Campaign:
    """Freezes the audience: one delivery a person, whatever happens to the cohort afterwards. Sent from `due_at` on."""
    campaign = Campaign(
        cohort_id=cohort_id,
        words=words,
        status=CampaignStatus.SENDING.value,
        staff_id=staff_id,
        confirmed_at=now,
    )
    session.add(campaign)
    session.flush()
    people = audience(session, cohort_id)
    order_new(session, [_order(campaign.id, person_id, chat_id, due_at or now) for person_id, chat_id in people], now)
    return campaign


def _order(campaign_id: int, person_id: int, chat_id: int | None, now: datetime) -> Order:
    return Order(
        key=f"announcement:{campaign_id}:person:{person_id}",
        kind=DeliveryKind.ANNOUNCEMENT,
        person_id=person_id,
        chat_id=chat_id,
        about=campaign_id,
        due_at=now,
        campaign_id=campaign_id,
    )


def tally(session: Session, campaign_id: int) -> Tally:
    rows = session.execute(
        select(Delivery.status, func.count()).where(Delivery.campaign_id == campaign_id).group_by(Delivery.status)
    )
    return Tally({DeliveryStatus(status): count for status, count in rows})


# Built once: every tick asks for them.
_SENDING = select(Campaign).where(Campaign.status == CampaignStatus.SENDING.value)


def sending(session: Session) -> list[Campaign]:
    return list(session.scalars(_SENDING))


def finish(session: Session, campaign_id: int, now: datetime) -> None:
    session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status == CampaignStatus.SENDING.value)
        .values(status=CampaignStatus.FINISHED.value, finished_at=now)
    )


def stop(session: Session, campaign_id: int, why: str, now: datetime) -> None:
    """Stops what has not gone out: what waited is cancelled."""
    session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status == CampaignStatus.SENDING.value)
        .values(status=CampaignStatus.STOPPED.value, why_stopped=why[:200], finished_at=now)
    )
    _cancel_deliveries(session, campaign_id, now)


def by_id(session: Session, campaign_id: int) -> Campaign | None:
    return session.get(Campaign, campaign_id)


def set_progress_message(session: Session, campaign_id: int, message_id: int) -> None:
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(progress_message=message_id))


def _cancel_deliveries(session: Session, campaign_id: int, now: datetime) -> None:
    """Cancels what waits, and marks what is on its way, so that it is not tried a second time."""
    of_it = Delivery.campaign_id == campaign_id
    session.execute(update(Delivery).where(of_it, Delivery.status == DeliveryStatus.CLAIMED.value).values(why=STOPPED))
    session.execute(
        update(Delivery)
        .where(of_it, Delivery.status == DeliveryStatus.WAITING.value)
        .values(status=DeliveryStatus.CANCELLED.value, why=STOPPED, settled_at=now)
    )


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
