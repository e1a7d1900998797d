"""The sweep: which follow-ups are due is a question to the database, asked at each tick. It orders messages; it
sends none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.context import House
from conversations.notices.forewarning import FOREWARNED, tell
from records import covering, deliveries, due_steps, followups, forewarning, ladder, people, returning
from records.deliveries import Delivery, DeliveryKind, Order
from records.due_steps import Due
from records.followups import Followup, FollowupState
from records.planning import NOTICE_AHEAD
from records.session import Session
from scheduler.duty import nobody

BATCH = 200


def sweep(session: Session, house: House, now: datetime) -> int:
    """Takes every step whose time has come, within the sending hours, and asks whoever can be reached again; how many
    rows were looked at. What somebody asked to be reminded of comes in the longer hours.
    """
    looked_at = 0
    if house.calendar.urgent.allows(now):
        promised = due_steps.promised(session, now, BATCH)
        _Round.begin(session, house, now, promised).remind(promised)
        looked_at += len(promised)
    if not house.calendar.allows(now):
        return looked_at
    returned = returning.returned(session, now, BATCH)
    _Round.begin(session, house, now, returned).ask_after_all(returned)
    due = due_steps.due(session, now, BATCH)
    _Round.begin(session, house, now, due).climb(due)
    return looked_at + len(returned) + len(due)


def _word(person_id: int) -> str:
    return FOREWARNED.key_of(person_id)


@dataclass
class _Round:
    """A batch with all that must be known of its people, read by a few statements."""

    session: Session
    house: House
    now: datetime
    rows: dict[int, Followup]
    chats: dict[int, int]
    # Whom nobody asks: she said so, or has died.
    never: set[int]
    asking: dict[int, Followup]
    # Trainings known from a list of earlier alumni, and the words ordered before their first question.
    imported: set[int]
    words: Mapping[str, Delivery]
    orders: list[Order] = field(default_factory=list)

    @classmethod
    def begin(cls, session: Session, house: House, now: datetime, steps: Sequence[Due]) -> "_Round":
        person_ids = sorted({step.person_id for step in steps})
        never = due_steps.stopped(session, person_ids) | people.dead(session, person_ids)
        rows = due_steps.load(session, [step.id for step in steps])
        chats, asking = people.chats_of(session, person_ids), due_steps.asking(session, person_ids)
        imported = forewarning.imported(session, {step.enrolment_id for step in steps})
        keys = [_word(step.person_id) for step in steps if step.enrolment_id in imported]
        return cls(session, house, now, rows, chats, never, asking, imported, forewarning.told(session, keys))

    def climb(self, steps: Sequence[Due]) -> None:
        for step in steps:
            self._climb(self.rows[step.id], step)
        self._order()

    def _climb(self, row: Followup, step: Due) -> None:
        if ladder.is_over(step.step):
            ladder.give_up(row)
        elif row.person_id in self.never:
            followups.stop_person(self.session, row.person_id)
        elif step.step == 0 and self._is_too_late(row):
            ladder.pass_over(row)
        elif step.step == 0 and self._is_spoken_for(row):
            covering.cover(self.session, row.id, self.asking[row.person_id].id)
        elif step.step == 0 and (until := self._waits_for_a_word(row)) is not None:
            row.due_at = until
        elif ladder.step_taken(row, step.step, self.house.calendar, self.now):
            self.asking[row.person_id] = row
            self._send(row, followups.step_key(row.enrolment_id, row.wave, step.step))
            self._take_back(row)

    def _is_too_late(self, row: Followup) -> bool:
        return row.due_at + self._window <= self.now

    @property
    def _window(self) -> timedelta:
        return self.house.profile.followup.open_for

    def _waits_for_a_word(self, row: Followup) -> datetime | None:
        """Until when, where somebody from a list has not been told yet that she will be asked."""
        if row.enrolment_id not in self.imported or row.person_id not in self.chats:
            return None
        word = self.words.get(_word(row.person_id))
        if word is not None:
            return forewarning.waits_until(word, self.house.calendar, self.now)
        tell(nobody(self.session, self.house, self.now), [row.person_id])
        return self.house.calendar.next_allowed(self.now + NOTICE_AHEAD)

    def _is_spoken_for(self, row: Followup) -> bool:
        """Whether she is being asked about another training; an earlier wave of the same one is over with this."""
        other = self.asking.get(row.person_id)
        if other is None or other.id == row.id or other.state != FollowupState.ASKED.value:
            return False
        if other.enrolment_id != row.enrolment_id:
            return True
        ladder.let_rest(other)
        return False

    def remind(self, steps: Sequence[Due]) -> None:
        for step in steps:
            row = self.rows[step.id]
            if row.person_id in self.never:
                followups.stop_person(self.session, row.person_id)
            elif (snooze := ladder.reminded(row, self.house.calendar, self.now)) is not None:
                key = followups.step_key(row.enrolment_id, row.wave, step.step - 1)
                deliveries.cancel(self.session, key, "overtaken by a reminder", self.now)
                self._send(row, followups.later_key(row.enrolment_id, row.wave, snooze), followups.LATER)
        self._order()

    def ask_after_all(self, steps: Sequence[Due]) -> None:
        """They have come back before it was over; one follow-up at a time."""
        for step in steps:
            row, chat_id = self.rows[step.id], self.chats.get(step.person_id)
            if row.person_id in self.never or chat_id is None:
                followups.end(self.session, row.id, FollowupState.STOPPED)
            elif self._is_spoken_for(row):
                covering.cover(self.session, row.id, self.asking[row.person_id].id)
            elif (until := self._waits_for_a_word(row)) is not None:
                ladder.plan_again(row, until)
            elif returning.begin_again(self.session, row, chat_id, self.house.calendar, self.now):
                self.asking[row.person_id] = row
        self.session.flush()

    def _send(self, row: Followup, key: str, detail: str | None = None) -> None:
        chat_id = self.chats.get(row.person_id)
        order = Order(key, DeliveryKind.FOLLOWUP, row.person_id, chat_id, row.id, self.now, detail=detail)
        self.orders.append(order)

    def _take_back(self, row: Followup) -> None:
        """A reminder that she asked for and that still waits behind a form is overtaken by the next step."""
        if row.snoozes:
            key = followups.later_key(row.enrolment_id, row.wave, row.snoozes)
            deliveries.cancel(self.session, key, "overtaken by a later step", self.now)

    def _order(self) -> None:
        """What was blocked before comes anew; what nobody can get is for the phone list at once."""
        self.session.flush()
        before = deliveries.known(self.session, [order.key for order in self.orders])
        for order in self.orders:
            if order.key in before and order.chat_id is not None:
                deliveries.send_after_all(self.session, order.key, order.chat_id, self.now)
            if order.chat_id is None:
                ladder.unreached(self.session, order.about, self._window)
        deliveries.order_new(self.session, [each for each in self.orders if each.key not in before], self.now)
