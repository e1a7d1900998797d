"""Reopening: where the closing of registration is put off, whoever was just filling in a form goes on where she was."""

from datetime import datetime

from conversations.context import Context
from records import classes, cohorts, expired_talks

REGISTRATION = "registration"


def let_go_on(context: Context, cohort_id: int, closed_at: datetime) -> int:
    """The registrations that ended because their cohort had closed wait for their people again; how many."""
    cohort = cohorts.by_id(context.session, cohort_id)
    if cohort is None or not cohort.opens_at <= context.now < cohort.closes_at:
        return 0
    of_cohort = [a_class.id for a_class, _name in classes.of_cohort(context.session, cohort_id)]
    return expired_talks.revive(context.session, REGISTRATION, of_cohort, closed_at, context.now)
