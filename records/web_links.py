"""Web links: the signed address at which a graduate answers a follow-up without Telegram, and what came of it.

A link names an enrolment and a wave, not a row: planning anew does not send it astray. Whoever holds it may answer,
nothing else; it ends with the wave.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import covering, upsert
from records.base import Base, Instant
from records.followups import Followup
from records.vault import Vault

PURPOSE = "weblink"
# After so long a link ends even where no later wave has begun: “in the last 7 days” would speak of another time.
OPEN_DAYS = 60
# When a wave of hers begins: the first asking, or when that is due.
BEGINS = func.coalesce(Followup.first_asked_at, Followup.due_at)
_TOKEN = re.compile(r"([1-9][0-9]{0,17})-([1-9][0-9]{0,2})-([a-z2-7]{26})")


class WebLink(Base):
    """When an officer sent it and who, and when it was first opened."""

    __tablename__ = "web_links"

    followup_id: Mapped[int] = mapped_column(ForeignKey("followups.id"), primary_key=True)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    opened_at: Mapped[datetime | None] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Named:
    """What a genuine link names."""

    enrolment_id: int
    wave: int


def token(vault: Vault, followup: Followup) -> str:
    """The part of the address that nobody can guess: letters, digits and hyphens, some 30 of them."""
    named = f"{followup.enrolment_id}-{followup.wave}"
    return f"{named}-{vault.signature(PURPOSE, named)}"


def read(vault: Vault, words: str) -> Named | None:
    """What a token names; None where it is not genuine: cut off, altered, or invented."""
    found = _TOKEN.fullmatch(words)
    if found is None or not vault.signed(PURPOSE, f"{found[1]}-{found[2]}", found[3]):
        return None
    return Named(int(found[1]), int(found[2]))


def named(session: Session, what: Named) -> Followup | None:
    """The follow-up that a link is about: the one that speaks for it, where she is asked about several trainings."""
    found = session.scalar(
        select(Followup).where(Followup.enrolment_id == what.enrolment_id, Followup.wave == what.wave)
    )
    if found is None or found.covered_by is None:
        return found
    return session.get(Followup, found.covered_by)


def begins_at(followup: Followup) -> datetime:
    """The first asking, or when that is due."""
    return followup.first_asked_at or followup.due_at


def ends_at(session: Session, followup: Followup) -> datetime:
    """When its link ends: with the first asking of her next wave, or when it is too late for this one."""
    following = session.scalar(
        select(func.min(BEGINS)).where(Followup.enrolment_id == followup.enrolment_id, Followup.wave > followup.wave)
    )
    too_late = begins_at(followup) + timedelta(days=OPEN_DAYS)
    return too_late if following is None else min(too_late, following)


def opened(session: Session, followup_id: int, now: datetime) -> None:
    """Somebody looked at it: the question has arrived."""
    if not upsert.insert_new(session, WebLink, {"followup_id": followup_id}, {"opened_at": now}):
        first = update(WebLink).where(WebLink.followup_id == followup_id, WebLink.opened_at.is_(None))
        session.execute(first.values(opened_at=now))
    covering.reached(session, followup_id, now)


def sent(session: Session, followup_id: int, staff_id: int, now: datetime) -> None:
    """An officer has sent it."""
    upsert.upsert(session, WebLink, {"followup_id": followup_id}, {"sent_at": now, "sent_by": staff_id})


def by_id(session: Session, followup_id: int) -> WebLink | None:
    return session.get(WebLink, followup_id)
