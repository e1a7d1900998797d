"""Lives: where people live, how they stand by their latest answer, and what they agreed to."""

from sqlalchemy import ColumnElement, and_, or_, select, union_all
from sqlalchemy.orm import aliased

from records.audiences import chats
from records.audiences.aspect import Aspect, Column, Named, among, people
from records.audiences.audience import Group, Trait
from records.consents import Consent, Purpose
from records.enrolments import Enrolment, EnrolmentStatus
from records.indicators import UNKNOWN
from records.monitoring import BEFORE, MonitoringRecord
from records.people import Person

# A graduate who has told nothing since her training.
NEVER = "never"
_LATER = aliased(MonitoringRecord)


def dwelling(group: Group) -> Aspect | None:
    """Her kecamatan, or UNKNOWN for whoever lives outside the city."""
    asked = group.of(Trait.KECAMATAN)
    if not asked:
        return None
    outside = [Person.kecamatan.is_(None)] if UNKNOWN in asked else []
    held = or_(Person.kecamatan.in_(sorted(asked - {UNKNOWN})), *outside)
    return Aspect(
        people(select(Person.id).where(held)),
        lambda person, _chat: select(Person.id).where(held, Person.id == person).exists(),
    )


def standing(group: Group) -> Aspect | None:
    """How she stands by the latest wave of her latest training of which anything is known, before the training apart;
    or, NEVER, that she graduated and nothing is.
    """
    asked = group.of(Trait.ALUMNI)
    if not asked:
        return None
    ways = [(MonitoringRecord.person_id, _last(sorted(asked - {NEVER})))] if asked - {NEVER} else []
    if NEVER in asked:
        ways.append((Enrolment.person_id, _silent()))
    found = [select(person).where(held) for person, held in ways]
    return Aspect(
        people(found[0] if len(found) == 1 else select(union_all(*found).subquery().c[0])),
        lambda person, _chat: or_(*(select(column).where(held, column == person).exists() for column, held in ways)),
    )


def _last(statuses: list[str]) -> ColumnElement[bool]:
    """What must hold of a record: no other that counts is of a later training or wave. That it is not of before is said
    so that SQLite does not look for it by its wave, which would find all of them.
    """
    told = MonitoringRecord
    later = or_(
        _LATER.enrolment_id > told.enrolment_id,
        and_(_LATER.enrolment_id == told.enrolment_id, _LATER.wave > told.wave),
    )
    outdone = select(_LATER.id).where(_LATER.person_id == told.person_id, _LATER.latest, _LATER.wave > BEFORE, later)
    return and_(told.status.in_(statuses), told.latest, told.wave != BEFORE, ~outdone.exists())


def _silent() -> ColumnElement[bool]:
    """What must hold of an enrolment."""
    told = select(_LATER.id).where(_LATER.person_id == Enrolment.person_id, _LATER.latest, _LATER.wave > BEFORE)
    return and_(Enrolment.status == EnrolmentStatus.GRADUATED.value, ~told.exists())


def agreeing(group: Group) -> Aspect | None:
    """To what she agreed, and has not taken back. Of openings mere chats may hear too."""
    asked = group.of(Trait.CONSENT)
    if not asked:
        return None
    held = and_(Consent.purpose.in_(sorted(asked)), Consent.withdrawn_at.is_(None))
    agreed = people(select(Consent.person_id).where(held))

    def hers(person: Column, _chat: Column) -> ColumnElement[bool]:
        return select(Consent.id).where(held, Consent.person_id == person).exists()

    if Purpose.VACANCIES not in asked:
        return Aspect(agreed, hers)
    alerted: Named = chats.alerted()
    both = union_all(agreed, alerted).subquery()
    return Aspect(
        select(both.c[0].label("person_id"), both.c[1].label("chat_id")),
        lambda person, chat: or_(hers(person, chat), among(alerted, person, chat)),
    )
