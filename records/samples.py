"""Samples: a few of those who will get an announcement, spread over all of them, for whoever looks at it before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.audiences import Audience, recipients

MOST = 5


def size(session: Session, audience: Audience) -> int:
    """How many samples there are: one for each recipient where they are few."""
    return min(MOST, recipients.count(session, audience).with_chat)


def person(session: Session, audience: Audience, n: int) -> int | None:
    """The person of the n-th sample, from 0; None where that is a chat which speaks for nobody."""
    everybody = recipients.count(session, audience).with_chat
    who, chat = recipients.of(audience).order_by(None).subquery().c
    at = n * everybody // max(1, min(MOST, everybody))
    return session.scalar(select(who).where(chat.is_not(None)).order_by(who, chat).limit(1).offset(at))
