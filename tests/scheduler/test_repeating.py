"""Announcements that repeat, whatever the series and however long nobody was awake: each occurrence goes out in its
time, once, or is told as missed, once.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from conversations.announcing.repeating.repeating import LOOK_BACK
from conversations.context import House
from records import announcing, series, series_dates
from records.almanac import Almanac
from records.audiences import Audience, Trait
from records.campaigns import Campaign, CampaignStatus
from records.competency import Examination
from records.deliveries import Delivery
from records.meetings import Meeting
from records.permissions import Grant, Permission
from records.profile import load
from records.series import Anchor, Occurrence, Outcome, Plan, Rhythm, Series
from records.series_dates import Due
from records.vault import Vault
from scheduler.duties.announcing import DUTY
from scheduler.duty import nobody
from tests.examples import few
from tests.records.memory import in_memory
from tests.records.town import Town

JAKARTA = ZoneInfo("Asia/Jakarta")
PROFILE = load()
CALENDAR = PROFILE.calendar.calendar(JAKARTA)
BEGIN = datetime(2026, 8, 3, 7, tzinfo=JAKARTA)
DAYS = 30

weekly = st.builds(
    Plan,
    rhythm=st.just(Rhythm.WEEKLY),
    hour=st.sampled_from(("08:00", "11:15", "13:00", "16:59")),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: ",".join(map(str, sorted(days)))),
    days_before=st.integers(0, 1),
    with_lessons=st.booleans(),
    until=st.sampled_from((None, date(2026, 8, 20))),
)
relative = st.builds(
    Plan,
    rhythm=st.just(Rhythm.BEFORE),
    hour=st.sampled_from(("08:00", "16:59")),
    anchor=st.sampled_from((Anchor.CLASS_START, Anchor.CLASS_END, Anchor.EXAMINATION)),
    days_before=st.integers(0, 7),
)
# Minutes until the scheduler looks again: it ticks, or was off for hours or days.
ticks = st.lists(st.sampled_from((10, 30, 60, 150, 200, 600, 1440, 4000, 20_000)), min_size=5, max_size=60)


@dataclass
class Run:
    """A town with classes, lessons and a test, its one series, and when the scheduler looked."""

    session: Session
    house: House
    looked: list[datetime]

    def begin(self, plan: Plan) -> Series:
        town = Town(self.session, self.house.vault)
        cohort = town.cohort()
        for n in range(2):
            a_class = town.a_class(cohort)
            town.participant(a_class, town.person(chat_id=500 + n))
            self.session.add_all(_lesson(a_class.id, date(2026, 8, 3) + timedelta(days=n + 3 * k)) for k in range(9))
            self.session.add(_examination(a_class.id, date(2026, 8, 12 + n), town.officer().id))
        officer = town.officer()
        self.session.add(Grant(role=officer.role, permission=Permission.ANNOUNCE.value))
        draft = announcing.draft(self.session, Audience.of(Trait.COHORT, cohort.id), officer.id, BEGIN)
        assert announcing.write(self.session, draft.id, "Besok pelajaran.", formatted=False)
        made = series.begin(self.session, draft.id, plan, officer.id, BEGIN)
        assert made is not None
        return made

    def looks(self, now: datetime) -> None:
        self.looked.append(now)
        context = nobody(self.session, self.house, now)
        due = DUTY.next_due(context)
        assert due is None or due > now
        DUTY.perform(context)

    def expected(self, one: Series) -> dict[str, Outcome]:
        """By the times at which anybody looked."""
        model = self.session.get_one(Campaign, one.campaign_id)
        end = self.looked[-1]
        found = series_dates.due(self.session, one, model.people, CALENDAR, BEGIN, end)
        return {each.key: fate for each in found if (fate := self._fate(each)) is not None}

    def _fate(self, one: Due) -> Outcome | None:
        after = [moment for moment in self.looked if moment >= one.at]
        if any(moment < one.until and CALENDAR.allows(moment) for moment in after):
            return Outcome.SENT
        told = any(one.until <= moment and moment - LOOK_BACK <= one.at for moment in after)
        return Outcome.LATE if told else None


def _lesson(class_id: int, day: date) -> Meeting:
    return Meeting(class_id=class_id, held_on=day, begins="08:00", ends="12:00", place="Bengkel BLK")


def _examination(class_id: int, day: date, staff_id: int) -> Examination:
    return Examination(
        class_id=class_id, held_on=day, begins="08:00", place="BLK", lsp="LSP", created_by=staff_id, created_at=BEGIN
    )


@few(25)
@given(st.one_of(weekly, relative), ticks)
def test_each_occurrence_goes_out_once_in_its_time_or_is_told_as_missed_once(plan: Plan, gaps: list[int]) -> None:
    vault = Vault(bytes(range(32)))
    engine = in_memory(vault)
    nothing = cast(Any, None)
    house = House(PROFILE, Almanac(CALENDAR), vault, nothing, frozenset(), "bot", nothing)
    with Session(engine) as session:
        run, now = Run(session, house, []), BEGIN
        one = run.begin(plan)
        for minutes in gaps:
            now += timedelta(minutes=minutes)
            if now < BEGIN + timedelta(days=DAYS):
                run.looks(now)
        if not run.looked:
            return
        session.expire_all()
        dealt_with = {row.occurrence: Outcome(row.outcome) for row in session.scalars(select(Occurrence))}
        assert dealt_with == run.expected(one)
        sent = session.scalars(select(Campaign).where(Campaign.status != CampaignStatus.MODEL.value)).all()
        assert len(sent) == sum(fate is Outcome.SENT for fate in dealt_with.values())
        got = session.execute(
            select(Delivery.person_id, Campaign.date_meant).join(Campaign, Campaign.id == Delivery.campaign_id)
        )
        assert all(count == 1 for count in Counter(tuple(row) for row in got).values()), "nobody reads it twice"
        missed = session.scalars(select(Delivery.key).where(Delivery.topic == "repeat_missed")).all()
        assert len(missed) == sum(fate is Outcome.LATE for fate in dealt_with.values())
    engine.dispose()
