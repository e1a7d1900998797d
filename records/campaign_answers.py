"""What recipients answered to an announcement by a tap: one answer a person, and a later one takes its place."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain, upsert
from records.base import Base, Identity, Instant
from records.deliveries import Delivery, DeliveryKind
from records.people import Person

YES, NO, READ = "yes", "no", "read"
# What an audience calls those who have not answered.
SILENT = "-"


class CampaignAnswer(Base):
    """`choice` is yes or no, read, or the number of a poll's option from 1; `chat_id` the chat it was tapped in."""

    __tablename__ = "campaign_answers"
    __table_args__ = (UniqueConstraint("campaign_id", "person_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    choice: Mapped[str] = mapped_column(String(4))
    answered_at: Mapped[datetime] = mapped_column(Instant)


def give(session: Session, campaign_id: int, person_id: int, chat_id: int, choice: str, now: datetime) -> None:
    key = {"campaign_id": campaign_id, "person_id": person_id}
    upsert.upsert(session, CampaignAnswer, key, {"chat_id": chat_id, "choice": choice, "answered_at": now})


def of_person(session: Session, campaign_id: int, person_id: int) -> str | None:
    """Her choice; None where she has not answered."""
    of_hers = (CampaignAnswer.campaign_id == campaign_id, CampaignAnswer.person_id == person_id)
    return plain.scalar(session, select(CampaignAnswer.choice).where(*of_hers))


def counts(session: Session, campaign_id: int) -> dict[str, int]:
    """How many chose what."""
    chosen = (
        select(CampaignAnswer.choice, func.count())
        .where(CampaignAnswer.campaign_id == campaign_id)
        .group_by(CampaignAnswer.choice)
    )
    return {row.choice: row[1] for row in session.execute(chosen)}


def who_chose(campaign_id: int, choice: str) -> Select[int]:
    """The ids of the people who answered so; for SILENT of those who got the announcement and have not answered."""
    if choice != SILENT:
        return select(CampaignAnswer.person_id).where(
            CampaignAnswer.campaign_id == campaign_id, CampaignAnswer.choice == choice
        )
    answered = select(CampaignAnswer.id).where(
        CampaignAnswer.campaign_id == campaign_id, CampaignAnswer.person_id == Delivery.person_id
    )
    return select(Delivery.person_id).where(
        Delivery.campaign_id == campaign_id,
        Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
        Delivery.person_id.is_not(None),
        ~answered.exists(),
    )


def count_of(session: Session, campaign_id: int, choice: str) -> int:
    return session.scalar(select(func.count()).select_from(who_chose(campaign_id, choice).subquery())) or 0


def names(session: Session, campaign_id: int, choice: str, limit: int, offset: int = 0) -> list[tuple[int, str]]:
    """(person, name) of those who chose so."""
    chosen = select(Person.id, Person.name).where(Person.id.in_(who_chose(campaign_id, choice)))
    rows = session.execute(chosen.order_by(Person.id).limit(limit).offset(offset))
    return [(person_id, name) for person_id, name in rows]
