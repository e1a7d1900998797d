"""Seats of tests that nobody will use (she withdrew, her papers are checked anew) go to whoever waits for one."""

from conversations.context import Context
from conversations.notices.sittings import SEAT, tell
from conversations.sessions.appointment import invitation
from records import inviting, rolls, seats
from scheduler.duty import Duty


def free(context: Context) -> int:
    """How many seats, and places on a waiting list, came free."""
    strays = rolls.strays(context.session, context.now)
    for appointment_id in strays:
        one = invitation(context, appointment_id)
        seats.give_up(context.session, appointment_id)
        if one is not None:
            for promoted in inviting.promote(context.session, one.sitting.id, context.now):
                tell(context, SEAT, promoted)
    return len(strays)


DUTY = Duty("seats", free, lambda _context: None)
