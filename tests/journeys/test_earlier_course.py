"""An earlier course: its year is asked where it matters, kept, and shown to the officer who checks."""

from sqlalchemy.orm import Session

from records import people
from records.people import Person
from tests.journeys.applicant import answers as fills_in
from tests.journeys.applicant import newcomer, number_in, opens_the_form
from tests.journeys.office import bu_ratna, opens_the_application
from tests.journeys.papers import time_is_over
from tests.journeys.rules import changes, opens_the_rules
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number


def of_chat(session: Session, chat_id: int) -> Person:
    (person,) = people.of_chat(session, chat_id)
    return person


async def registers_after_a_course(stage: Stage, year: str) -> tuple[Phone, str]:
    """For a class that takes nobody who has followed a course in the last three years."""
    ratna, _class_id = await opens_the_rules(stage)
    await changes(ratna, "Pernah pelatihan", "Tidak dalam 3 tahun")
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await fills_in(siti, until="pelatihan Dinperinaker")
    await siti.taps("Sudah pernah")
    await siti.says(year)
    siti.sees("Silakan periksa")
    await siti.taps("Kirim pendaftaran")
    return siti, number_in(siti.last())


async def test_the_year_is_kept_and_the_officer_reads_it(stage: Stage) -> None:
    siti, number = await registers_after_a_course(stage, "2015")
    person = await stage.reads(of_chat, siti.id)
    assert (person.attended_before, person.attended_year) == (True, 2015)
    await time_is_over(stage, number)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    ratna.sees("⚠️ mengaku pernah ikut pelatihan, tahun 2015")


async def test_a_year_that_falls_within_a_later_rule_is_a_mismatch(stage: Stage) -> None:
    _siti, number = await registers_after_a_course(stage, "2015")
    await time_is_over(stage, number)
    ratna, _class_id = await opens_the_rules(stage)
    await changes(ratna, "Pernah pelatihan", "Belum pernah")
    await opens_the_application(ratna, number)
    ratna.sees("⚠️ kelas ini untuk yang belum pernah ikut\n⚠️ mengaku pernah ikut pelatihan, tahun 2015")


async def test_whoever_changes_her_answers_finds_the_year_and_it_stays(stage: Stage) -> None:
    siti, number = await registers_after_a_course(stage, "2015")
    application = await stage.reads(by_number, number)
    await siti.forges(f"m:change:{application.id}")
    siti.sees("2015")
    await siti.taps("Kirim perubahan")
    assert (await stage.reads(of_chat, siti.id)).attended_year == 2015
