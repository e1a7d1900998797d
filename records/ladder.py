"""The ladder: from the first asking over the reminders to silence. What she asked for goes first."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.calendar import Calendar
from records.followups import LADDER_DAYS, SILENCE_DAYS, Followup, FollowupState

# Steps that waited for the calendar, or for a program that was off, do not follow upon each other at once.
LEAST_DAYS = 3
# A step so soon after the reminder that she asked for is left out.
SPARED_DAYS = 2
CLIMBING = (FollowupState.PLANNED.value, FollowupState.ASKED.value)


def step_taken(followup: Followup, step: int, calendar: Calendar, now: datetime) -> bool:
    """This step is on its way: the next gets its date, counted from the first asking; after the last comes silence.

    False where the follow-up ended or was put off meanwhile, or the step was taken before.
    """
    if followup.state not in CLIMBING or followup.step != step or followup.snoozed_until is not None:
        return False
    followup.first_asked_at = followup.first_asked_at or now
    followup.state = FollowupState.ASKED.value
    followup.step = step + 1
    followup.due_at = calendar.next_allowed(max(_counted(followup), now + timedelta(days=LEAST_DAYS)))
    return True


def reminded(followup: Followup, calendar: Calendar, now: datetime) -> int | None:
    """The reminder that she asked for is on its way, which one it is; None where it is not wanted any more.

    The steps that would have come meanwhile, or would now come too soon, are left out; silence counts from here.
    """
    if followup.state != FollowupState.ASKED.value or followup.snoozed_until is None or followup.snoozed_until > now:
        return None
    followup.first_asked_at = followup.first_asked_at or now
    followup.snoozed_until = None
    while followup.step < len(LADDER_DAYS) and _counted(followup) <= now + timedelta(days=SPARED_DAYS):
        followup.step += 1
    silence = followup.step >= len(LADDER_DAYS)
    least = now + timedelta(days=LEAST_DAYS if silence else SPARED_DAYS)
    followup.due_at = calendar.next_allowed(max(_counted(followup), least))
    return followup.snoozes


def resume(followup: Followup, calendar: Calendar, now: datetime) -> None:
    """She can be reached again, and what had not arrived goes out now: the next step is due some days from here."""
    followup.state = FollowupState.ASKED.value
    if followup.reached_at is None:
        followup.step, followup.first_asked_at = 1, now
    followup.due_at = calendar.next_allowed(max(_counted(followup), now + timedelta(days=LEAST_DAYS)))


def plan_again(followup: Followup, due_at: datetime) -> None:
    """As though nothing had been tried: the first step comes at `due_at`."""
    followup.state, followup.step, followup.first_asked_at = FollowupState.PLANNED.value, 0, None
    followup.due_at = due_at


def _counted(followup: Followup) -> datetime:
    """When the next step is due, as it is counted from the first asking."""
    if followup.first_asked_at is None:
        raise ValueError("nobody was asked yet")
    days = LADDER_DAYS[followup.step] if followup.step < len(LADDER_DAYS) else SILENCE_DAYS
    return followup.first_asked_at + timedelta(days=days)


def is_over(step: int) -> bool:
    """Whether after this many steps there is silence."""
    return step >= len(LADDER_DAYS)


def give_up(followup: Followup) -> None:
    """The end of the ladder: silent, or unreachable for good where nothing ever arrived."""
    if followup.state == FollowupState.ASKED.value:
        state = FollowupState.UNREACHABLE if followup.reached_at is None else FollowupState.SILENT
        followup.state = state.value


def pass_over(followup: Followup) -> None:
    """Its window was over before it could be asked."""
    if followup.state == FollowupState.PLANNED.value:
        followup.state = FollowupState.PASSED.value


def unreached(session: Session, followup_id: int, window: timedelta) -> None:
    """What was sent could not be delivered: for the phone list at once, not at the end of the ladder.

    `due_at` is from now on until when she is asked after all, should she come back (see returning).
    """
    followup = session.get_one(Followup, followup_id, populate_existing=True)
    if followup.state != FollowupState.ASKED.value:
        return
    followup.state = FollowupState.UNREACHABLE.value
    followup.snoozed_until = None
    covered = session.scalar(select(func.max(Followup.due_at)).where(Followup.covered_by == followup_id))
    begun = followup.first_asked_at or followup.due_at
    followup.due_at = (begun if covered is None else max(begun, covered)) + window
    session.flush()


def let_rest(earlier: Followup) -> None:
    """A later wave of the same training is asked: the earlier one is over."""
    earlier.snoozed_until = None
    give_up(earlier)
