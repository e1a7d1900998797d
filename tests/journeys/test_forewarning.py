"""Earlier alumni, known from a list, hear the day before their first question that it comes, once, and may decline."""

from datetime import timedelta

from sqlalchemy import select

from records import enrolments, people, planning
from records.followups import Followup
from records.planning import Rules
from records.session import Session
from tests.clock import MORNING
from tests.journeys.alumni import asked, graduated, tells
from tests.person import Phone
from tests.stage import Stage

WORD = "Besok kami akan bertanya kabar Anda"


async def from_a_list(stage: Stage) -> Phone:
    """A graduate whose training a list tells of: it ended five weeks ago, her first month's window is open."""
    sri, *_others = await graduated(stage)
    await stage.writes(_known_from_a_list, sri.id, stage)
    return sri


def _known_from_a_list(session: Session, chat_id: int, stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    for enrolment in enrolments.of_person(session, person.id):
        enrolment.imported_at = MORNING
        enrolment.ended_on = (MORNING - timedelta(days=35)).date()
    session.flush()
    rules, house = stage.canting.house.profile.followup, stage.canting.house
    planning.replan_person(session, person.id, Rules(rules.waves, house.calendar, rules.open_for), MORNING)


def _states(session: Session, chat_id: int) -> set[str]:
    (person,) = people.of_chat(session, chat_id)
    return set(session.scalars(select(Followup.state).where(Followup.person_id == person.id)))


async def test_the_word_comes_a_day_before_the_first_question_and_only_once(stage: Stage) -> None:
    sri = await from_a_list(stage)
    await stage.a_moment_passes()
    assert (await asked(sri, WORD), await asked(sri)) == (1, 0)
    await stage.passes(days=1.1)
    assert (await asked(sri, WORD), await asked(sri)) == (1, 1)
    await tells(sri)
    await stage.until(MORNING + timedelta(days=70))
    assert (await asked(sri, WORD), await asked(sri)) == (1, 1)  # month 3, without another word


async def test_one_tap_and_nothing_is_asked(stage: Stage) -> None:
    sri = await from_a_list(stage)
    await stage.a_moment_passes()
    await sri.looks()
    await sri.taps("Jangan tanya saya")
    sri.sees("kami tidak akan bertanya")
    await stage.passes(days=40)
    assert await asked(sri) == 0
    assert await stage.reads(_states, sri.id) == {"stopped"}


async def test_whoever_gets_a_telegram_later_hears_the_word_first_too(stage: Stage) -> None:
    sri = await from_a_list(stage)
    await sri.blocks()
    await stage.passes(days=2)
    assert (await asked(sri, WORD), await asked(sri)) == (0, 0)
    await sri.unblocks()
    await stage.a_moment_passes()
    assert (await asked(sri, WORD), await asked(sri)) in ((1, 0), (0, 1))
    await stage.passes(days=1.1)
    assert await asked(sri) == 1
