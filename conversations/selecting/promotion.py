"""Promotion: what follows where a seat becomes free or a deadline passes. The next reserve is called, in order, until
the class is full or the time for it is over; nobody decides anything here.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.context import Context
from conversations.notice import Addressee
from conversations.notices import selection as notices
from conversations.selecting import deadlines
from records import audit, classes, reregistrations, reserves, road, vacancies
from records.applications import ApplicationStatus
from records.reserves import Reserve
from records.steps import Kind

BATCH = 200
BY_ITSELF = "system"
# A deadline is not kept by the second: a tap that is on its way, or waits while the line to Telegram hangs, is in time.
GRACE = timedelta(minutes=2)
# While the program runs and hears people, a deadline is noticed well within this.
NOTICED_WITHIN = timedelta(minutes=10)
TIME_AFTER_DOWNTIME = timedelta(hours=2)


def lapse(context: Context) -> int:
    """Whoever stayed silent until her deadline has withdrawn; her seat goes to the next. How many that was.

    A deadline that is noticed late passed while nobody listened (the program was down, or Telegram out of reach):
    whoever wanted to confirm could not. She gets time, once, and is told.
    """
    if not reregistrations.overdue(context.session, context.now - GRACE, 1):
        return 0
    unheard = reregistrations.overdue(context.session, context.now - NOTICED_WITHIN, BATCH)
    for application_id, person_id, _class_id in unheard:
        _give_time(context, application_id, person_id)
    return len(unheard) + _lapse(context)


def _give_time(context: Context, application_id: int, person_id: int) -> None:
    until = context.house.calendar.urgent.next_allowed(context.now) + TIME_AFTER_DOWNTIME
    reregistrations.postpone(context.session, application_id, until)
    trail(context, "reregistration.prolonged", application_id)
    notices.PROLONGED.to_person(context, person_id, application_id, key=str(int(until.timestamp())))


def _lapse(context: Context) -> int:
    silent = reregistrations.overdue(context.session, context.now - GRACE, BATCH)
    for application_id, person_id, _class_id in silent:
        withdrawn = ApplicationStatus.WITHDRAWN
        if road.move(context.session, Kind.APPLICATION, application_id, withdrawn, context.now, reason="silent"):
            trail(context, "reregistration.lapsed", application_id)
            notices.LAPSED.to_person(context, person_id, application_id)
    for class_id in sorted({class_id for _application, _person, class_id in silent}):
        fill(context, class_id)
    return len(silent)


def fill(context: Context, class_id: int) -> int:
    """Calls the next reserves of a class for the seats that are free; how many. After the cut-off only those are called
    to whom a refusal was taken back, until the last call.
    """
    a_class = classes.by_id(context.session, class_id)
    if a_class is None or not takes_people(context, class_id):
        return 0
    free = vacancies.free(context.session, [class_id])[class_id]
    if not free:
        return 0
    confirm_by = deadlines.of_reserve(context, a_class.starts_on)
    waiting = reserves.waiting(context.session, class_id)
    if deadlines.cutoff(context, a_class.starts_on) <= context.now:
        waiting = [each for each in waiting if each.by_objection]
    return sum(_call(context, reserve, confirm_by) for reserve in waiting[:free])


def takes_people(context: Context, class_id: int) -> bool:
    """Whether anybody can still be offered a seat of a class: it takes place, and has not (all but) begun."""
    a_class = classes.by_id(context.session, class_id)
    if a_class is None or a_class.cancelled_at is not None:
        return False
    return deadlines.last_call(context, a_class.starts_on) > context.now


def can_wait(context: Context, application_id: int) -> bool:
    """Whether somebody can be in reserve after all: she stands on a list, of a class that still takes people."""
    line = reserves.line_of(context.session, application_id)
    return line is not None and takes_people(context, line.class_id)


def _call(context: Context, reserve: Reserve, confirm_by: datetime) -> bool:
    if not reregistrations.offer(context.session, reserve, confirm_by, context.now):
        return False
    trail(context, "reregistration.offered", reserve.application_id)
    notices.OFFER.to_person(context, reserve.person_id, reserve.application_id)
    remind(context, [Addressee(reserve.person_id, reserve.application_id)], confirm_by)
    return True


def remind(context: Context, asked: Sequence[Addressee], confirm_by: datetime) -> None:
    """Orders the reminder before a deadline, unless that is so near that the offer itself is reminder enough."""
    at = confirm_by - context.house.profile.selection.reminder
    if at > context.now:
        notices.REMINDER.to_people(context, asked, not_before=at)


def go_on(context: Context) -> int:
    """Whatever the calling of reserves has come to; how many were called, or told that it is over."""
    if not reserves.classes_with_reserves(context.session):
        return 0
    return fill_all(context) + close(context)


def fill_all(context: Context) -> int:
    """Seats that became free otherwise: somebody left the training, or a class was made bigger."""
    return sum(fill(context, class_id) for class_id, _starts_on in reserves.classes_with_reserves(context.session))


def close(context: Context) -> int:
    """After the cut-off whoever still waits, for no other class either, is told that it is over; to whom a refusal was
    taken back, after the last call.
    """
    closing = {
        class_id
        for class_id, starts_on in reserves.classes_with_reserves(context.session)
        if deadlines.cutoff(context, starts_on) <= context.now
    }
    told = 0
    for reserve in [each for class_id in sorted(closing) for each in reserves.waiting(context.session, class_id)]:
        if reserve.by_objection and takes_people(context, reserve.class_id):
            continue
        standings = reserves.standings(context.session, reserve.application_id)
        if any(standing.class_id not in closing for standing in standings):
            continue
        ended = ApplicationStatus.NOT_SELECTED
        if road.move(context.session, Kind.APPLICATION, reserve.application_id, ended, context.now, reason="seats"):
            trail(context, "reserve.closed", reserve.application_id)
            notices.CLOSED.to_person(context, reserve.person_id, reserve.application_id, key=context.today.isoformat())
            told += 1
    return told


def next_due(context: Context) -> datetime | None:
    """The next deadline, cut-off or last call."""
    deadline = reregistrations.next_deadline(context.session, context.now - GRACE)
    instants = [None if deadline is None else deadline + GRACE]
    for _class_id, starts_on in reserves.classes_with_reserves(context.session):
        instants += [deadlines.cutoff(context, starts_on), deadlines.last_call(context, starts_on)]
    return min((at for at in instants if at is not None and at > context.now), default=None)


def trail(context: Context, action: str, application_id: int, actor: str = BY_ITSELF) -> None:
    """Every step goes to the audit trail, also where nobody took it."""
    audit.note(context.session, at=context.now, actor=actor, action=action, matter=f"application:{application_id}")


def person(context: Context, person_id: int) -> str:
    """The actor of what somebody does herself."""
    return context.house.vault.pseudonym("person", person_id)
