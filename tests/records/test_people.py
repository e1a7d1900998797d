"""People: one of each NIK; which chat speaks for whom."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from records import people
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import particulars


async def test_who_registers_again_is_the_same_person_brought_up_to_date(database: Database, vault: Vault) -> None:
    said = particulars(1)

    def twice(session: Session) -> tuple[int, int]:
        first = people.keep(session, vault, said, NOON)
        return first, people.keep(session, vault, replace(said, phone="+628999", address="Jl. Baru 2"), NOON)

    first, second = await database.write(twice)
    assert first == second
    person = await database.read(people.by_nik, vault, said.nik)
    assert person is not None
    assert (person.phone, person.address, person.name) == ("+628999", "Jl. Baru 2", said.name)
    assert person.phone_digest == vault.digest("phone", "+628999")
    assert person.born == date(1999, 1, 2)


async def test_a_nik_nobody_gave_finds_nobody(database: Database, vault: Vault) -> None:
    await database.write(people.keep, vault, particulars(1), NOON)
    assert await database.read(people.by_nik, vault, "3375014101990099") is None


async def test_a_chat_may_speak_for_several_people_and_a_person_has_one_chat(database: Database, vault: Vault) -> None:
    def family(session: Session) -> tuple[int, int]:
        mother, daughter = [people.keep(session, vault, particulars(number), NOON) for number in (1, 2)]
        people.link(session, mother, 10, NOON)
        people.link(session, daughter, 10, NOON)
        return mother, daughter

    mother, daughter = await database.write(family)
    assert [person.id for person in await database.read(people.of_chat, 10)] == [daughter, mother]
    await database.write(people.link, daughter, 20, NOON)
    assert [person.id for person in await database.read(people.of_chat, 10)] == [mother]
    assert await database.read(people.chat_of, daughter) == 20


async def test_who_never_wrote_has_no_chat(database: Database, vault: Vault) -> None:
    person_id = await database.write(people.keep, vault, particulars(1), NOON)
    assert await database.read(people.chat_of, person_id) is None
    assert (await database.read(people.by_id, person_id)).nik_digest == vault.digest("nik", particulars(1).nik)
