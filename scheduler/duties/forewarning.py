"""Earlier alumni hear a day before their first question that it comes."""

from datetime import datetime

from conversations.context import Context
from conversations.notices.forewarning import tell_coming
from records import forewarning
from scheduler.duty import Duty


def _next(context: Context) -> datetime | None:
    return forewarning.next_coming(context.session, context.now)


DUTY = Duty("forewarning", tell_coming, _next)
