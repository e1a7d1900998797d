"""What the answers mean: labour status and employment after BPS, and the columns of a monitoring record."""

from conversations.script import Answers
from records.labour import MAIN_ACTIVITY_IS_WORK, Activity, LabourStatus
from records.monitoring import Observed
from records.questionnaire import NO_ANSWER, UMK_BAND, Seeking

YES, NO = "ya", "tidak"
WORK_FOR_PAY, BUSINESS, FAMILY = Activity.EMPLOYED.value, Activity.OWN_BUSINESS.value, Activity.FAMILY_BUSINESS.value


def kind_of_work(answers: Answers) -> str | None:
    """The work that Q2 and Q3 ask about: Q1's own, or the one named in Q2c."""
    first = answers.get("q1")
    return first if first in (WORK_FOR_PAY, BUSINESS, FAMILY) else answers.get("q2c")


def not_at_work(answers: Answers) -> bool:
    """Whether the main activity is another than work; OJT has a way of its own."""
    q1 = answers.get("q1")
    return q1 is not None and q1 not in (*MAIN_ACTIVITY_IS_WORK, Activity.OJT)


def labour_status(answers: Answers) -> LabourStatus:
    """BPS: working with one hour in seven days, or temporarily absent from work; unemployed whoever looks for work,
    prepares a business, is accepted but has not begun, or thinks it impossible to find any. OJT is a status of its own.

    Before Q7 is answered, the main activity stands for it.
    """
    q1 = answers.get("q1")
    if q1 in MAIN_ACTIVITY_IS_WORK or YES in (answers.get("q1b"), answers.get("q1c")):
        return LabourStatus.WORKING
    if q1 == Activity.OJT:
        return LabourStatus.OJT
    if answers.get("q1c") != NO:
        return LabourStatus.UNDETERMINED
    seeking = answers.get("q7")
    looks = q1 == Activity.SEEKING if seeking is None else seeking != Seeking.NOT
    return LabourStatus.UNEMPLOYED if looks else LabourStatus.OUTSIDE


def works(answers: Answers) -> bool:
    return labour_status(answers) is LabourStatus.WORKING


def employment(answers: Answers) -> int | None:
    """Employment status, BPS codes 1-7."""
    match kind_of_work(answers):
        case Activity.EMPLOYED:
            code = answers.get("q2")
        case Activity.OWN_BUSINESS:
            code = answers.get("q2b")
        case Activity.FAMILY_BUSINESS:
            code = "7"
        case _:
            code = None
    return None if code is None else int(code)


def observed(answers: Answers, since_known: str | None, *, complete: bool = False) -> Observed:
    """The columns of a record; Q1 must be among the answers. `since_known`: what was told of Q3 before."""
    status = labour_status(answers)
    return Observed(
        status=status,
        activity=Activity(answers["q1"]),
        employment=employment(answers),
        since=(answers.get("q3") or since_known) if status is LabourStatus.WORKING else None,
        relevance=_number(answers, "q4"),
        umk_reached=_reaches_umk(answers.get("q5")),
        sector=answers.get("sector"),
        work_place=answers.get("place"),
        seeking=answers.get("q7"),
        satisfaction=_number(answers, "satisfaction"),
        ojt_paid=None if "ojt" not in answers else answers["ojt"] == YES,
        answers=answers.plain(),
        complete=complete,
    )


def _number(answers: Answers, key: str) -> int | None:
    value = answers.get(key)
    return None if value is None else int(value)


def _reaches_umk(band: str | None) -> bool | None:
    return None if band is None or band == NO_ANSWER else int(band) >= UMK_BAND
