"""Candidates: what our records and her own words say of somebody, held against the first day of a class."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import cancelling, people
from records.candidates import candidate
from records.database import Database
from records.people import Person
from records.requirements import Candidate
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town, particulars

FIRST_DAY = date(2026, 11, 2)


async def test_of_a_course_on_record_and_one_that_she_names_the_later_counts(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> list[Candidate]:
        town = Town(session, vault)
        person = town.person()
        town.graduate(town.a_class(), person, FIRST_DAY - timedelta(days=2 * 365 + 30))
        found = []
        for year in (None, 2020, 2025):
            session.execute(update(Person).values(attended_year=year))
            session.refresh(person)
            found.append(candidate(session, person, FIRST_DAY))
        return found

    found = await database.write(scene)
    assert [one.last_course for one in found] == [2, 2, 1]
    assert all(one.had_course for one in found)


async def test_neither_this_training_nor_one_whose_class_was_cancelled_is_an_earlier_one(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> Candidate:
        town = Town(session, vault)
        person, cancelled = town.person(), town.a_class()
        town.participant(cancelled, person)
        cancelling.cancel(session, cancelled.id, "rob", NOON)
        return candidate(session, person, FIRST_DAY)

    found = await database.write(scene)
    assert not found.had_course
    assert found.last_course is None


async def test_a_registration_that_does_not_ask_for_the_year_forgets_it_only_where_she_never_attended(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> list[int | None]:
        kept = []
        for attended, year in ((True, 2015), (True, None), (False, None)):
            said = replace(particulars(1), attended_before=attended, attended_year=year)
            person = people.by_id(session, people.keep(session, vault, said, NOON))
            session.refresh(person)
            kept.append(person.attended_year)
        return kept

    assert await database.write(scene) == [2015, 2015, None]
