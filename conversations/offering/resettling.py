"""Resettling: where each of the people of a cancelled class goes, and what she is told."""

from conversations.context import Context
from conversations.notices.cancelling import ENDED, MOVED, WAITING
from conversations.officer import note
from conversations.sessions import freed
from records import cancelling, people, reserves, wishes
from records.cancelling import Affected
from records.classes import TrainingClass
from records.reserves import Waits
from records.staff import Officer

WISH, END = "wish", "end"


def resettle(
    context: Context,
    officer: Officer,
    left: TrainingClass,
    people_of_it: list[Affected],
    waiting: list[Waits],
    target: str,
) -> None:
    """Moves everybody of a class that was just cancelled to the class `target`, to the wish list or out; those in
    `waiting` are in reserve for another class as well.
    """
    to_id = None if target in (WISH, END) else int(target)
    misfits = {} if to_id is None else cancelling.misfits(context.session, people_of_it, to_id)
    for one in people_of_it:
        if to_id is None or _is_refused_there(context, one, to_id):
            _end(context, officer, one, target if target == WISH else END, left)
        else:
            _move(context, officer, one, to_id, left, fits=one not in misfits)
    for each in waiting:
        _go_on_waiting(context, officer, each, left)


def _is_refused_there(context: Context, one: Affected, to_id: int) -> bool:
    """Whether she is in reserve here, and the other class's own list has refused her."""
    if one.application_id is None or one.holds_a_seat or not one.is_placed:
        return False
    return reserves.is_refused_by(context.session, one.application_id, to_id)


def _go_on_waiting(context: Context, officer: Officer, each: Waits, left: TrainingClass) -> None:
    """Somebody in reserve for another class as well is told that she still is."""
    cancelling.wait_elsewhere(context.session, each)
    note(context, officer, "application.waits", f"application:{each.application_id}:class:{each.elsewhere}")
    detail, key = str(each.elsewhere), str(each.person_id)
    WAITING.to_person(context, each.person_id, left.id, detail=detail, key=key)


def _move(context: Context, officer: Officer, one: Affected, to_id: int, left: TrainingClass, *, fits: bool) -> None:
    """One person moves and is told; whoever does not fit there and is not placed yet is checked once more."""
    session, now = context.session, context.now
    if not cancelling.transfer(session, one, left.id, to_id, now, officer.id):
        return
    note(context, officer, "application.moved", f"{_matter(one)}:class:{to_id}")
    if not fits and one.application_id is not None and cancelling.recheck(session, one, now, officer.id):
        freed.leave_all(context, one.application_id)
        note(context, officer, "application.rechecked", _matter(one))
    told = MOVED if one.holds_a_seat or not one.is_placed else WAITING
    told.to_person(context, one.person_id, left.id, detail=str(to_id), key=str(one.person_id))


def _end(context: Context, officer: Officer, one: Affected, target: str, left: TrainingClass) -> None:
    """One person's way ends, or goes on in the wish list; she is told, and comes to no test that is still ahead."""
    session, now = context.session, context.now
    if not cancelling.end(session, one, now, officer.id):
        return
    if one.application_id is not None:
        freed.leave_all(context, one.application_id)
    chat_id = people.chat_of(session, one.person_id)
    if target == WISH and chat_id is not None:
        wishes.wish(session, chat_id, left.programme_id, now, one.person_id)
    ENDED.to_person(context, one.person_id, left.id, detail=target, key=str(one.person_id))
    note(context, officer, "application.ended", _matter(one))


def _matter(one: Affected) -> str:
    return f"application:{one.application_id}" if one.application_id else f"enrolment:{one.enrolment_id}"
