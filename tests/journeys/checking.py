"""Checking: an applicant whose turn it is, and what an officer's chat shows of her."""

from datetime import timedelta

from tests.journeys.applicant import newcomer, registers
from tests.journeys.office import goes_to
from tests.journeys.papers import time_is_over
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number

COMPLETE = "berkasnya lengkap"


async def a_minute_passes(stage: Stage) -> None:
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()


async def status_of(stage: Stage, number: str) -> str:
    return (await stage.reads(by_number, number)).status


async def registered(stage: Stage) -> tuple[Phone, str]:
    siti = await newcomer(stage)
    number = await registers(siti)
    await time_is_over(stage, number)
    return siti, number


def shows(officer: Phone, words: str) -> bool:
    """Whether it stands anywhere in the officer's chat."""
    return any(words in message["text"] for message in officer.bot_messages())


async def opens(stage: Stage, officer: Phone, number: str, kind: str = "photo") -> None:
    """Skips through the queue until this one stands there, with its picture."""
    await goes_to(officer, "Pendaftaran menunggu")
    for _skip in range(30):
        await is_there(stage, officer)
        if f"{number} ·" in officer.last():
            assert officer.bot_messages()[-1]["kind"] == kind
            return
        await officer.taps("Lewati")
    raise AssertionError(f"{number} does not wait")


async def is_there(stage: Stage, officer: Phone) -> None:
    """What follows a tap beside its reply."""
    await stage.is_quiet()
    await stage.canting.errands.close()
    await officer.looks()
