"""Earlier alumni: a list is brought once however often it comes, and the prospect tells what will happen."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import certificates, people
from records.cohorts import Cohort
from records.database import Database
from records.earlier import bringing, uninvited
from records.earlier.alumna import Earlier, from_json, to_json
from records.earlier.prospect import NOT_GRADUATED, TAKEN, TWICE, prospect
from records.enrolments import Enrolment
from records.people import Person
from records.programmes import Programme
from records.vault import Vault
from tests.examples import few
from tests.records.clock import NOON
from tests.records.memory import in_memory
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
SITI = Earlier(
    name="Siti Aminah",
    programme="Menjahit",
    cohort="Angkatan II",
    year=2019,
    ended_on=date(2019, 4, 10),
    nik="3375015708990001",
    sex="P",
    born=date(1999, 8, 17),
    phone="+6281234567890",
    certificate="0001/BLK/2019",
)
BUDI = Earlier(name="Budi", programme="Las", cohort="Angkatan II", year=2019, ended_on=date(2019, 4, 10))


async def _brought(database: Database, vault: Vault, *rows: Earlier) -> int:
    """How many trainings were new."""

    def bring(session: Session) -> int:
        officer = Town(session, vault, first=500).officer()
        made = bringing.bring(session, vault, list(rows), "UPTD BLK", ZONE, officer.id, NOON)
        return sum(one.is_new for one in made)

    return await database.write(bring)


def _counts(session: Session) -> tuple[int, ...]:
    models = (Person, Enrolment, Programme, Cohort)
    return tuple(session.scalar(select(func.count()).select_from(model)) or 0 for model in models)


async def test_a_list_that_comes_twice_is_brought_once(database: Database, vault: Vault) -> None:
    assert await _brought(database, vault, SITI, BUDI) == 2
    before = await database.read(_counts)
    assert before == (2, 2, 2, 1)
    assert await _brought(database, vault, SITI, BUDI, replace(BUDI, name=" budi ")) == 0
    assert await database.read(_counts) == before


async def test_whoever_followed_two_courses_is_one_person(database: Database, vault: Vault) -> None:
    second = replace(SITI, programme="Tata rias", cohort="Angkatan III", certificate=None)
    assert await _brought(database, vault, SITI, second) == 2
    assert (await database.read(_counts))[:2] == (1, 2)


async def test_two_who_share_a_phone_are_two_people(database: Database, vault: Vault) -> None:
    sister = replace(SITI, name="Sri Aminah", nik=None, certificate=None)
    await _brought(database, vault, SITI, sister)
    assert (await database.read(_counts))[:2] == (2, 2)


async def test_what_she_told_herself_stays_and_what_is_missing_is_added(database: Database, vault: Vault) -> None:
    await _brought(database, vault, replace(SITI, phone=None, born=None, certificate=None))
    changed = replace(SITI, programme="Las", name="Siti A.", phone="+6281211112222", certificate=None)
    await _brought(database, vault, changed)
    person = await database.read(people.by_nik, vault, SITI.nik or "")
    assert person is not None
    assert (person.name, person.phone, person.born) == ("Siti Aminah", "+6281211112222", date(1999, 8, 17))
    assert person.phone_digest == vault.digest("phone", "+6281211112222")


async def test_the_cohort_is_history_and_the_class_has_graduated(database: Database, vault: Vault) -> None:
    await _brought(database, vault, SITI)
    cohort = await database.read(lambda session: session.scalars(select(Cohort)).one())
    assert (cohort.closes_at < NOON, cohort.opened_told_at, cohort.closed_told_at) == (
        True,
        cohort.closes_at,
        cohort.closes_at,
    )
    enrolment = await database.read(lambda session: session.scalars(select(Enrolment)).one())
    assert (enrolment.status, enrolment.ended_on, enrolment.imported_at) == ("lulus_pelatihan", SITI.ended_on, NOON)
    given_to_her = await database.read(certificates.of_enrolment, enrolment.id)
    assert given_to_her is not None
    assert given_to_her.number == SITI.certificate


async def test_the_prospect_tells_what_is_new_and_what_is_known(database: Database, vault: Vault) -> None:
    await _brought(database, vault, SITI)
    rows = [SITI, BUDI, replace(SITI, programme="Las", certificate=None)]
    found = await database.read(prospect, vault, rows)
    assert (found.new_people, found.known_people, found.there_already) == (1, 2, 1)
    assert (found.new_programmes, found.new_cohorts, found.new_classes, found.unfit) == (["Las"], [], 1, {})


async def test_rows_that_cannot_be_brought_are_named(database: Database, vault: Vault) -> None:
    await _brought(database, vault, SITI)

    def running(session: Session) -> tuple[str, str, int]:
        town = Town(session, vault)
        a_class = town.a_class()
        programme = session.get_one(Programme, a_class.programme_id)
        cohort = session.get_one(Cohort, a_class.cohort_id)
        return programme.name, cohort.name, cohort.year

    programme, cohort, year = await database.write(running)
    rows = [
        replace(BUDI, programme=programme, cohort=cohort, year=year),
        replace(BUDI, certificate=SITI.certificate),
        BUDI,
        replace(BUDI, name="BUDI"),
    ]
    found = await database.read(prospect, vault, rows)
    assert found.unfit == {0: NOT_GRADUATED, 1: TAKEN, 2: TWICE, 3: TWICE}


async def test_whom_no_chat_speaks_for_can_be_invited_until_she_is_connected(database: Database, vault: Vault) -> None:
    await _brought(database, vault, SITI, replace(BUDI, programme="Menjahit"))
    (a_class,) = await database.read(uninvited.by_class)
    assert (a_class.programme, a_class.cohort, a_class.count) == ("Menjahit", "Angkatan II", 2)
    budi, siti = await database.read(uninvited.of_class, a_class.class_id)
    assert (budi.name, siti.name, siti.phone) == ("Budi", "Siti Aminah", SITI.phone)
    await database.write(people.link, siti.person_id, 77, NOON)
    assert [one.name for one in await database.read(uninvited.of_class, a_class.class_id)] == ["Budi"]


@pytest.mark.parametrize("row", [SITI, BUDI])
def test_a_row_that_waits_for_a_yes_comes_back_as_it_was(row: Earlier) -> None:
    assert from_json(to_json([row, row])) == [row, row]


ROWS = st.builds(
    Earlier,
    name=st.sampled_from(("Siti", "Budi", "Ani")),
    programme=st.sampled_from(("Menjahit", "Las")),
    cohort=st.sampled_from(("I", "II")),
    year=st.just(2019),
    ended_on=st.just(date(2019, 4, 10)),
    nik=st.sampled_from((None, "3375015708990001", "3375010101990002")),
    phone=st.sampled_from((None, "+6281234567890", "+6281211112222")),
)


@few(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, max_size=8), cut=st.integers(0, 8))
def test_a_saving_that_was_cut_off_and_begun_again_ends_as_if_it_had_not_been(
    rows: list[Earlier], cut: int, vault: Vault
) -> None:
    once, twice = (_counted_after(vault, pieces) for pieces in ((rows,), (rows[:cut], rows)))
    assert once == twice


def _counted_after(vault: Vault, pieces: tuple[list[Earlier], ...]) -> tuple[int, ...]:
    engine = in_memory(vault)
    with Session(engine) as session:
        officer = Town(session, vault, first=500).officer()
        for piece in pieces:
            bringing.bring(session, vault, piece, "UPTD BLK", ZONE, officer.id, NOON)
        return _counts(session)
