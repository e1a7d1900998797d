"""Job openings end by themselves, their senders are asked before and told after, and forgotten in the end; whoever
asked to hear of new ones hears, in the sending hours, at most once a day.
"""

from datetime import date, datetime, time, timedelta

from conversations.context import Context
from conversations.notices.job_alerts import NEWS
from conversations.notices.openings import ENDING, OVER
from records import job_alerts, job_endings
from records.job_openings import Ending
from scheduler.duty import Duty

BATCH = 200


def _end(context: Context) -> int:
    first = job_endings.first_end(context.session)
    if first is None or first > _reminded_until(context):
        return _forgotten(context)
    return _ended(context) + _ending(context) + _forgotten(context)


def _reminded_until(context: Context) -> date:
    """Of what ends later, nobody is asked yet."""
    return context.today + timedelta(days=context.house.profile.openings.remind_days)


def _ended(context: Context) -> int:
    over = job_endings.ended(context.session, context.today, BATCH)
    for one in over:
        job_endings.close(context.session, one.id, Ending.EXPIRED, context.now)
        if one.chat_id is not None:
            OVER.to_chat(context, one.chat_id, one.id, detail=f"{one.revision}.{one.expires_on}")
    return len(over)


def _ending(context: Context) -> int:
    near = job_endings.ending(context.session, _reminded_until(context), BATCH)
    for one in near:
        if one.chat_id is not None and one.expires_on is not None:
            ENDING.to_chat(context, one.chat_id, one.id, detail=f"{one.revision}.{one.expires_on}")
            job_endings.reminded(context.session, one.id, one.expires_on)
    return len(near)


def _forgotten(context: Context) -> int:
    before = context.now - timedelta(days=context.house.profile.openings.forget_days)
    return job_endings.forget_senders(context.session, before, BATCH)


def _next_end(context: Context) -> datetime | None:
    rules, session = context.house.profile.openings, context.session
    ends, unreminded = job_endings.first_end(session), job_endings.first_unreminded(session)
    forgetting = job_endings.next_forgetting(session)
    instants = [
        None if ends is None else _begin(context, ends + timedelta(days=1)),
        None if unreminded is None else _begin(context, unreminded - timedelta(days=rules.remind_days)),
        None if forgetting is None else forgetting + timedelta(days=rules.forget_days, seconds=1),
    ]
    return min((at for at in instants if at is not None and at > context.now), default=None)


def _begin(context: Context, day: date) -> datetime:
    return datetime.combine(day, time(), context.house.calendar.zone)


def _tell(context: Context) -> int:
    """Outside of the sending hours nothing is ordered: what is over by the morning is not told."""
    if not context.house.calendar.allows(context.now):
        return 0
    due = job_alerts.due(context.session, context.today, BATCH)
    for alert in due:
        if job_alerts.tell(context.session, alert.id, context.today):
            NEWS.to_chat(context, alert.chat_id, alert.id, detail=context.today.isoformat())
    return len(due)


def _next_telling(context: Context) -> datetime | None:
    calendar, session, today = context.house.calendar, context.session, context.today
    instants = []
    if job_alerts.due(session, today, 1):
        instants.append(calendar.next_allowed(context.now))
    if job_alerts.due(session, today, 1, told_today=True):
        instants.append(calendar.next_allowed(_begin(context, today + timedelta(days=1))))
    return min((at for at in instants if at > context.now), default=None)


ENDINGS = Duty("openings", _end, _next_end)
ALERTS = Duty("job_alerts", _tell, _next_telling)
