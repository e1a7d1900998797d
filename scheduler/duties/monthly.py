"""On the first working day of each month the report on the graduates is ordered; it is made and sent after that."""

from datetime import datetime

from conversations import monthly
from conversations.context import Context
from records import reports
from scheduler.duty import Duty


def _order(context: Context) -> int:
    """Once a month, also late: for those who were officers on its morning."""
    month = context.today.replace(day=1)
    morning = monthly.morning(context, month)
    if morning is None or context.now < morning or reports.of_month(context.session, month) is not None:
        return 0
    if not monthly.readers(context, morning):
        return 0
    about = reports.subject(context.session, context.house.profile)
    if about is None:
        return 0
    reports.order(context.session, about.code, context.today, context.now, month=month)
    return 1


def _next(context: Context) -> datetime | None:
    """Where nobody wants it the mornings are not worth stopping at."""
    return monthly.next_morning(context) if monthly.readers(context) else None


DUTY = Duty("monthly_report", _order, _next)
