"""What must have come: the messages of the follow-up, reckoned from the calendar and from what each graduate did."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from tests.monitored.almanac import ZONE, next_allowed
from tests.monitored.cast import WAVES
from tests.monitored.member import Member

HOURS = {None: time(9), "pagi": time(9), "siang": time(13), "sore": time(15, 30)}
REMINDERS = (("reminder", 3), ("last", 7))
APART, SPARED = timedelta(days=3), timedelta(days=2)
OUTSIDE = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Expected:
    at: datetime
    kind: str
    wave: int


def first_of(member: Member, wave: int) -> datetime:
    """When a wave is asked first."""
    day = member.alumna.ended_on + relativedelta(months=wave)
    return next_allowed(datetime.combine(day, HOURS[member.alumna.hours], ZONE))


def expected(member: Member, until: datetime) -> list[Expected]:
    """Every message of every wave, up to an instant."""
    found: list[Expected] = []
    if member.phone is None:
        return found
    for wave in WAVES:
        due = first_of(member, wave)
        over = _over(member)
        if due > until or (over is not None and due >= over):
            break
        found += _of_wave(member, wave, due, until)
    return found


def _over(member: Member) -> datetime | None:
    """From when on nothing comes any more at all: she said stop, is not she, has died, or has blocked for good."""
    acts = [member.did[act] for act in ("stops", "turns away", "dies") if act in member.did]
    if member.alumna.fate == "blocks" and "blocks" in member.did:
        acts.append(member.did["blocks"])
    return min((at for _wave, at in acts), default=None)


def _of_wave(member: Member, wave: int, due: datetime, until: datetime) -> list[Expected]:
    began = _heard_first(member, wave, due)
    found = [Expected(began, "first", wave)]
    put_off = _put_off(member, wave)
    if put_off is not None:
        return [*found, Expected(put_off, "asked for", wave)]
    latest = began
    ends = _ends(member, wave)
    for kind, days in REMINDERS:
        due = next_allowed(max(began + timedelta(days=days), latest + APART))
        back = _back(member, wave)
        if back is not None and due < back[1]:
            due = back[1] if due >= back[0] else due
        if (ends is not None and ends <= due) or due > until:
            break
        found.append(Expected(due, kind, wave))
        latest = due
    return found


def _heard_first(member: Member, wave: int, due: datetime) -> datetime:
    """A wave that found her without a telephone is asked once she has one again."""
    moved = member.did.get("moves")
    if moved is not None and moved[0] == wave:
        return next_allowed(moved[1])
    return due


def _put_off(member: Member, wave: int) -> datetime | None:
    """The reminder she asked for: the day after she did, at the hour that suits her."""
    if wave not in member.put_off_at:
        return None
    day = member.put_off_at[wave].astimezone(ZONE).date() + timedelta(days=1)
    return next_allowed(datetime.combine(day, HOURS[member.alumna.hours], ZONE))


def _back(member: Member, wave: int) -> tuple[datetime, datetime] | None:
    """From when until when she had blocked the bot in this wave."""
    away = member.did.get("blocks")
    back = member.did.get("returns")
    if member.alumna.fate != "returns" or away is None or back is None or away[0] != wave:
        return None
    return away[1], next_allowed(back[1])


def _ends(member: Member, wave: int) -> datetime | None:
    """When this wave is over for her: answered, or nothing comes at all any more."""
    moments = [moment for moment in (member.answered_at.get(wave), _over(member)) if moment is not None]
    return min(moments, default=None)
