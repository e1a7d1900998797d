"""BNSP certificates: their owners are reminded before the end, and on the day of it they expire."""

from datetime import date, datetime, time, timedelta

from conversations.context import Context
from conversations.notices.competency import BNSP
from conversations.training.bnsp_numbers import tell
from records import bnsp, road, trainees
from records.bnsp import BnspStatus
from records.steps import Kind
from scheduler.duty import Duty

AT = time(9)
BATCH = 200


def perform(context: Context) -> int:
    """Expires what is over, and reminds of what will be. Only the latest reminder that is due is sent."""
    first = bnsp.next_expiry(context.session, date.min)
    if first is None or first > _reminded_until(context):
        return 0
    done = 0
    for certificate in bnsp.expiring(context.session, context.today, BATCH):
        if certificate.expires_on is None or _instant(context, certificate.expires_on) > context.now:
            continue
        if road.move(context.session, Kind.BNSP, certificate.id, BnspStatus.EXPIRED, context.now):
            tell(context, certificate.id, BnspStatus.EXPIRED)
            done += 1
    return done + _remind(context)


def _remind(context: Context) -> int:
    days = context.house.profile.bnsp.remind_days
    ordered = 0
    for certificate in bnsp.expiring(context.session, _reminded_until(context), BATCH):
        expires_on = certificate.expires_on
        due = [n for n in days if expires_on and _instant(context, expires_on - timedelta(days=n)) <= context.now]
        enrolment_id = bnsp.enrolment_of(context.session, certificate.id)
        trainee = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
        if due and trainee is not None and expires_on is not None and expires_on > context.today:
            ordered += BNSP.to_person(context, trainee.person_id, certificate.id, detail=str(min(due)))
    return ordered


def _reminded_until(context: Context) -> date:
    """Of what ends later, nobody is reminded yet."""
    return context.today + timedelta(days=max(context.house.profile.bnsp.remind_days, default=0))


def next_due(context: Context) -> datetime | None:
    """The next reminder or end of any certificate."""
    found = (_next(context, timedelta(days=before)) for before in (0, *context.house.profile.bnsp.remind_days))
    return min((moment for moment in found if moment is not None), default=None)


def _next(context: Context, before: timedelta) -> datetime | None:
    """So long before an end. What falls on today may be over already: then it is the next end that counts."""
    expiry = bnsp.next_expiry(context.session, context.today + before - timedelta(days=1))
    if expiry is not None and _instant(context, expiry - before) <= context.now:
        expiry = bnsp.next_expiry(context.session, expiry)
    return None if expiry is None else _instant(context, expiry - before)


def _instant(context: Context, day: date) -> datetime:
    return datetime.combine(day, AT, context.house.calendar.zone)


DUTY = Duty("bnsp", perform, next_due)
