"""Saved replies and scraps: kept once under their name, and gone when they should be."""

from datetime import timedelta

from records import questions, saved_replies, scraps, staff
from records.database import Database
from records.staff import Role
from tests.records.clock import NOON


async def test_a_title_that_is_taken_gets_the_new_words(database: Database) -> None:
    await database.write(saved_replies.save, "Jadwal", "Senin")
    await database.write(saved_replies.save, "Jadwal", "Selasa")
    await database.write(saved_replies.save, "biaya", "Gratis")
    found = await database.read(saved_replies.all_of_them)
    assert [(one.title, one.words) for one in found] == [("biaya", "Gratis"), ("Jadwal", "Selasa")]


async def test_a_scrap_is_taken_once_and_only_on_its_day(database: Database) -> None:
    await database.write(scraps.keep, 1, "lama", NOON)
    await database.write(scraps.keep, 1, "baru", NOON)
    assert await database.write(scraps.take, 1, NOON) == "baru"
    assert await database.write(scraps.take, 1, NOON) is None
    await database.write(scraps.keep, 1, "lama", NOON)
    assert await database.write(scraps.take, 1, NOON + scraps.KEPT) is None


async def test_old_scraps_are_swept_and_young_ones_stay(database: Database) -> None:
    await database.write(scraps.keep, 1, "lama", NOON - timedelta(days=2))
    await database.write(scraps.keep, 2, "baru", NOON)
    assert await database.read(scraps.oldest) == NOON - timedelta(days=2)
    assert await database.write(scraps.sweep, NOON) == 1
    assert await database.write(scraps.take, 2, NOON) == "baru"


async def test_a_claim_is_kept_by_its_officer_and_free_when_it_lapses(database: Database) -> None:
    first, second = [await database.write(staff.appoint, chat, "Contoh", Role.OFFICER, NOON) for chat in (7, 8)]
    question = await database.write(questions.ask, 1, "Kapan tes?", NOON)
    assert await database.write(questions.claim, question.id, first.id, NOON)
    assert await database.write(questions.claim, question.id, first.id, NOON + timedelta(minutes=5))
    assert not await database.write(questions.claim, question.id, second.id, NOON + timedelta(minutes=15))
    assert await database.write(questions.claim, question.id, second.id, NOON + timedelta(minutes=20))
