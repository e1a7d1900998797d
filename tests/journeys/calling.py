"""Calling: a phone list with people on it, and officers who work it off."""

from datetime import timedelta

from sqlalchemy import select

from records import calls, people
from records.calls import Call
from records.followups import Followup
from records.people import Person
from records.session import Session
from tests.journeys.alumni import DUE, graduated
from tests.journeys.office import officers_return
from tests.person import Phone
from tests.stage import Stage

LIST = "Daftar telepon"
SECOND, SECOND_PHONE = "Budi <b>Santoso</b> & Anak", "+6281234567890"


async def with_a_list(stage: Stage, *, blocked: int = 1) -> list[Phone]:
    """A class was asked a month after its training: so many have blocked the bot, one never had a chat. The others."""
    everybody = await graduated(stage)
    for phone in everybody[:blocked]:
        await phone.blocks()
    await stage.until(DUE + timedelta(minutes=5))
    await officers_return(stage)
    return everybody


async def opens_the_list(officer: Phone) -> None:
    await officer.says("/staf")
    await officer.taps("Alumni")
    await officer.taps(LIST)


def name_before(officer: Phone) -> str:
    """Whom the officer has before her."""
    return next(
        str(message["text"]).partition("📞 ")[2].partition("\n")[0]
        for message in reversed(officer.bot_messages())
        if message["text"].startswith("📞 ")
    )


async def person_of(stage: Stage, name: str) -> int:
    return await stage.reads(_person_of, name)


def _person_of(session: Session, name: str) -> int:
    return next(one.id for one in session.scalars(select(Person)) if name.endswith(one.name))


async def has_a_second_contact(stage: Stage, person_id: int) -> None:
    await stage.writes(people.name_second_contact, person_id, SECOND, SECOND_PHONE)


async def followups_of(stage: Stage, person_id: int) -> dict[int, str]:
    """State by wave."""
    return await stage.reads(_followups_of, person_id)


def _followups_of(session: Session, person_id: int) -> dict[int, str]:
    rows = session.execute(select(Followup.wave, Followup.state).where(Followup.person_id == person_id))
    return dict(rows.all())


async def outcomes(stage: Stage, person_id: int) -> list[str]:
    """What stands of the calls about her."""
    return await stage.reads(_outcomes, person_id)


def _outcomes(session: Session, person_id: int) -> list[str]:
    chosen = select(Call.outcome).where(Call.person_id == person_id, Call.undone_at.is_(None)).order_by(Call.id)
    return list(session.scalars(chosen))


async def dies_and_is_known(stage: Stage, person_id: int) -> bool:
    return await stage.reads(people.has_died, person_id)


def wrong(session: Session, person_id: int) -> bool:
    return calls.has_wrong_number(session, person_id)
