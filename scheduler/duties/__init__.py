"""The duties by name. To add one: copy one, and name it here."""

from scheduler.duties import (
    bnsp,
    calls,
    cohorts,
    corrections,
    digest,
    documents,
    examination,
    first_day,
    forewarning,
    monthly,
    openings,
    reregistration,
    scraps,
    seats,
    showcase,
    unfinished,
    wishes,
)
from scheduler.duty import Duty

DUTIES: tuple[Duty, ...] = (
    seats.DUTY,
    documents.REMINDERS,
    documents.RETENTION,
    scraps.DUTY,
    unfinished.DUTY,
    wishes.DUTY,
    reregistration.DUTY,
    first_day.DUTY,
    forewarning.DUTY,
    examination.DUTY,
    bnsp.DUTY,
    corrections.DUTY,
    digest.DUTY,
    monthly.DUTY,
    cohorts.DUTY,
    openings.ENDINGS,
    openings.ALERTS,
    showcase.DUTY,
    calls.DUTY,
)
