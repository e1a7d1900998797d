"""Corrections that are due soon are called to mind once; what is not corrected in time waits in the queue by itself."""

from datetime import datetime, timedelta

from conversations.context import Context
from conversations.notices import checking
from records import applications, corrections
from scheduler.duty import Duty

BATCH = 200


def _ahead(context: Context) -> timedelta:
    return timedelta(hours=context.house.profile.checking.correction_reminder_hours)


def _remind(context: Context) -> int:
    due = corrections.unreminded(context.session, context.now + _ahead(context), BATCH)
    for correction in due:
        application = applications.by_id(context.session, correction.application_id)
        if application is not None and correction.due_at > context.now:
            key = f"{correction.due_at:%Y%m%d%H%M}"
            checking.REMINDER.to_person(context, application.person_id, application.id, key=key)
        corrections.reminded(context.session, correction.application_id, context.now)
    return len(due)


def _next(context: Context) -> datetime | None:
    ahead = _ahead(context)
    following = corrections.next_due(context.session, context.now + ahead)
    return None if following is None else following - ahead


DUTY = Duty("corrections", _remind, _next)
