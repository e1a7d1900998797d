"""The digest: what waits for an officer this morning, in one message instead of one an application or a question.

To add a line: name it in LINES, with the permission that whoever reads it must have.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Reply, column
from locales.text import Text, _, lines
from records import (
    absences,
    claims,
    help_requests,
    objections,
    permissions,
    phone_list,
    questions,
    relinks,
    selections,
    staff,
    submissions,
    undecided,
)
from records.job_openings import JobOpening
from records.permissions import Permission
from records.showcases import Showcase
from records.staff import Officer

# What nobody has decided by then is history.
REMEMBERED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Line:
    """`said` is None where nothing of its kind waits."""

    permission: Permission
    said: Callable[[Context], Text | None]


def _applications(context: Context) -> Text | None:
    waiting = claims.waiting(context.session, context.now)
    if not waiting:
        return None
    days = context.house.profile.checking.overdue_days
    late = claims.waiting(context.session, context.now, before=context.now - timedelta(days=days))
    if not late:
        return _("Applications: {count} waiting", count=waiting)
    return _("Applications: {count} waiting ({late} for more than {days} days)", count=waiting, late=late, days=days)


def _questions(context: Context) -> Text | None:
    waiting = questions.count_waiting(context.session)
    return _("Questions: {count}", count=waiting) if waiting else None


def _relinks(context: Context) -> Text | None:
    waiting = relinks.count_waiting(context.session)
    return _("Data requests: {count}", count=waiting) if waiting else None


def _objections(context: Context) -> Text | None:
    waiting = objections.count(context.session)
    if not waiting:
        return None
    hours = context.house.profile.checking.objection_hours
    late = objections.count(context.session, before=context.now - timedelta(hours=hours))
    if not late:
        return _("Objections: {count}", count=waiting)
    return _("Objections: {count} ({late} overdue)", count=waiting, late=late)


def _selections(context: Context) -> Text | None:
    officer = staff.by_chat(context.session, context.chat_id)
    waiting = 0 if officer is None else selections.count_to_review(context.session, officer.id)
    return _("Selections that wait for you as the second officer: {count}", count=waiting) if waiting else None


def _proposed(context: Context) -> Text | None:
    officer = staff.by_chat(context.session, context.chat_id)
    waiting = 0 if officer is None else undecided.proposed(context.session, officer.id)
    return _("Announcements that wait for you as the second officer: {count}", count=waiting) if waiting else None


def _unknown(context: Context) -> Text | None:
    waiting = undecided.unknown(context.session, context.now - REMEMBERED)
    return _("Announcements of which somebody may not have got them: {count}", count=waiting) if waiting else None


def _help(context: Context) -> Text | None:
    waiting = help_requests.count_waiting(context.session)
    return _("Requests for help of alumni: {count}", count=waiting) if waiting else None


def _leave(context: Context) -> Text | None:
    waiting = len(absences.waiting(context.session))
    return _("Requests for leave: {count}", count=waiting) if waiting else None


def _calls(context: Context) -> Text | None:
    waiting = phone_list.count(context.session, context.now, context.house.profile.calling)
    return _("Alumni to call: {count}", count=waiting) if waiting else None


def _openings(context: Context) -> Text | None:
    waiting = submissions.count_waiting(context.session, JobOpening)
    return _("Job openings to look at: {count}", count=waiting) if waiting else None


def _showcases(context: Context) -> Text | None:
    waiting = submissions.count_waiting(context.session, Showcase)
    return _("Entries of the showcase to look at: {count}", count=waiting) if waiting else None


LINES = (
    Line(Permission.REVIEW, _applications),
    Line(Permission.ANSWER, _questions),
    Line(Permission.PEOPLE, _relinks),
    Line(Permission.REVIEW, _objections),
    Line(Permission.SELECT, _selections),
    Line(Permission.ANNOUNCE, _proposed),
    Line(Permission.ANNOUNCE, _unknown),
    Line(Permission.TRAINING, _leave),
    Line(Permission.FOLLOW, _help),
    Line(Permission.FOLLOW, _calls),
    Line(Permission.FOLLOW, _openings),
    Line(Permission.FOLLOW, _showcases),
)


def compose(context: Context) -> Reply | None:
    """What the officer of this chat reads; None where nothing waits that she may do."""
    officer = staff.by_chat(context.session, context.chat_id)
    granted = frozenset[Permission]() if officer is None else permissions.of_officer(context.session, officer)
    found = [said for line in LINES if line.permission in granted and (said := line.said(context)) is not None]
    if not found:
        return None
    text = lines(_("☀️ <b>Good morning.</b> This waits today:"), *(_("• {line}", line=said) for said in found))
    return Reply(text, rows=column(STAFF_MENU))


def readers(context: Context) -> list[Officer]:
    """Officers who may do any of it."""
    officers = staff.active(context.session)
    if not officers:
        return []
    roles = permissions.roles_with(context.session, {line.permission for line in LINES})
    return [officer for officer in officers if officer.role in roles]


def begins(context: Context, day: date) -> datetime | None:
    """When the office reads it on a day; None where it does not work then."""
    if day.isoweekday() not in context.house.profile.checking.working_days:
        return None
    hours = context.house.calendar.hours_of(day)
    return datetime.combine(day, hours[0].begin, context.house.calendar.zone) if hours else None


def next_morning(context: Context) -> datetime | None:
    """The first time strictly after now, looked for over two months: the longest closure is shorter."""
    days = (context.today + timedelta(days=ahead) for ahead in range(60))
    return next((at for day in days if (at := begins(context, day)) is not None and at > context.now), None)
