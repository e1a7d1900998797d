"""Announcements that repeat: each occurrence goes out at its time, once, or is told as missed."""

from datetime import datetime

from conversations.announcing.repeating import repeating
from conversations.context import Context
from records import series
from scheduler.duty import Duty


def _perform(context: Context) -> int:
    return sum(repeating.catch_up(context, one) for one in series.active(context.session))


def _next(context: Context) -> datetime | None:
    found = (repeating.upcoming(context, one, context.now) for one in series.active(context.session))
    return min((some[0].at for some in found if some), default=None)


DUTY = Duty("announcing", _perform, _next)
