"""The dossier: which documents an application needs, until when, and what follows once they are all there."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from conversations.applying.document_words import next_step
from conversations.checking import reasons
from conversations.context import Context
from conversations.reply import Background, Button
from locales.text import Text, _
from records import applications, classes, documents, dossiers, people, receiving, road, steps
from records.applications import Application, ApplicationStatus
from records.documents import Document, DocumentKind, DocumentState
from records.steps import Kind

QUIET = timedelta(hours=12)
TAKE_UP = Background("documents")


def wanted(context: Context, application: Application) -> tuple[DocumentKind, ...]:
    """By the source of funds of its class."""
    rules = context.house.profile.documents
    if not rules.by_funding:
        return rules.wanted
    offer = classes.by_id(context.session, application.class_id)
    return rules.wanted if offer is None else rules.wanted_for(offer.funding)


def open_for(context: Context, application_id: int) -> Text | None:
    """Opens the dossier of an application that was just filed, where its class wants documents: which, until when.

    Of one that was filed before, for a class that was cancelled, what is there still counts: None where that is all.
    """
    application = applications.by_id(context.session, application_id)
    kinds = () if application is None else wanted(context, application)
    if application is None or not kinds:
        return None
    end = _due_at(context, application)
    # Whoever was told a moment ago needs no reminder of a date that is as near.
    near = [
        days
        for days in context.house.profile.documents.remind_days_before
        if end - timedelta(days=days) <= context.now + QUIET
    ]
    reminded = min(near, default=None)
    if not dossiers.open_for(context.session, application.id, end, context.now, reminded):
        if settle(context, application_id, ()):
            return None
        dossiers.reopen(context.session, application.id, end, reminded)
    return next_step(kinds, _day_before(context, end))


def due_at(context: Context, application: Application) -> datetime:
    """Until when its documents are wanted."""
    found = dossiers.of(context.session, application.id)
    return _due_at(context, application) if found is None else found.due_at


def _due_at(context: Context, application: Application) -> datetime:
    """Midnight after so many days, but no later than so many days after registration has closed; never past."""
    rules = context.house.profile.documents
    end = application.submitted_at + timedelta(days=rules.days_after_filing)
    brief = classes.brief(context.session, application.class_id)
    if brief is not None:
        end = min(end, brief.closes_at + timedelta(days=rules.days_after_close))
    zone = context.house.calendar.zone
    day = max(end, context.now).astimezone(zone).date()
    return datetime.combine(day + timedelta(days=1), time(), zone)


def last_day(context: Context, application: Application) -> date:
    """The day that ends then, as people say it."""
    return _day_before(context, due_at(context, application))


def _day_before(context: Context, end: datetime) -> date:
    return (end - timedelta(seconds=1)).astimezone(context.house.calendar.zone).date()


def mine(context: Context, application_id: int | None) -> Application | None:
    """An application of somebody this chat speaks for; a forged number is none."""
    application = None if application_id is None else applications.by_id(context.session, application_id)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return None
    return application


def awaiting(context: Context) -> list[Application]:
    """The applications of this chat whose documents may still be sent or replaced, the latest first."""
    return [
        application
        for person in people.of_chat(context.session, context.chat_id)
        for application in applications.of_person(context.session, person.id)
        if application.status in dossiers.AWAITING and wanted(context, application)
    ]


def lacking(context: Context, application: Application) -> tuple[DocumentKind, ...]:
    return documents.lacking(context.session, application.id, wanted(context, application))


def send_button(context: Context, application: Application) -> Button | None:
    """To the documents of an application, as long as they may be sent or replaced; named by its number."""
    if application.status not in dossiers.AWAITING or not wanted(context, application):
        return None
    if lacking(context, application):
        label = _("📎 Send documents ({number})", number=application.number)
    else:
        label = _("📎 My documents ({number})", number=application.number)
    return Button(label, f"m:documents:{application.id}")


def settle(context: Context, application_id: int, came: Iterable[DocumentKind]) -> bool:
    """Where what is wanted is there or flagged, the application goes on to be checked: True where all of it is there.

    One that was sent back for its documents goes on once these have come; `came` are the kinds that have just now.
    """
    session = context.session
    application = applications.by_id(session, application_id)
    if application is None or documents.asked_again(session, application_id):
        return False
    all_wanted = wanted(context, application)
    needed = all_wanted
    if application.status == ApplicationStatus.CORRECTION.value:
        needed = to_correct(context, application_id)
        if not set(needed).intersection(came):
            return False
    if not documents.is_complete(session, application_id, needed):
        return False
    if not road.move(session, Kind.APPLICATION, application_id, ApplicationStatus.VERIFYING, context.now):
        return False
    session.refresh(application)
    if not documents.is_complete(session, application_id, all_wanted):
        return False
    dossiers.open_for(session, application_id, context.now, context.now)
    dossiers.complete(session, application_id, context.now)
    return True


def to_correct(context: Context, application_id: int) -> tuple[DocumentKind, ...]:
    """The documents for which an application was sent back; none where it was for something else."""
    step = steps.latest(context.session, Kind.APPLICATION, application_id)
    return () if step is None else reasons.documents_of(step.reason or "")


def flag(
    context: Context, application_id: int, kind: DocumentKind, state: DocumentState, talk_id: int | None = None
) -> None:
    receiving.flag(context.session, application_id, kind, state, context.now, talk_id)


def is_at_counter(context: Context, application_id: int) -> None:
    """Whoever is registered there shows what has not come yet there: none is awaited here."""
    application = applications.by_id(context.session, application_id)
    if application is None:
        return
    kinds = lacking(context, application)
    for kind in kinds:
        flag(context, application_id, kind, DocumentState.COUNTER)
    settle(context, application_id, kinds)


def completed_by(context: Context, document: Document) -> bool:
    """Whether this was the file with which everything was there."""
    found = dossiers.of(context.session, document.application_id)
    if found is None or found.completed_at is None or found.completed_at != document.settled_at:
        return False
    stored = documents.of_application(context.session, document.application_id)
    return document.id == max(d.id for d in stored if d.has_file and d.settled_at == found.completed_at)
