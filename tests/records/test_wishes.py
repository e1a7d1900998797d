"""Wishes: one a chat and programme, told once, counted for planning."""

import asyncio
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from records import wishes
from records.database import Database
from records.people import Person
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import CLOSES, OPENS, Town

LATER = NOON + timedelta(days=30)
SITI, BUDI = 11, 12


def _sewing_and_welding(session: Session, vault: Vault) -> tuple[int, int]:
    town = Town(session, vault)
    return town.programme("Menjahit").id, town.programme("Las SMAW").id


async def test_a_wish_is_kept_once_however_often_it_is_wished(database: Database, vault: Vault) -> None:
    sewing, _welding = await database.write(_sewing_and_welding, vault)
    assert await database.write(wishes.wish, SITI, sewing, NOON)
    assert not await database.write(wishes.wish, SITI, sewing, LATER)
    assert await database.read(wishes.of_chat, SITI) == {sewing: "Menjahit"}


async def test_of_two_taps_at_once_one_makes_the_wish(database: Database, vault: Vault) -> None:
    sewing, _welding = await database.write(_sewing_and_welding, vault)
    made = await asyncio.gather(*(database.write(wishes.wish, SITI, sewing, NOON) for _tap in range(6)))
    assert sum(made) == 1
    assert [d.waiting for d in await database.read(wishes.demand)] == [1, 0]


async def test_a_wish_is_told_by_one_of_those_who_try_at_once(database: Database, vault: Vault) -> None:
    sewing, _welding = await database.write(_sewing_and_welding, vault)
    await database.write(wishes.wish, SITI, sewing, NOON)
    (wish,) = await database.read(wishes.untold, sewing, 10)
    told = await asyncio.gather(*(database.write(wishes.mark_told, wish.id, NOON) for _try in range(4)))
    assert sum(told) == 1
    assert await database.read(wishes.untold, sewing, 10) == []
    assert await database.read(wishes.of_chat, SITI) == {}


async def test_whoever_was_told_may_wish_anew(database: Database, vault: Vault) -> None:
    sewing, _welding = await database.write(_sewing_and_welding, vault)
    await database.write(wishes.wish, SITI, sewing, NOON)
    (wish,) = await database.read(wishes.untold, sewing, 10)
    await database.write(wishes.mark_told, wish.id, NOON)
    assert await database.write(wishes.wish, SITI, sewing, LATER)
    (again,) = await database.read(wishes.untold, sewing, 10)
    assert (again.id, again.at) == (wish.id, LATER)


async def test_a_wish_is_taken_back(database: Database, vault: Vault) -> None:
    sewing, welding = await database.write(_sewing_and_welding, vault)
    await database.write(wishes.wish, SITI, sewing, NOON)
    assert not await database.write(wishes.take_back, SITI, welding)
    assert await database.write(wishes.take_back, SITI, sewing)
    assert await database.read(wishes.of_chat, SITI) == {}


async def test_the_most_wanted_programme_comes_first(database: Database, vault: Vault) -> None:
    sewing, welding = await database.write(_sewing_and_welding, vault)
    for chat, programme in ((SITI, welding), (BUDI, welding), (SITI, sewing)):
        await database.write(wishes.wish, chat, programme, NOON)
    found = await database.read(wishes.demand)
    assert [(d.programme, d.waiting, d.ever) for d in found] == [("Las SMAW", 2, 2), ("Menjahit", 1, 1)]


async def test_wanted_is_what_somebody_waits_for_while_one_can_register_for_it(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> int:
        town = Town(session, vault)
        sewing = town.programme("Menjahit")
        town.a_class(programme=sewing)
        wishes.wish(session, SITI, sewing.id, OPENS)
        wishes.wish(session, SITI, town.programme("Las SMAW").id, OPENS)
        return sewing.id

    sewing = await database.write(scene)
    second = timedelta(seconds=1)
    found = [await database.read(wishes.wanted, at) for at in (OPENS - second, OPENS, CLOSES - second, CLOSES)]
    assert found == [set(), {sewing}, {sewing}, set()]


async def test_a_chat_that_gets_a_new_id_keeps_its_wishes(database: Database, vault: Vault) -> None:
    sewing, welding = await database.write(_sewing_and_welding, vault)
    for chat, programme in ((SITI, welding), (SITI, sewing), (BUDI, sewing)):
        await database.write(wishes.wish, chat, programme, NOON)
    await database.write(wishes.move, SITI, BUDI)
    assert set(await database.read(wishes.of_chat, BUDI)) == {sewing, welding}


async def test_the_wishes_of_somebody_whose_record_is_deleted_go_with_it(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, int]:
        town = Town(session, vault)
        person, sewing = town.person(), town.programme("Menjahit").id
        wishes.wish(session, SITI, sewing, NOON, person.id)
        wishes.wish(session, BUDI, sewing, NOON)
        session.execute(delete(Person).where(Person.id == person.id))
        return sewing, person.id

    sewing, _person = await database.write(scene)
    assert [wish.chat_id for wish in await database.read(wishes.untold, sewing, 10)] == [BUDI]
