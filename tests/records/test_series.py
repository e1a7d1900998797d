"""Series: whom each occurrence concerns, each taken once, approved by another officer, and foretold."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import announcing, inviting, reregistrations, road, series, series_dates, series_forecast
from records.applications import Application, ApplicationStatus
from records.audiences import Audience, Group, Trait, recipients
from records.calendar import Calendar
from records.database import Database
from records.profile import load
from records.series import Anchor, Outcome, Plan, Rhythm, Series
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.exam import WRITTEN, exam
from tests.records.town import Town

JAKARTA = ZoneInfo("Asia/Jakarta")
MONTH = timedelta(days=30)


def _calendar() -> Calendar:
    return load().calendar.calendar(JAKARTA)


def _repeats(session: Session, audience: Audience, plan: Plan, officer: int) -> Series:
    draft = announcing.draft(session, audience, officer, NOON)
    assert announcing.write(session, draft.id, "Jangan lupa.", formatted=False)
    made = series.begin(session, draft.id, plan, officer, NOON)
    assert made is not None
    return made


def _coming(session: Session, one: Series, audience: Audience) -> list[series_dates.Due]:
    return series_dates.coming(session, one, audience, _calendar(), NOON, NOON + MONTH)


async def test_those_who_hold_a_seat_are_reminded_of_their_own_session(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        one = exam(session, vault, 3, 1, 1, 1)
        inviting.invite_all(session, WRITTEN, one.cohort_id, one.class_id, one.officer, NOON)
        audience = Audience.of(Trait.COHORT, one.cohort_id)
        plan = Plan(Rhythm.BEFORE, "08:00", anchor=Anchor.SESSION, days_before=1)
        found = _coming(session, _repeats(session, audience, plan, one.officer), audience)
        # Of tomorrow's nobody can be reminded the day before any more: its hour is over.
        assert [due.day for due in found] == [NOON.date() + timedelta(days=n) for n in (2, 3)]
        assert [due.at.astimezone(JAKARTA).isoformat()[:16] for due in found] == [
            "2026-07-02T08:00",
            "2026-07-03T08:00",
        ]
        reminded = [[person for person, _chat in recipients.read(session, due.audience)] for due in found]
        chosen = select(Application.person_id).where(Application.id.in_(one.applications[1:])).order_by(Application.id)
        assert reminded == [[person] for person in session.scalars(chosen)]

    await database.write(scene)


async def test_those_who_must_confirm_are_reminded_of_the_day_of_most(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        one = exam(session, vault, 4)
        for n, application in enumerate(one.applications):
            assert road.move(session, Kind.APPLICATION, application, ApplicationStatus.SELECTED, NOON)
            by = datetime(2026, 7, 10 if n < 2 else 14 + n, 15, tzinfo=JAKARTA)
            assert reregistrations.open_for(session, application, by, NOON)
        audience = Audience.of(Trait.CLASS, one.class_id)
        plan = Plan(Rhythm.BEFORE, "08:00", anchor=Anchor.REREGISTRATION, days_before=2)
        (due,) = _coming(session, _repeats(session, audience, plan, one.officer), audience)
        assert (due.day, due.at.astimezone(JAKARTA).date()) == (date(2026, 7, 10), date(2026, 7, 8))
        asked = list(session.scalars(select(Application.person_id).order_by(Application.id)))
        assert [person for person, _chat in recipients.read(session, due.audience)] == asked[:2]
        assert reregistrations.confirm(session, one.applications[0], NOON) is not None
        (still,) = _coming(session, _repeats(session, audience, plan, one.officer), audience)
        assert (still.day, still.key) == (due.day, due.key)
        assert [person for person, _chat in recipients.read(session, still.audience)] == asked[1:2]

    await database.write(scene)


async def test_classes_of_other_cohorts_and_trades_are_not_foretold(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        cohort, trade = town.cohort(), town.programme()
        hers, _another_trade, _another_cohort = (
            town.a_class(cohort, trade),
            town.a_class(cohort),
            town.a_class(programme=trade),
        )
        group = Group({Trait.COHORT: frozenset({str(cohort.id)}), Trait.PROGRAMME: frozenset({str(trade.id)})})
        plan = Plan(Rhythm.BEFORE, "08:00", anchor=Anchor.CLASS_START, days_before=1)
        one = _repeats(session, Audience((group,)), plan, town.officer().id)
        found = series_dates.coming(session, one, Audience((group,)), _calendar(), NOON, NOON + 3 * MONTH)
        assert [due.key for due in found] == [f"class:{hers.id}:{hers.starts_on}"]

    await database.write(scene)


async def test_an_occurrence_is_taken_once_and_what_is_left_out_is_not_foretold(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        a_class = town.a_class()
        for n in range(3):
            town.participant(a_class, town.person(chat_id=500 + n))
        audience = Audience.of(Trait.CLASS, a_class.id)
        one = _repeats(session, audience, Plan(Rhythm.WEEKLY, "08:00", weekdays="0"), town.officer().id)
        first, *rest = _coming(session, one, audience)
        foretold = series_forecast.messages(session, _calendar(), NOON, NOON + MONTH)
        assert foretold == {due.at: 3 for due in (first, *rest)}
        assert series.take(session, one.id, first.key, Outcome.SKIPPED, NOON)
        assert not series.take(session, one.id, first.key, Outcome.SENT, NOON)
        assert _coming(session, one, audience) == rest
        assert series.stop(session, one.id)
        assert not series.stop(session, one.id)
        assert series_forecast.messages(session, _calendar(), NOON, NOON + MONTH) == {}

    await database.write(scene)


async def test_what_waits_for_a_second_officer_goes_on_once_another_approves(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        own, other = town.officer().id, town.officer().id
        draft = announcing.draft(session, Audience.of(Trait.COHORT, 1), own, NOON)
        plan = Plan(Rhythm.WEEKLY, "08:00", weekdays="0")
        assert series.begin(session, draft.id, plan, own, NOON) is None, "nothing is written yet"
        assert announcing.write(session, draft.id, "Jangan lupa.", formatted=False)
        made = series.begin(session, draft.id, plan, own, NOON, waits=True)
        assert made is not None
        assert series.begin(session, draft.id, plan, own, NOON) is None, "it is no draft any more"
        assert series.active(session) == []
        assert not series.approve(session, made.id, own, NOON)
        later = NOON + timedelta(hours=1)
        assert series.approve(session, made.id, other, later)
        (active,) = series.active(session)
        session.refresh(active)
        assert (active.approved_by, active.since) == (other, later)

    await database.write(scene)
