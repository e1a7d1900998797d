"""What falls due with documents: reminders before the end, deletion when they have been checked for long enough."""

from datetime import datetime, timedelta

from conversations.context import Context
from conversations.notices.documents import REMINDER
from records import applications, audit, dossiers, receiving, retention
from records.dossiers import Dossier
from scheduler.duty import Duty

BATCH = 200
# Nobody said what the file is: its id is forgotten.
OFFER_LASTS = timedelta(days=1)
# Long before anything could be due.
EVER = timedelta(days=36_500)


def remind(context: Context) -> int:
    """At each of the profile's distances from the end, and (0) when it has passed."""
    first = dossiers.first_end(context.session, 0, context.now - EVER)
    if first is None or first > context.now + timedelta(days=max(_distances(context))):
        return 0
    done = 0
    for days in _distances(context):
        start = context.now if days else context.now - EVER
        end = context.now + timedelta(days=days)
        for found in dossiers.to_remind(context.session, days, start, end, BATCH):
            done += _remind(context, found, days)
    return done


def _remind(context: Context, found: Dossier, days: int) -> int:
    """One is ordered even where two distances fell due together: the nearer one is what is told."""
    application = applications.by_id(context.session, found.application_id)
    dossiers.remind(context.session, found.application_id, days)
    if application is not None:
        REMINDER.to_person(context, application.person_id, application.id, key=str(days))
    return 1


def _distances(context: Context) -> tuple[int, ...]:
    """The nearest first."""
    return (0, *sorted(context.house.profile.documents.remind_days_before))


def next_reminder(context: Context) -> datetime | None:
    found = []
    for days in _distances(context):
        ahead = timedelta(days=days)
        end = dossiers.first_end(context.session, days, context.now + ahead)
        if end is not None:
            found.append(end - ahead)
    return min(found) if found else None


def forget(context: Context) -> int:
    """Deletes documents that were checked so many days ago, and what was offered and never named."""
    dropped = retention.offered_before(context.session, context.now - OFFER_LASTS, BATCH)
    for document_id in dropped:
        receiving.drop(context.session, document_id, context.now)
    kept = timedelta(days=context.house.profile.documents.documents_days_after)
    old = retention.checked_before(context.session, context.now - kept, BATCH)
    for document in old:
        receiving.delete(context.session, document.id, context.now)
        audit.note(
            context.session,
            at=context.now,
            actor="system",
            action="document.deleted",
            matter=f"application:{document.application_id}:{document.kind}",
        )
    return len(dropped) + len(old)


def next_forgetting(context: Context) -> datetime | None:
    kept = timedelta(days=context.house.profile.documents.documents_days_after)
    checked = retention.next_checked(context.session, context.now - kept)
    return None if checked is None else checked + kept


REMINDERS = Duty("documents-reminders", remind, next_reminder)
RETENTION = Duty("documents-retention", forget, next_forgetting)
