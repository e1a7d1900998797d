"""Lives: where people live, how they stand by their latest answer, and what they agreed to."""

from sqlalchemy import ColumnElement, and_, or_, select, union_all

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
# What is known of whoever has an enrolment, and the last of it. This is one step in an index; to ask of every record
# whether there is a later one took three times as long.
_KNOWN = select(MonitoringRecord.status).where(
    MonitoringRecord.person_id == Enrolment.person_id, MonitoringRecord.latest, MonitoringRecord.wave > BEFORE
)
_LAST = _KNOWN.order_by(MonitoringRecord.enrolment_id.desc(), MonitoringRecord.wave.desc()).limit(1).scalar_subquery()


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
    ways: list[ColumnElement[bool]] = [_LAST.in_(sorted(asked - {NEVER}))] if asked - {NEVER} else []
    if NEVER in asked:
        graduated = Enrolment.status == EnrolmentStatus.GRADUATED.value
        ways.append(and_(graduated, ~_KNOWN.exists()))
    held = or_(*ways)
    return Aspect(
        people(select(Enrolment.person_id).where(held)),
        lambda person, _chat: select(Enrolment.id).where(held, Enrolment.person_id == person).exists(),
    )


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
