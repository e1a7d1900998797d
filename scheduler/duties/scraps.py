"""Scraps that nobody sent on are thrown away after a day."""

from datetime import datetime

from conversations.context import Context
from records import scraps
from scheduler.duty import Duty


def _sweep(context: Context) -> int:
    return scraps.sweep(context.session, context.now)


def _next(context: Context) -> datetime | None:
    """The time of the oldest; what is due already is taken at the next tick."""
    oldest = scraps.oldest(context.session)
    return None if oldest is None or oldest + scraps.KEPT <= context.now else oldest + scraps.KEPT


DUTY = Duty("scraps", _sweep, _next)
