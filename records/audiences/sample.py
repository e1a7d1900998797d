"""A sample of an audience: a few names, by which an officer sees whether it is whom she means."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.audiences import recipients
from records.audiences.audience import Audience
from records.people import Person


def names(session: Session, audience: Audience, most: int) -> list[str]:
    """Of those who have been known longest."""
    person, _chat = recipients.of(audience).order_by(None).subquery().c
    chosen = select(Person.name).where(Person.id.in_(select(person))).order_by(Person.id).limit(most)
    return list(session.scalars(chosen))
