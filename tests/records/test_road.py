"""The road: every status can be reached, none is a dead end, and of two who decide at once one does."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

import pytest
from sqlalchemy.orm import Session

from records import applications, road, steps
from records.applications import ApplicationStatus
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.database import Database
from records.enrolments import EnrolmentStatus
from records.incubator import IncubatorStatus
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

Road = Mapping[StrEnum, tuple[StrEnum, ...]]
ROADS = [
    pytest.param(road.APPLICATION, ApplicationStatus, ApplicationStatus.SUBMITTED, id="application"),
    pytest.param(road.ENROLMENT, EnrolmentStatus, EnrolmentStatus.PARTICIPANT, id="enrolment"),
    pytest.param(road.COMPETENCY, CompetencyStatus, CompetencyStatus.REGISTERED, id="competency"),
    pytest.param(road.BNSP, BnspStatus, BnspStatus.IN_PROCESS, id="bnsp"),
    pytest.param(road.INCUBATOR, IncubatorStatus, IncubatorStatus.PROPOSED, id="incubator"),
]


def reached(a_road: Road, start: StrEnum) -> set[StrEnum]:
    found, ahead = {start}, [start]
    while ahead:
        new = set(a_road[ahead.pop()]) - found
        found |= new
        ahead += new
    return found


@pytest.mark.parametrize(("a_road", "statuses", "start"), ROADS)
def test_every_status_can_be_reached_from_the_first(a_road: Road, statuses: type[StrEnum], start: StrEnum) -> None:
    assert set(a_road) == set(statuses)
    assert reached(a_road, start) == set(statuses)


@pytest.mark.parametrize(("a_road", "statuses", "start"), ROADS)
def test_no_status_is_a_dead_end(a_road: Road, statuses: type[StrEnum], start: StrEnum) -> None:
    assert start in statuses
    for status in statuses:
        assert a_road[status] or status in road.ENDS[statuses], f"{status} leads nowhere"
        assert reached(a_road, status) & road.ENDS[statuses], f"from {status} no end is reached"


def _filed(session: Session, vault: Vault) -> int:
    town = Town(session, vault)
    a_class = town.a_class()
    return applications.file(session, town.person().id, a_class.cohort_id, a_class.id, NOON).id


def _steps(session: Session, application_id: int) -> list[steps.Milestone]:
    return steps.milestones(session, Kind.APPLICATION, application_id)


async def test_a_move_writes_the_step_down_with_its_time_and_reason(database: Database, vault: Vault) -> None:
    filed = await database.write(_filed, vault)
    later = NOON + timedelta(hours=1)
    assert await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.VERIFYING, later)
    assert await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.CORRECTION, later, reason="buram")
    found = await database.read(_steps, filed)
    assert [(step.status, step.reason) for step in found] == [
        ("terkirim", None),
        ("verifikasi", None),
        ("perbaikan", "buram"),
    ]
    assert (found[0].at, found[2].at) == (NOON, later)


async def test_of_two_who_decide_at_once_one_does(database: Database, vault: Vault) -> None:
    filed = await database.write(_filed, vault)
    assert await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.VERIFYING, NOON)
    assert await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.NOT_ELIGIBLE, NOON)
    assert not await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.ADMINISTRATIVELY_PASSED, NOON)
    assert (await database.read(_steps, filed))[-1].status == ApplicationStatus.NOT_ELIGIBLE.value


async def test_nobody_skips_a_stage(database: Database, vault: Vault) -> None:
    filed = await database.write(_filed, vault)
    assert not await database.write(road.move, Kind.APPLICATION, filed, ApplicationStatus.PARTICIPANT, NOON)
    assert len(await database.read(_steps, filed)) == 1


def _some_filed(session: Session, vault: Vault) -> list[int]:
    """One sent, one being checked, one withdrawn."""
    town = Town(session, vault)
    a_class = town.a_class()
    filed = [applications.file(session, town.person().id, a_class.cohort_id, a_class.id, NOON).id for _n in range(3)]
    assert road.move(session, Kind.APPLICATION, filed[1], ApplicationStatus.VERIFYING, NOON)
    assert road.move(session, Kind.APPLICATION, filed[2], ApplicationStatus.WITHDRAWN, NOON)
    return filed


async def test_many_move_at_once_just_as_each_would_by_herself(database: Database, vault: Vault) -> None:
    sent, checked, gone = await database.write(_some_filed, vault)
    matters = {sent: None, checked: "nilai kurang", gone: "tidak berlaku"}
    moved = await database.write(road.move_all, Kind.APPLICATION, matters, ApplicationStatus.NOT_SELECTED, NOON)
    assert moved == {sent, checked}
    again = await database.write(road.move_all, Kind.APPLICATION, matters, ApplicationStatus.NOT_SELECTED, NOON)
    assert again == set()
    last = [(await database.read(_steps, each))[-1] for each in (sent, checked, gone)]
    assert [(step.status, step.reason) for step in last] == [
        ("tidak_lulus", None),
        ("tidak_lulus", "nilai kurang"),
        ("mengundurkan_diri", None),
    ]
