"""Re-registration: deadlines that pass in silence, reserves who are called, and the end of the calling."""

from conversations.context import Context
from conversations.selecting import promotion
from scheduler.duty import Duty


def perform(context: Context) -> int:
    return promotion.lapse(context) + promotion.go_on(context)


DUTY = Duty("reregistration", perform, promotion.next_due, listens=True)
