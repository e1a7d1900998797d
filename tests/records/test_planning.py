"""Planning: whatever is changed in whatever order, what was not asked yet is as a fresh plan would have it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import classes, due_steps, endings, followups, ladder, people, planning
from records.followups import Followup, FollowupState
from records.planning import UNASKED, Rules
from records.profile import load
from records.vault import Vault
from tests.examples import few
from tests.records.memory import in_memory
from tests.records.town import Town

JAKARTA = ZoneInfo("Asia/Jakarta")
CALENDAR = load().calendar.calendar(JAKARTA)
RULES = Rules((1, 3, 6, 12), CALENDAR, timedelta(days=21))
ENDED = date(2026, 9, 11)
BEGIN = datetime(2026, 9, 12, 10, tzinfo=JAKARTA)

Plan = dict[int, tuple[str, datetime]]


@dataclass
class Trial:
    """One graduate, and what is done to her plan; a twin of hers is planned afresh to compare."""

    session: Session
    town: Town
    now: datetime = BEGIN
    own: str | None = None
    ended: date = ENDED
    preferred: str | None = None
    asked: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.class_id = self.town.a_class().id
        self.enrolment = self.town.graduate(self.town.a_class(), None, ENDED)
        self.enrolment.class_id = self.class_id
        self.session.flush()
        self.replans()

    def replans(self) -> None:
        planning.replan_class(self.session, self.class_id, RULES, self.now)

    def act(self, name: str, number: int) -> None:
        match name:
            case "waves":
                self.own = (None, "1,3", "2,6,24", "12", "1,2,3,4,5,6")[number % 5]
                classes.ask_in(self.session, self.class_id, self.own)
            case "end":
                self.ended = ENDED + timedelta(days=number * 9 - 100)
                endings.correct(self.session, self.enrolment.id, self.ended)
            case "hours":
                self.preferred = ("pagi", "siang", "sore")[number % 3]
                people.prefer_hours(self.session, self.enrolment.person_id, self.preferred)
            case "time":
                self.now += timedelta(days=number * 5, hours=number)
            case "asks":
                self._asks()
        self.replans()

    def _asks(self) -> None:
        """What is due is asked, as the sweep would."""
        for due in due_steps.due(self.session, self.now, 10):
            row = self.session.get_one(Followup, due.id)
            if due.step == 0 and ladder.step_taken(row, 0, CALENDAR, self.now):
                self.asked.add(row.wave)
        self.session.flush()

    def planned(self) -> Plan:
        """Of this graduate, but for what was asked or taken away."""
        rows = self.session.scalars(select(Followup).where(Followup.enrolment_id == self.enrolment.id))
        unasked = (row for row in rows if row.state in UNASKED and row.state != FollowupState.CANCELLED)
        return {row.wave: (row.state, row.due_at) for row in unasked}

    def afresh(self) -> Plan:
        """A twin's plan, who was never planned before."""
        person = self.town.person()
        if self.preferred is not None:
            people.prefer_hours(self.session, person.id, self.preferred)
        twin = self.town.graduate(self.town.a_class(), person, self.ended)
        planning.plan(self.session, twin, planning.waves_of(self.own, RULES.waves), CALENDAR, self.now, RULES.window)
        rows = self.session.scalars(select(Followup).where(Followup.enrolment_id == twin.id))
        return {row.wave: (row.state, row.due_at) for row in rows}


acts = st.lists(st.tuples(st.sampled_from(("waves", "end", "hours", "time", "asks")), st.integers(0, 20)), max_size=12)


@few(10)
@given(acts)
def test_after_any_changes_what_was_not_asked_is_as_a_fresh_plan_would_have_it(done: list[tuple[str, int]]) -> None:
    vault = Vault(bytes(range(32)))
    engine = in_memory(vault)
    with Session(engine) as session:
        trial = Trial(session, Town(session, vault))
        for name, number in done:
            trial.act(name, number)
            planned = trial.planned()
            trial.replans()
            assert trial.planned() == planned  # planning twice is planning once
        fresh = {wave: plan for wave, plan in trial.afresh().items() if wave not in trial.asked}
        assert trial.planned() == fresh
    engine.dispose()


def test_what_was_asked_keeps_its_row_when_its_wave_is_taken_away() -> None:
    vault = Vault(bytes(range(32)))
    engine = in_memory(vault)
    with Session(engine) as session:
        trial = Trial(session, Town(session, vault))
        trial.act("time", 7)
        trial.act("asks", 0)
        trial.act("waves", 2)
        states = {row.wave: row.state for row in session.scalars(select(Followup))}
        assert states == {
            1: "asked",
            2: "planned",
            3: "cancelled",
            6: "planned",
            12: "cancelled",
            24: "planned",
        }
        followups.stop_person(session, trial.enrolment.person_id)
        trial.act("waves", 0)
        session.expire_all()
        assert {row.wave: row.state for row in session.scalars(select(Followup))}[1] == "stopped"
    engine.dispose()


@pytest.mark.parametrize(("own", "waves"), [(None, (1, 3, 6, 12)), ("24,1", (1, 24)), ("6", (6,)), ("3,3,12", (3, 12))])
def test_a_class_has_its_own_waves_or_the_usual_ones(own: str | None, waves: tuple[int, ...]) -> None:
    assert planning.waves_of(own, RULES.waves) == waves
    assert planning.waves_of(planning.written(waves), RULES.waves) == waves
