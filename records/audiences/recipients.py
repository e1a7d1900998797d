"""Recipients: the people an audience names now, each with the chat that speaks for her, and chats that asked for
something without being anybody's of ours.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, and_, false, func, or_, select, union
from sqlalchemy.orm import Session

from records.audiences import chats, lives, seats, ties
from records.audiences.aspect import NOBODY, Aspect, Column, Named
from records.audiences.audience import Audience, Group
from records.people import Link, Person


@dataclass(frozen=True, slots=True)
class Size:
    """How many would be written to, and how many of them have a chat."""

    people: int
    with_chat: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody by name; a mere chat has none."""

    person_id: int | None
    name: str | None


# What a group may say, those first that narrow it down the most.
ASPECTS = (chats.replying, seats.seated, chats.waiting, ties.of, lives.agreeing, lives.dwelling, lives.standing)


def of(audience: Audience) -> Named:
    """(person, chat) of everybody in it, once each. The chat is None for a person who has none; the person is None for
    a chat that speaks for nobody. The dead are not written to.
    """
    named = _named(audience)
    chat = func.coalesce(named.c.chat_id, Link.chat_id).label("chat_id")
    return (
        select(named.c.person_id, chat)
        .outerjoin(Link, Link.person_id == named.c.person_id)
        .order_by(named.c.person_id, chat)
    )


def read(session: Session, audience: Audience) -> list[tuple[int | None, int | None]]:
    return [(person_id, chat_id) for person_id, chat_id in session.execute(of(audience))]


def count(session: Session, audience: Audience) -> Size:
    """Counted where they lie: nobody is loaded."""
    everybody = of(audience).order_by(None).subquery()
    return Size(*session.execute(select(func.count(), func.count(everybody.c.chat_id)).select_from(everybody)).one())


def sample(session: Session, audience: Audience, size: int, turn: int = 0) -> list[Recipient]:
    """A few from all over it, others with each turn; after so many turns that everybody was shown, again."""
    named = of(audience).order_by(None).subquery()
    place = func.row_number().over(order_by=(named.c.person_id, named.c.chat_id)) - 1
    turns = (func.count().over() + size - 1) // size
    lined_up = select(named.c.person_id, place.label("place"), turns.label("turns")).subquery()
    return _by_name(session, lined_up, lined_up.c.place % lined_up.c.turns == turn % lined_up.c.turns)


def page(session: Session, audience: Audience, size: int, offset: int) -> list[Recipient]:
    """So many of its people in order, mere chats left out."""
    named = of(audience).order_by(None).subquery()
    some = select(named.c.person_id, named.c.person_id.label("place")).where(named.c.person_id.is_not(None))
    return _by_name(session, some.order_by(named.c.person_id).limit(size).offset(offset).subquery())


def includes(session: Session, audience: Audience, person_id: int) -> bool:
    """Whether she is one of them."""
    named = _named(audience)
    return session.scalar(select(named.c.person_id).where(named.c.person_id == person_id).limit(1)) is not None


def _by_name(session: Session, some: Subquery, *held: ColumnElement[bool]) -> list[Recipient]:
    chosen = select(some.c.person_id, Person.name).outerjoin(Person, Person.id == some.c.person_id).where(*held)
    return [Recipient(*row) for row in session.execute(chosen.order_by(some.c.place))]


def _named(audience: Audience) -> Subquery:
    """Person and mere chat of whoever is in a group, and neither left out nor dead."""
    everybody = union(_nobody(), *(_in(group) for group in audience.groups if not group.is_empty)).subquery()
    person, chat = everybody.c.person_id, everybody.c.chat_id
    singly = person.in_(sorted(audience.without_people))
    kept = (
        select(person, chat)
        .where(or_(person.is_(None), person.not_in(chats.DEAD)))
        .where(*(~_holds(group, person, chat) for group in audience.without if not group.is_empty))
    )
    return (kept.where(or_(person.is_(None), ~singly)) if audience.without_people else kept).subquery()


def _nobody() -> Named:
    return select(NOBODY.label("person_id"), NOBODY.label("chat_id")).where(false())


def _aspects(group: Group) -> list[Aspect]:
    return [aspect for make in ASPECTS if (aspect := make(group)) is not None]


def _in(group: Group) -> Named:
    """Found by the first thing that is said of them, and looked at for the others."""
    first, *others = _aspects(group)
    found = first.named.subquery()
    person, chat = found.c.person_id, found.c.chat_id
    return select(person, chat).where(*(other.holds(person, chat) for other in others))


def _holds(group: Group, person: Column, chat: Column) -> ColumnElement[bool]:
    return and_(*(aspect.holds(person, chat) for aspect in _aspects(group)))
