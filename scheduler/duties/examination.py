"""The day before a competency test its candidates are reminded of it."""

from datetime import datetime, timedelta

from conversations.context import Context
from conversations.notices.competency import EVE
from records import competency, trainees
from records.competency import CompetencyStatus
from scheduler.duties.first_day import LOOK_BACK_DAYS, reminded_on
from scheduler.duty import Duty

AHEAD_DAYS = 400


def perform(context: Context) -> int:
    """Orders what is due; whoever was reminded before is not reminded twice."""
    ordered = 0
    until = context.today + timedelta(days=LOOK_BACK_DAYS)
    for session in competency.between(context.session, context.today, until):
        if reminded_on(session.held_on, context.house.calendar) > context.now:
            continue
        for candidate in competency.of_examination(context.session, session.id):
            trainee = trainees.by_id(context.session, candidate.enrolment_id)
            if trainee is not None and candidate.status == CompetencyStatus.REGISTERED.value:
                ordered += EVE.to_person(context, trainee.person_id, candidate.id)
    return ordered


def next_due(context: Context) -> datetime | None:
    ahead = competency.between(context.session, context.today, context.today + timedelta(days=AHEAD_DAYS))
    moments = {reminded_on(session.held_on, context.house.calendar) for session in ahead}
    return min((moment for moment in moments if moment > context.now), default=None)


DUTY = Duty("examination_eve", perform, next_due)
