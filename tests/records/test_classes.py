"""Classes, cohorts, programmes and enrolments: what is offered, who is in it, how it ends."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from records import applications, classes, cohorts, endings, enrolments, offers, programmes
from records.database import Database
from records.enrolments import EnrolmentStatus
from records.requirements import Requirements
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import CLOSES, ENDS, OPENS, Town

TICK = timedelta(microseconds=1)


async def test_a_class_is_open_from_the_first_instant_and_shut_at_the_last(database: Database, vault: Vault) -> None:
    a_class = await database.write(lambda session: Town(session, vault).a_class())
    for moment, is_open in ((OPENS - TICK, False), (OPENS, True), (CLOSES - TICK, True), (CLOSES, False)):
        assert bool(await database.read(offers.open_at, moment)) is is_open
        assert bool(await database.read(cohorts.open_at, moment)) is is_open
        offer = await database.read(offers.by_id, a_class.id)
        assert offer is not None
        assert offer.is_open(moment) is is_open


async def test_an_offer_counts_its_applicants(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, int]:
        town = Town(session, vault)
        cohort = town.cohort()
        wanted, empty = town.a_class(cohort), town.a_class(cohort)
        for _ in range(3):
            applications.file(session, town.person().id, cohort.id, wanted.id, NOON)
        return wanted.id, empty.id

    wanted, empty = await database.write(scene)
    counted = {offer.id: offer.applicants for offer in await database.read(offers.open_at, NOON)}
    assert counted == {wanted: 3, empty: 0}


async def test_an_offer_says_what_is_taught_where_and_for_whom(database: Database, vault: Vault) -> None:
    a_class = await database.write(lambda session: Town(session, vault).a_class())
    offer = await database.read(offers.by_code, a_class.code)
    assert offer is not None
    assert (offer.programme, offer.seats, offer.place) == ("Menjahit", 16, "Bengkel BLK")
    assert offer.requirements == Requirements()
    assert await database.read(offers.by_code, "K-nowhere") is None


async def test_offers_can_be_asked_of_one_cohort(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, int]:
        town = Town(session, vault)
        here, there = town.a_class(), town.a_class()
        assert here.cohort_id != there.cohort_id
        return here.cohort_id, here.id

    cohort, a_class = await database.write(scene)
    assert [offer.id for offer in await database.read(offers.open_at, NOON, cohort)] == [a_class]


async def test_programmes_come_by_name_and_cohorts_latest_first(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> list[int]:
        town = Town(session, vault)
        for name in ("Tata boga", "Desain grafis", "Menjahit"):
            town.programme(name)
        return [town.cohort().id for _ in range(2)]

    first, second = await database.write(scene)
    names = [programme.name for programme in await database.read(programmes.all_of_them)]
    assert names == ["Desain grafis", "Menjahit", "Tata boga"]
    assert [cohort.id for cohort in await database.read(cohorts.all_of_them)] == [second, first]


async def test_staff_see_the_classes_that_have_somebody_in_them(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> int:
        town = Town(session, vault)
        town.a_class()
        full = town.a_class()
        for _ in range(2):
            town.participant(full)
        return full.id

    full = await database.write(scene)
    (running,) = await database.read(classes.with_participants)
    assert (running.id, running.participants, running.graduated) == (full, 2, False)
    await database.write(classes.close, full, NOON)
    (running,) = await database.read(classes.with_participants)
    assert running.graduated


async def test_who_is_in_training_graduates_once(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, list[int]]:
        town = Town(session, vault)
        a_class = town.a_class()
        return a_class.id, [town.participant(a_class).id for _ in range(2)]

    a_class, (first, second) = await database.write(scene)
    assert await database.write(endings.graduate, first, ENDS, NOON)
    assert not await database.write(endings.graduate, first, ENDS + timedelta(days=1), NOON)
    assert [one.id for one in await database.read(enrolments.participants, a_class)] == [second]
    kept = await database.read(lambda session: session.get_one(enrolments.Enrolment, first))
    assert (kept.status, kept.ended_on) == ("lulus_pelatihan", ENDS)


async def test_a_person_is_in_a_class_once(database: Database, vault: Vault) -> None:
    def twice(session: Session) -> None:
        town = Town(session, vault)
        a_class, person = town.a_class(), town.person()
        for _ in range(2):
            town.participant(a_class, person)

    with pytest.raises(IntegrityError):
        await database.write(twice)


async def test_an_application_knows_whether_its_training_ended_well(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, int]:
        town = Town(session, vault)
        a_class, person = town.a_class(), town.person()
        filed = applications.file(session, person.id, a_class.cohort_id, a_class.id, NOON)
        return filed.id, enrolments.enrol(session, person.id, a_class.id, filed.id, NOON).id

    application, enrolment = await database.write(scene)
    assert await database.read(_status, application) == EnrolmentStatus.PARTICIPANT.value
    await database.write(endings.graduate, enrolment, ENDS, NOON)
    assert await database.read(_status, application) == EnrolmentStatus.GRADUATED.value


def _status(session: Session, application_id: int) -> str | None:
    found = enrolments.of_application(session, application_id)
    return None if found is None else found.status
