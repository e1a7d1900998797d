"""The walk of the forecast: follow-ups climb ahead of time, by the very rules of `ladder`, on copies of their rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from records import ladder
from records.calendar import Calendar
from records.followups import LEFT_ALONE, PATIENCE, FollowupState
from records.forecast_rows import Climber, Fate, Talk
from records.rescheduling import Keeps


class Kind(StrEnum):
    """What goes out: a wave's first question, a reminder of the ladder, one that she asked for, or what waits already:
    notices, announcements, and follow-ups behind another talk.
    """

    ASKING = "asking"
    REMINDER = "reminder"
    PROMISED = "promised"
    FOLLOWUP = "followup"
    NOTICE = "notice"
    ANNOUNCEMENT = "announcement"
    ANSWER = "answer"
    QUESTION = "question"
    RECALL = "recall"
    CORRECTION = "correction"


class Held(StrEnum):
    """Why somebody whose turn it is gets nothing; `talk`: she gets it later, behind another conversation."""

    NO_CHAT = "no_chat"
    BLOCKED = "blocked"
    STOPPED = "stopped"
    DECEASED = "deceased"
    MISDIRECTED = "misdirected"
    COVERED = "covered"
    PASSED = "passed"
    TALK = "talk"


@dataclass(frozen=True)
class Rules:
    """By which it is foretold: `window` is how long after its day a wave may be asked, `keeps` which hours a delivery
    keeps.
    """

    calendar: Calendar
    window: timedelta
    keeps: Keeps


# When, what, of which wave (None where it is no follow-up), at which step.
Key = tuple[datetime, Kind, int | None, int]


@dataclass
class Walk:
    """Climbs the ladder ahead of time."""

    rules: Rules
    now: datetime
    ends: datetime
    talks: dict[int, Talk]
    messages: Counter[Key] = field(default_factory=Counter)
    held: Counter[Held] = field(default_factory=Counter)
    urgent: Calendar = field(init=False)

    def __post_init__(self) -> None:
        self.urgent = self.rules.calendar.urgent

    def climb(self, people: Sequence[Climber]) -> None:
        """Rows that touch each other (one person's, or one chat's), event by event as the sweep would take them."""
        while (event := min(map(self._event, filter(_goes_on, people)), default=None)) is not None:
            at, _order, _due, row_id = event
            if at >= self.ends:
                return
            self._take(next(one for one in people if one.row.id == row_id), people, at)

    def _event(self, one: Climber) -> tuple[datetime, int, datetime, int]:
        row = one.row
        if row.snoozed_until is not None:
            return self.urgent.next_allowed(max(row.snoozed_until, self.now)), 0, row.due_at, row.id
        return self.rules.calendar.next_allowed(max(row.due_at, self.now)), 1, row.due_at, row.id

    def _take(self, one: Climber, people: Sequence[Climber], at: datetime) -> None:
        row, step, promised = one.row, one.row.step, one.row.snoozed_until is not None
        why = None if ladder.is_over(step) and not promised else self._why_not(one, people, at)
        if why is not None or (ladder.is_over(step) and not promised):
            row.state = FollowupState.CANCELLED.value
            self.held.update({} if why is None else {why: one.count})
        elif promised:
            ladder.reminded(row, self.rules.calendar, at)
            self._send(one, Kind.PROMISED, max(0, step - 1), at)
        else:
            ladder.step_taken(row, step, self.rules.calendar, at)
            self._send(one, Kind.REMINDER if step else Kind.ASKING, step, at)

    def _why_not(self, one: Climber, people: Sequence[Climber], at: datetime) -> Held | None:
        row = one.row
        if one.fate in (Fate.DECEASED, Fate.STOPPED):
            return Held(one.fate.value)
        if row.step == 0:
            if row.due_at + self.rules.window <= at:
                return Held.PASSED
            for other in people:
                if other is one or other.row.person_id != row.person_id or other.row.state != FollowupState.ASKED.value:
                    continue
                if other.row.enrolment_id != row.enrolment_id:
                    return Held.COVERED
                ladder.let_rest(other.row)
        return None if one.fate is Fate.REACHED else Held(one.fate.value)

    def _send(self, one: Climber, kind: Kind, step: int, at: datetime) -> None:
        """Now, or as soon as nobody fills in another form in this chat."""
        talk = None if one.chat_id is None else self.talks.get(one.chat_id)
        sent = at
        while talk is not None and talk.person_id != one.row.person_id and sent - talk.touched_at < LEFT_ALONE:
            sent = self.rules.calendar.next_allowed(sent + PATIENCE)
        if sent != at:
            self.held[Held.TALK] += one.count
        if one.chat_id is not None and (talk is None or talk.person_id != one.row.person_id):
            self.talks[one.chat_id] = Talk(one.row.person_id, sent)
        if sent < self.ends:
            self.messages[sent, kind, one.row.wave, step] += one.count


def _goes_on(one: Climber) -> bool:
    return one.row.state in (FollowupState.PLANNED.value, FollowupState.ASKED.value)
