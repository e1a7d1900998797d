"""The digest goes to every officer each working morning; one that finds nothing to tell is not sent."""

from datetime import datetime, timedelta

from conversations import digest
from conversations.context import Context
from conversations.notices.digest import DIGEST
from scheduler.duty import Duty

LATEST = timedelta(hours=1)


def _order(context: Context) -> int:
    """Once a day and officer, by the delivery's key; later in the day the menu tells the same."""
    begins = digest.begins(context, context.today)
    if begins is None or not begins <= context.now < begins + LATEST:
        return 0
    day = context.today.isoformat()
    return sum(DIGEST.to_chat(context, officer.chat_id, officer.id, detail=day) for officer in digest.readers(context))


def _next(context: Context) -> datetime | None:
    """While nothing waits, or nobody would read of it, the mornings are not worth stopping at."""
    waits = bool(digest.readers(context)) and any(line.said(context) is not None for line in digest.LINES)
    return digest.next_morning(context) if waits else None


DUTY = Duty("digest", _order, _next)
