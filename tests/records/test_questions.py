"""Questions: answered in turn, each by one officer."""

import asyncio

from records import questions, staff
from records.database import Database
from records.staff import Role
from tests.records.clock import NOON


async def test_the_oldest_question_waits_first(database: Database) -> None:
    for words in ("Kapan tes?", "Apa syaratnya?"):
        await database.write(questions.ask, 1, words, NOON)
    assert [one.words for one in await database.read(questions.waiting)] == ["Kapan tes?", "Apa syaratnya?"]


async def test_of_two_officers_who_answer_at_once_one_answers(database: Database) -> None:
    officers = [await database.write(staff.appoint, chat, "Contoh", Role.OFFICER, NOON) for chat in (7, 8)]
    question = await database.write(questions.ask, 1, "Kapan tes?", NOON)
    answered = await asyncio.gather(
        *(database.write(questions.answer, question.id, f"Kata {one.id}", one.id, NOON) for one in officers)
    )
    assert sorted(answered) == [False, True]
    winner = officers[answered.index(True)]
    kept = await database.read(lambda session: session.get_one(questions.Question, question.id))
    assert (kept.answer, kept.answered_by) == (f"Kata {winner.id}", winner.id)
    assert await database.read(questions.waiting) == []
