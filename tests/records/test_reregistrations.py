"""Seats after the selection: never one too many, whoever presses at the same time; reserves in their order."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import (
    applications,
    publication,
    reregistrations,
    reserves,
    road,
    score_rules,
    scores,
    selections,
    vacancies,
)
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.database import Database
from records.enrolments import Enrolment
from records.profile import load
from records.profile.selecting import SelectionRules
from records.reserves import Reserve, Standing
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

DEADLINE = NOON + timedelta(days=5)
RULES: SelectionRules = load().selection


@dataclass(frozen=True)
class Setting:
    """Two classes of one cohort; who applied to the first, in the order of their scores, and to the second."""

    cohort_id: int
    sewing: int
    welding: int
    officer: int
    sewers: tuple[int, ...]
    welders: tuple[int, ...]


def _setting(session: Session, vault: Vault, seats: tuple[int, int], sewers: int, welders: int) -> Setting:
    """The sewers' second choice is welding; everybody has a score, the first the highest."""
    town = Town(session, vault)
    cohort, officer = town.cohort(), town.officer()
    sewing, welding = town.a_class(cohort), town.a_class(cohort)
    sewing.seats, welding.seats = seats
    session.flush()

    def applied(class_id: int, place: int, second: int | None) -> int:
        filed = applications.file(session, town.person().id, cohort.id, class_id, NOON)
        session.get_one(Application, filed.id).second_class_id = second
        for status in (
            ApplicationStatus.VERIFYING,
            ApplicationStatus.ADMINISTRATIVELY_PASSED,
            ApplicationStatus.TEST_SCHEDULED,
        ):
            assert road.move(session, Kind.APPLICATION, filed.id, status, NOON)
        marks = [scores.Mark(filed.id, part, Decimal(100 - place)) for part in ("tertulis", "wawancara")]
        scores.record(session, *marks, staff_id=officer.id, now=NOON)
        return filed.id

    return Setting(
        cohort.id,
        sewing.id,
        welding.id,
        officer.id,
        tuple(applied(sewing.id, place, welding.id) for place in range(sewers)),
        tuple(applied(welding.id, place, None) for place in range(welders)),
    )


def _published(
    session: Session, vault: Vault, seats: tuple[int, int] = (2, 2), sewers: int = 4, welders: int = 1
) -> Setting:
    setting = _setting(session, vault, seats, sewers, welders)
    rules = score_rules.of_classes(session, (setting.sewing, setting.welding), RULES)
    drawn = selections.propose(session, setting.cohort_id, rules, setting.officer, NOON)
    assert not selections.is_stale(session, drawn, rules)
    assert selections.send(session, drawn.id, setting.officer, NOON)
    assert publication.publish(session, drawn, "800/1", DEADLINE, setting.officer, NOON) is not None
    return setting


def _status(session: Session, application_id: int) -> tuple[str, int]:
    application = session.get_one(Application, application_id, populate_existing=True)
    return application.status, application.class_id


async def test_first_choices_come_first_and_second_choices_get_what_is_left(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault)
    found = [await database.read(_status, each) for each in (*setting.sewers, *setting.welders)]
    assert found == [
        ("daftar_ulang", setting.sewing),
        ("daftar_ulang", setting.sewing),
        ("daftar_ulang", setting.welding),
        ("cadangan", setting.sewing),
        ("daftar_ulang", setting.welding),
    ]
    waiting = await database.read(reserves.standings, setting.sewers[3])
    assert waiting == [Standing(setting.sewing, 1, 0, False), Standing(setting.welding, 1, 0, False)]
    assert await database.read(vacancies.free, [setting.sewing, setting.welding]) == {
        setting.sewing: 0,
        setting.welding: 0,
    }


async def test_who_publishes_a_second_time_changes_nothing(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault)
    before = await database.read(_posted, setting.cohort_id)

    def again(session: Session) -> bool:
        (drawn,) = selections.of_cohort(session, setting.cohort_id)
        return publication.publish(session, drawn, "800/2", DEADLINE, setting.officer, NOON) is None

    assert await database.write(again)
    assert before == await database.read(_posted, setting.cohort_id)
    assert len(before) == 9


def _posted(session: Session, cohort_id: int) -> list[publication.Posted]:
    (drawn,) = selections.of_cohort(session, cohort_id)
    return publication.posted(session, drawn.id)


async def test_of_fifty_offers_at_once_for_one_free_seat_one_is_made(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault, (1, 1), 51, 1)
    await database.write(_withdraws, setting.sewers[0])
    waiting = await database.read(reserves.waiting, setting.sewing)
    assert [reserve.application_id for reserve in waiting] == list(setting.sewers[1:])
    made = await asyncio.gather(*(database.write(_offered, reserve) for reserve in waiting))
    assert sum(made) == 1
    assert await database.read(_holding, setting.sewing) == 1


def _withdraws(session: Session, application_id: int) -> None:
    assert road.move(session, Kind.APPLICATION, application_id, ApplicationStatus.WITHDRAWN, NOON)


def _offered(session: Session, reserve: Reserve) -> bool:
    return reregistrations.offer(session, reserve, DEADLINE, NOON)


def _holding(session: Session, class_id: int) -> int:
    held = (ApplicationStatus.REREGISTERING.value, ApplicationStatus.PARTICIPANT.value)
    chosen = select(func.count()).where(Application.class_id == class_id, Application.status.in_(held))
    return session.scalar(chosen) or 0


async def test_whoever_confirms_many_times_at_once_is_a_participant_once(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault)
    confirmed = await asyncio.gather(*(database.write(_confirmed, setting.sewers[0]) for _ in range(20)))
    assert sum(confirmed) == 1
    counted = select(func.count()).where(Enrolment.class_id == setting.sewing)
    assert await database.read(lambda session: session.scalar(counted)) == 1


def _confirmed(session: Session, application_id: int) -> bool:
    return reregistrations.confirm(session, application_id, NOON) is not None


async def test_fifty_who_press_at_once_for_the_seats_fill_just_those(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault, (3, 1), 50, 1)
    confirmed = await asyncio.gather(*(database.write(_confirmed, each) for each in setting.sewers))
    assert [place for place, done in enumerate(confirmed) if done] == [0, 1, 2]
    counted = Counter([(await database.read(_status, each))[0] for each in setting.sewers])
    assert counted == {"peserta": 3, "cadangan": 47}


async def test_a_confirmation_and_a_lapse_at_the_same_instant_do_not_both_happen(
    database: Database, vault: Vault
) -> None:
    setting = await database.write(_published, vault)
    one = setting.sewers[0]
    confirmed, lapsed = await asyncio.gather(database.write(_confirmed, one), database.write(_lapses, one))
    assert confirmed != lapsed


def _lapses(session: Session, application_id: int) -> bool:
    return road.move(session, Kind.APPLICATION, application_id, ApplicationStatus.WITHDRAWN, NOON)


async def test_a_smaller_class_offers_nobody_a_seat_that_is_not_there(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault)

    def shrinks(session: Session) -> bool:
        session.get_one(TrainingClass, setting.sewing).seats = 1
        session.flush()
        (reserve,) = reserves.waiting(session, setting.sewing)
        return reregistrations.offer(session, reserve, DEADLINE, NOON)

    assert not await database.write(shrinks)
    assert await database.read(vacancies.balance, [setting.sewing]) == {setting.sewing: -1}


async def test_whoever_takes_the_seat_of_one_class_waits_for_no_other(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault)
    await database.write(_withdraws, setting.welders[0])
    (reserve,) = await database.read(reserves.waiting, setting.welding)
    assert await database.write(_offered, reserve)
    assert await database.read(_status, setting.sewers[3]) == ("daftar_ulang", setting.welding)
    assert await database.read(reserves.waiting, setting.sewing) == []


async def test_a_granted_objection_stands_behind_the_reserves(database: Database, vault: Vault) -> None:
    setting = await database.write(_published, vault, (1, 1), 2, 1)
    assert await database.write(reserves.append, setting.sewers[1]) == 2
    assert await database.write(reserves.append, 999_999) is None


@pytest.mark.parametrize("passing", [None, Decimal("97.5")])
async def test_a_class_may_have_rules_of_its_own(database: Database, vault: Vault, passing: Decimal | None) -> None:
    def ruled(session: Session) -> bool:
        setting = _setting(session, vault, (2, 2), 1, 1)
        score_rules.keep(session, setting.sewing, {"tertulis": 100}, passing)
        rules = score_rules.of_classes(session, [setting.sewing, setting.welding], RULES)
        assert rules[setting.welding].weights == RULES.weights
        return rules[setting.sewing].weights == {"tertulis": 100} and rules[setting.sewing].passing == passing

    assert await database.write(ruled)
