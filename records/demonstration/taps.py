"""Taps: what an invented graduate answers at one wave, question by question."""

from records.demonstration.fates import EMPLOYER, FAMILY_WORKER, Observation
from records.demonstration.jobs import Job
from records.labour import MAIN_ACTIVITY_IS_WORK, Activity, LabourStatus
from records.questionnaire import Seeking

LONG_FROM, MOST, LONG_MOST = 6, 5, 8
YES, NO = "ya", "tidak"


def told(seen: Observation, job: Job, wave: int, *, since_known: bool) -> dict[str, str]:
    """Her answers by question; since when is asked once, and what is optional where there is room for it."""
    answers = {"q1": seen.activity.value, **_work(seen, job, since_known=since_known)}
    is_long = wave >= LONG_FROM
    most = LONG_MOST if is_long else MOST
    if seen.status in (LabourStatus.WORKING, LabourStatus.OJT):
        answers["q4"] = job.relevance
        answers |= _described(seen, job) if is_long else {}
    if seen.status is LabourStatus.WORKING and len(answers) + (2 if is_long else 1) <= most:
        answers["employer"] = job.name
    if not is_long:
        return answers
    if len(answers) + 2 <= most:
        answers["satisfaction"] = job.satisfaction
    return answers | {"needs": job.need}


def _work(seen: Observation, job: Job, *, since_known: bool) -> dict[str, str]:
    if seen.status is LabourStatus.OJT:
        return {"ojt": YES if job.paid else NO}
    if seen.status is not LabourStatus.WORKING:
        seeking = job.seeking if seen.status is LabourStatus.UNEMPLOYED else Seeking.NOT.value
        return {"q1b": NO, "q1c": NO, "q7": seeking}
    beside = {} if seen.activity in MAIN_ACTIVITY_IS_WORK else {"q1b": YES, "q2c": Activity.OWN_BUSINESS.value}
    since = {} if since_known or seen.since is None else {"q3": seen.since}
    return {**beside, **_employment(seen.employment), **since}


def _employment(code: int | None) -> dict[str, str]:
    if code is None or code == FAMILY_WORKER:
        return {}
    return {"q2b" if code <= EMPLOYER else "q2": str(code)}


def _described(seen: Observation, job: Job) -> dict[str, str]:
    unpaid = seen.status is LabourStatus.OJT and not job.paid
    income = {} if unpaid else {"q5": job.income}
    return {**income, "sector": job.sector, "place": job.place}
