"""Whatever happens to graduates in whatever order: nobody is asked twice, nor when she must not be; and every wave that
is due has reached her or has one reason why not.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from conversations.context import House
from records import chats, classes, covering, dispatch, followups, ladder, never_contacted, people, planning
from records.almanac import Almanac
from records.chats import Chat
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.never_contacted import Reason
from records.people import Link
from records.planning import Rules
from records.profile import load
from records.vault import Vault
from scheduler.sweep import sweep
from tests.examples import few
from tests.records.memory import in_memory
from tests.records.town import Town

JAKARTA = ZoneInfo("Asia/Jakarta")
PROFILE = load()
CALENDAR = PROFILE.calendar.calendar(JAKARTA)
RULES = Rules(PROFILE.followup.waves, CALENDAR, PROFILE.followup.open_for)
BEGIN = datetime(2026, 5, 1, 9, tzinfo=JAKARTA)
ENDS = (date(2026, 4, 30), date(2026, 4, 2), date(2026, 4, 20))
# Person and class of each training; the first woman has two. The last one has no chat to begin with.
TRAININGS = ((0, 0), (0, 1), (1, 0), (2, 2), (3, 1))


@dataclass
class History:
    """A small town with what was sent to whom, by key."""

    session: Session
    house: House
    now: datetime = BEGIN
    sent: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    never: dict[int, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        town = Town(self.session, self.house.vault)
        self.classes = [town.a_class().id for _ in ENDS]
        self.people = [town.person(chat_id=None if n == 3 else 100 + n).id for n in range(4)]
        for n in range(4):
            chats.load(self.session, 100 + n, self.now)
        for who, where in TRAININGS:
            a_class = self.session.get_one(classes.TrainingClass, self.classes[where])
            town.graduate(a_class, people.by_id(self.session, self.people[who]), ENDS[where])
        for class_id in self.classes:
            planning.replan_class(self.session, class_id, RULES, self.now)

    def act(self, name: str, number: int) -> None:
        who = number % 4
        person_id, chat = self.people[who], self.session.get_one(Chat, 100 + who, populate_existing=True)
        match name:
            case "blocks":
                chat.unreachable_since = self.now
            case "unblocks":
                chat.unreachable_since = None
            case "links":
                people.link(self.session, person_id, 100 + who, self.now)
            case "unlinks":
                self.session.execute(delete(Link).where(Link.person_id == person_id))
            case "dies":
                people.by_id(self.session, person_id).deceased_on = self.now.date()
                self.never.setdefault(person_id, self.now)
            case "waves":
                own = (None, "1,2,3", "1,6,12")[number % 3]
                classes.ask_in(self.session, self.classes[who % 3], own)
                planning.replan_class(self.session, self.classes[who % 3], RULES, self.now)
            case _:
                self._tells(name, person_id)
        self.session.flush()

    def _tells(self, name: str, person_id: int) -> None:
        """What she does with the question she was asked last."""
        asked = self.session.scalars(
            select(Followup)
            .where(Followup.person_id == person_id, Followup.state.in_(("asked", "silent", "unreachable")))
            .order_by(Followup.first_asked_at.desc(), Followup.id)
            .limit(1)
        ).first()
        if asked is None:
            return
        match name:
            case "answers":
                covering.reached(self.session, asked.id, self.now)
                followups.end(self.session, asked.id, FollowupState.ANSWERED, self.now)
            case "stops":
                followups.end(self.session, asked.id, FollowupState.STOPPED)
                followups.stop_person(self.session, person_id)
                self.never.setdefault(person_id, self.now)
            case "is another":
                followups.end(self.session, asked.id, FollowupState.MISDIRECTED)
                self.session.execute(delete(Link).where(Link.person_id == person_id))
            case "later":
                followups.snooze(self.session, asked.id, self.now + timedelta(days=1, hours=7))

    def passes(self, days: int) -> None:
        """The scheduler looks in the morning and in the evening; now and then it was off for long."""
        self.now += timedelta(days=days)
        for hours in (0, 9):
            moment = self.now + timedelta(hours=hours)
            while sweep(self.session, self.house, moment):
                self._send(moment)
            self._send(moment)

    def _send(self, moment: datetime) -> None:
        for claim in dispatch.claim(self.session, 1, 100, moment):
            row = self.session.get_one(Followup, claim.about, populate_existing=True)
            chat = self.session.get_one(Chat, claim.chat_id, populate_existing=True)
            status = DeliveryStatus.SENT
            if row.state != FollowupState.ASKED:
                status = DeliveryStatus.SKIPPED
            elif chat.unreachable_since is not None:
                status = DeliveryStatus.BLOCKED
            dispatch.settle(self.session, Result(claim.id, status), moment)
            if status is DeliveryStatus.SENT:
                assert claim.key not in self.sent, "nothing is sent twice"
                self.sent[claim.key] = (row.person_id, moment)
                covering.reached(self.session, row.id, moment)
            elif status is DeliveryStatus.BLOCKED:
                ladder.unreached(self.session, row.id, RULES.window)

    def is_sound(self) -> None:
        evening = self.now + timedelta(hours=9)
        at_once = Counter(self.sent.values())
        assert all(count == 1 for count in at_once.values()), "one question at a time"
        for person_id, moment in self.sent.values():
            assert person_id not in self.never or moment <= self.never[person_id], "no message after the end"
        listed = self._listed(evening)
        assert Reason.UNPLANNED not in listed
        pairs = Counter(pair for found in listed.values() for pair in found)
        assert all(count == 1 for count in pairs.values()), "one reason each"
        assert {reason: len(found) for reason, found in listed.items()} == dict(
            never_contacted.counts(self.session, RULES, evening)
        )
        due, rows = self._due(evening), self._rows()
        uncontacted = {pair for pair in due if not self._contacted(rows[pair])}
        assert uncontacted <= set(pairs)
        assert all(not self._contacted(rows[pair]) for pair in pairs)

    def _listed(self, moment: datetime) -> dict[Reason, list[tuple[int, int]]]:
        found = {each: never_contacted.listed(self.session, RULES, moment, each, 99) for each in Reason}
        return {each: [(one.enrolment_id, one.wave) for one in some] for each, some in found.items() if some}

    def _due(self, moment: datetime) -> set[tuple[int, int]]:
        """By the calendar on the wall: so many months after the last day, nine in the morning."""
        found = set()
        for enrolment in self.session.scalars(select(Enrolment)):
            own = classes.waves_of(self.session, enrolment.class_id)
            for wave in planning.waves_of(own, RULES.waves):
                assert enrolment.ended_on is not None
                if enrolment.ended_on + relativedelta(months=wave) <= moment.date():
                    found.add((enrolment.id, wave))
        return found

    def _rows(self) -> dict[tuple[int, int], Followup]:
        self.session.expire_all()
        return {(row.enrolment_id, row.wave): row for row in self.session.scalars(select(Followup))}

    def _contacted(self, row: Followup) -> bool:
        """By the ledger of what was sent, for itself or for another training with it."""
        if row.state == FollowupState.MISDIRECTED:
            return False
        speaks = row if row.covered_by is None else self.session.get_one(Followup, row.covered_by)
        told = any(
            key.startswith(f"followup:{one.enrolment_id}:{one.wave}:") for key in self.sent for one in (row, speaks)
        )
        return told or FollowupState.ANSWERED in (row.state, speaks.state)


NAMES = ("blocks", "unblocks", "links", "unlinks", "dies", "waves", "answers", "stops", "is another", "later")
histories = st.lists(
    st.tuples(
        st.sampled_from((*NAMES, "waves", "later", "unblocks", "links")),
        st.integers(0, 11),
        st.sampled_from((0, 1, 1, 2, 3, 4, 7, 9, 15, 30, 40)),
    ),
    min_size=5,
    max_size=30,
)


@few(5)
@given(histories)
# What could not be delivered, and is then stopped, fell due all the same.
@example([("blocks", 0, 4), ("stops", 0, 0)])
def test_nobody_is_asked_twice_and_every_due_wave_has_reached_her_or_has_one_reason(
    acts: list[tuple[str, int, int]],
) -> None:
    vault = Vault(bytes(range(32)))
    engine = in_memory(vault)
    nothing = cast(Any, None)
    house = House(PROFILE, Almanac(CALENDAR), vault, nothing, frozenset(), "bot", nothing)
    with Session(engine) as session:
        history = History(session, house)
        for name, number, days in acts:
            history.act(name, number)
            history.passes(days)
            history.is_sound()
        for _week in range(4):
            history.passes(7)
        history.is_sound()
        kinds = set(session.scalars(select(Delivery.kind)))
        assert kinds <= {DeliveryKind.FOLLOWUP.value}
    engine.dispose()
