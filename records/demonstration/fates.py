"""Fates: what an invented graduate does after the training, and what she would tell at each wave."""

from dataclasses import dataclass
from random import Random

from records.demonstration.trades import Trade
from records.labour import Activity, LabourStatus
from records.people import Sex

BEFORE = 0
# The codes of Q3, each with the last month it stands for.
MONTHS = ((1, "0-1"), (3, "2-3"), (6, "4-6"), (12, "7-12"))
# How soon those who find work find it: months after the end of training.
FIRST_MONTHS = (1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10)
# BPS employment status.
OWN_ACCOUNT, OWN_WITH_CASUAL, EMPLOYER, EMPLOYEE, CASUAL, FAMILY_WORKER = 1, 2, 3, 4, 6, 7


@dataclass(frozen=True, slots=True)
class Observation:
    """What is told at one wave. `employment` is the BPS code, `since` the code of Q3."""

    status: LabourStatus
    activity: Activity
    employment: int | None
    since: str | None


@dataclass(frozen=True, slots=True)
class Fate:
    """`first_month`: since when there is work (BEFORE: before the training; None: not within the year)."""

    first_month: int | None
    lost_month: int | None
    work: Activity
    employment: int
    idle: Activity
    trainee_until: int

    def at(self, wave: int) -> Observation:
        if self.first_month is not None and self.first_month <= wave and not self._has_lost(wave):
            return Observation(LabourStatus.WORKING, self.work, self.employment, since(self.first_month))
        if wave <= self.trainee_until:
            return Observation(LabourStatus.OJT, Activity.OJT, None, None)
        status = LabourStatus.UNEMPLOYED if self.idle is Activity.SEEKING else LabourStatus.OUTSIDE
        return Observation(status, self.idle, None, None)

    def _has_lost(self, wave: int) -> bool:
        return self.lost_month is not None and wave >= self.lost_month


def draw(trade: Trade, sex: Sex, dice: Random) -> Fate:
    """A fate as the trade's shares have it."""
    works, before = dice.random() < trade.works, dice.random() < 0.07
    work, employment = _work(trade, sex, dice)
    return Fate(
        first_month=(BEFORE if before else dice.choice(FIRST_MONTHS)) if works else None,
        lost_month=dice.choice((3, 6, 12)) if dice.random() < 0.06 else None,
        work=work,
        employment=employment,
        idle=_idle(sex, dice),
        trainee_until=3 if dice.random() < 0.12 else 0,
    )


def _work(trade: Trade, sex: Sex, dice: Random) -> tuple[Activity, int]:
    """The main activity while working, and the employment status."""
    if dice.random() < trade.own:
        employment = dice.choice((OWN_ACCOUNT, OWN_ACCOUNT, OWN_ACCOUNT, OWN_WITH_CASUAL, EMPLOYER))
        # Who sews or bakes beside the household names the household first, and works all the same.
        beside = sex is Sex.FEMALE and employment == OWN_ACCOUNT and dice.random() < 0.2
        return (Activity.HOUSEKEEPING if beside else Activity.OWN_BUSINESS), employment
    if dice.random() < 0.08:
        return Activity.FAMILY_BUSINESS, FAMILY_WORKER
    return Activity.EMPLOYED, dice.choice((EMPLOYEE, EMPLOYEE, EMPLOYEE, CASUAL))


def _idle(sex: Sex, dice: Random) -> Activity:
    if dice.random() < 0.65:
        return Activity.SEEKING
    return Activity.HOUSEKEEPING if sex is Sex.FEMALE else dice.choice((Activity.SCHOOL, Activity.OTHER))


def since(month: int) -> str:
    """The code of Q3 for a first job so many months after the training."""
    return "sebelum" if month == BEFORE else next(code for last, code in MONTHS if month <= last)
