"""Freed seats of a test: whoever gives one up, or withdraws altogether, leaves it to whoever waits longest."""

from conversations.context import Context
from conversations.notices.sittings import SEAT, tell
from records import inviting, seats, sittings


def pass_on(context: Context, sitting_id: int) -> None:
    """A seat that came free goes to whoever waits longest, and she is told."""
    for promoted in inviting.promote(context.session, sitting_id, context.now):
        tell(context, SEAT, promoted)


def leave_all(context: Context, application_id: int) -> None:
    """She comes to no test that is still ahead."""
    for appointment in seats.of_application(context.session, application_id):
        sitting = sittings.by_id(context.session, appointment.sitting_id)
        ahead = sitting is not None and sitting.starts_at > context.now
        if ahead and seats.give_up(context.session, appointment.id):
            pass_on(context, appointment.sitting_id)
