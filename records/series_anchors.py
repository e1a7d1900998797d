"""Anchors: the days of classes that announcements precede, each with the part of an audience that it concerns."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.applications import Application, ApplicationStatus
from records.audiences import Audience, Group, Trait, ties
from records.classes import TrainingClass
from records.competency import Examination
from records.meetings import Meeting
from records.reregistrations import Reregistration
from records.series import Anchor
from records.sittings import Sitting, SittingState

# Whom it concerns where an audience does not say: without a status it would mean those in training.
STATUSES = {
    Anchor.SESSION: ApplicationStatus.TEST_SCHEDULED.value,
    Anchor.REREGISTRATION: ApplicationStatus.REREGISTERING.value,
}


@dataclass(frozen=True, slots=True)
class Anchored:
    """A day of something, whom it concerns (a trait with one value, save people by their ids), and what tells it from
    others.
    """

    key: str
    day: date
    trait: Trait
    value: int
    but: frozenset[int] = frozenset()


def between(session: Session, anchor: Anchor, first: date, last: date, zone: ZoneInfo) -> list[Anchored]:
    """Those that fall on these days, both included; what was cancelled is none."""
    match anchor:
        case Anchor.CLASS_START | Anchor.CLASS_END:
            return _of_classes(session, anchor, first, last)
        case Anchor.SESSION:
            return _of_sessions(session, first, last, zone)
        case Anchor.EXAMINATION:
            return _of_examinations(session, first, last)
        case Anchor.REREGISTRATION:
            return _of_deadlines(session, first, last, zone)


def _of_classes(session: Session, anchor: Anchor, first: date, last: date) -> list[Anchored]:
    day = TrainingClass.starts_on if anchor is Anchor.CLASS_START else TrainingClass.ends_on
    chosen = select(TrainingClass.id, day).where(day.between(first, last), TrainingClass.cancelled_at.is_(None))
    return [
        Anchored(f"class:{class_id}:{on}", on, Trait.CLASS, class_id)
        for class_id, on in session.execute(chosen.order_by(TrainingClass.id))
    ]


def _of_sessions(session: Session, first: date, last: date, zone: ZoneInfo) -> list[Anchored]:
    since, until = _instants(first, last, zone)
    chosen = select(Sitting.id, Sitting.starts_at).where(
        Sitting.starts_at >= since, Sitting.starts_at < until, Sitting.state == SittingState.OPEN.value
    )
    found = [(sitting_id, at.astimezone(zone).date()) for sitting_id, at in session.execute(chosen)]
    return [Anchored(f"session:{one}:{on}", on, Trait.SITTING, one) for one, on in sorted(found)]


def _of_examinations(session: Session, first: date, last: date) -> list[Anchored]:
    chosen = select(Examination.class_id, Examination.held_on).where(Examination.held_on.between(first, last))
    days = sorted({(class_id, on) for class_id, on in session.execute(chosen)})
    return [Anchored(f"exam:{class_id}:{on}", on, Trait.CLASS, class_id) for class_id, on in days]


def _of_deadlines(session: Session, first: date, last: date, zone: ZoneInfo) -> list[Anchored]:
    """The day until which most of a class were to confirm, those counted too who have. Reserves who are called later
    have days of their own, and are not told of another.
    """
    since, until = _instants(first, last, zone)
    asked = select(Application.class_id, Application.person_id, Reregistration.confirm_by).join(
        Reregistration, Reregistration.application_id == Application.id
    )
    near = asked.where(Reregistration.confirm_by >= since, Reregistration.confirm_by < until).subquery()
    days: defaultdict[int, dict[int, date]] = defaultdict(dict)
    whole = asked.where(Application.class_id.in_(select(near.c.class_id)))
    for class_id, person_id, by in session.execute(whole.order_by(Application.class_id, Reregistration.confirm_by)):
        days[class_id][person_id] = by.astimezone(zone).date()
    found = [_deadline(class_id, hers) for class_id, hers in days.items()]
    return [one for one in found if first <= one.day <= last]


def _deadline(class_id: int, days: Mapping[int, date]) -> Anchored:
    """By person, the earliest first: that decides where two are as many."""
    ((on, _count),) = Counter(days.values()).most_common(1)
    others = frozenset(person_id for person_id, day in days.items() if day != on)
    return Anchored(f"rereg:{class_id}:{on}", on, Trait.CLASS, class_id, others)


def _instants(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """These days from their beginning to their end."""
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


def with_lessons(session: Session, day: date) -> frozenset[int]:
    """The ids of the classes that have a lesson on a day."""
    chosen = select(Meeting.class_id).where(Meeting.held_on == day, Meeting.cancelled.is_(False))
    return frozenset(session.scalars(chosen))


def by_class(session: Session, audience: Audience) -> Audience:
    """The same, its groups with the classes in which they can have anybody: those of other cohorts concern nobody."""
    groups = (_by_class(session, group) for group in audience.groups)
    return replace(audience, groups=tuple(group for group in groups if group is not None))


def _by_class(session: Session, group: Group) -> Group | None:
    held = ties.classes(group)
    if not held:
        return group
    found = frozenset(map(str, session.scalars(select(TrainingClass.id).where(*held))))
    return Group({**group.traits, Trait.CLASS: found}) if found else None


def narrowed(audience: Audience, trait: Trait, *values: int, status: str | None = None) -> Audience:
    """Those of an audience who have one of these values of a trait too; nobody where no group may have one. `status`
    is meant where a group names none.
    """
    wanted = frozenset(map(str, values))
    groups = (_narrowed(group, trait, wanted, status) for group in audience.groups)
    return replace(audience, groups=tuple(group for group in groups if group is not None))


def _narrowed(group: Group, trait: Trait, wanted: frozenset[str], status: str | None) -> Group | None:
    left = group.of(trait) & wanted if group.of(trait) else wanted
    if group.is_empty or not left:
        return None
    meant = {Trait.STATUS: frozenset({status})} if status is not None else {}
    return Group({**meant, **group.traits, trait: left})
