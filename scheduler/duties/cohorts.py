"""Registration opens and closes by its dates; staff hear of each once, also after a time in which nobody ran."""

from conversations.context import Context
from conversations.notices.cohorts import CLOSED, OPENED, tell_officers
from records import cohorts
from records.cohorts import Cohort
from scheduler.duty import Duty


def _perform(context: Context) -> int:
    found = cohorts.to_tell(context.session, context.now)
    for cohort in found:
        _tell(context, cohort)
    context.session.flush()
    return len(found)


def _tell(context: Context, cohort: Cohort) -> None:
    """Of a registration that opened and closed meanwhile only the closing is worth a word."""
    is_over = cohort.closes_at <= context.now
    cohort.opened_told_at = cohort.opened_told_at or context.now
    if is_over:
        cohort.closed_told_at = context.now
        tell_officers(context, CLOSED, cohort, cohort.closes_at)
    else:
        tell_officers(context, OPENED, cohort, cohort.opens_at)


DUTY = Duty("cohorts", _perform, lambda context: cohorts.next_turn(context.session, context.now))
