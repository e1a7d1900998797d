"""Chats that asked for something: a wish for a trade, alerts of job openings. Whoever is behind one may be no person of
ours yet; where the chat speaks for people, one of them is written to, so that no chat reads it twice.
"""

from sqlalchemy import Select, case, func, or_, select, union_all
from sqlalchemy.orm import aliased

from records.audiences.aspect import NOBODY, Aspect, Named, among
from records.audiences.audience import Group, Trait
from records.campaign_answers import who_chose
from records.job_alerts import JobAlert
from records.people import Link, Person
from records.wishes import Wish

DEAD = select(Person.id).where(Person.deceased_on.is_not(None))


def waiting(group: Group) -> Aspect | None:
    """Who waits for a trade, and has not been told of a class of it."""
    asked = [int(value) for value in group.of(Trait.WISH)]
    if not asked:
        return None
    wished = _one_a_chat(
        select(Wish.chat_id, Wish.person_id).where(Wish.programme_id.in_(asked), Wish.told_at.is_(None))
    )
    return Aspect(wished, lambda person, chat: among(wished, person, chat))


def replying(group: Group) -> Aspect | None:
    """Who answered so to an earlier announcement, or got it and has not answered."""
    asked = [value.partition(".") for value in sorted(group.of(Trait.REPLY))]
    if not asked:
        return None
    chosen = union_all(*(who_chose(int(campaign), choice) for campaign, _dot, choice in asked)).subquery()
    person, chat = chosen.c[0], chosen.c[1]
    mere = _one_a_chat(select(chat, NOBODY).where(person.is_(None)))
    both = union_all(select(person, NOBODY).where(person.is_not(None)), mere).subquery()
    replied: Named = select(both.c[0].label("person_id"), both.c[1].label("chat_id"))
    return Aspect(replied, lambda person, chat: among(replied, person, chat))


def alerted() -> Named:
    """Who hears of job openings."""
    return _one_a_chat(select(JobAlert.chat_id, JobAlert.person_id).where(JobAlert.stopped_at.is_(None)))


def _one_a_chat(asked: Select[int, int | None]) -> Named:
    """Of a chat the person who is named there; else the latest for whom it speaks; or the chat itself, where it speaks
    for nobody. What names somebody whom another chat speaks for by now is nobody's here, and the dead are passed over.
    """
    by = asked.subquery()
    chat, named = by.c[0], by.c[1]
    alive = case((Link.person_id.not_in(DEAD), Link.person_id))
    own = aliased(Link)
    hers = select(own.person_id).where(own.person_id == named, own.chat_id == chat).exists()
    spoken_for, living = func.count(Link.person_id), func.max(alive)
    meant = func.max(case((Link.person_id == named, alive)))
    return (
        select(
            func.coalesce(meant, living).label("person_id"),
            case((spoken_for == 0, chat)).label("chat_id"),
        )
        .select_from(by)
        .outerjoin(Link, Link.chat_id == chat)
        .where(or_(named.is_(None), hers))
        .group_by(chat)
        .having(or_(spoken_for == 0, living.is_not(None)))
    )
