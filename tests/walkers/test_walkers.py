"""Random walkers: thousands of inputs, each answered, none refused by Telegram, no fault logged; in `make test-long`
tens of thousands, which come to every screen and script.
"""

import asyncio
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
import uvloop
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from records import offers, staff
from records.classes import TrainingClass
from records.requirements import Requirements
from records.session import Session
from records.staff import Role
from records.talks import TalkRow, TalkState
from tests.stage import Stage, staged
from tests.walkers import alumni
from tests.walkers.coverage import Coverage
from tests.walkers.persona import invent
from tests.walkers.screen import Reader
from tests.walkers.walker import Walker

WALKERS, ALUMNI, OFFICERS = 48, 18, 2
# Between the rounds time passes, so that follow-ups and reminders come.
ROUNDS, STEPS = (0, 2, 4, 5), 16
# Of a crowd, at least.
INPUTS = 2_500
CROWDS = 12
# Ten thousand commits to a disk take minutes; what a disk is for is the matter of tests/crash.
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# What the log says where nothing is wrong.
HARMLESS = ("started", "stopped")


class Complaints(logging.Handler):
    """Everything the log complains of."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING or (
            record.name == "canting" and not record.getMessage().startswith(HARMLESS)
        ):
            self.words.append(f"{record.name}: {record.getMessage()} {record.exc_info or ''}")


@contextmanager
def listening() -> Iterator[Complaints]:
    """The whole log, from our own lines of any weight to everybody's warnings."""
    complaints, ours = Complaints(), logging.getLogger("canting")
    weight = ours.level
    ours.setLevel(logging.INFO)
    logging.getLogger().addHandler(complaints)
    try:
        yield complaints
    finally:
        logging.getLogger().removeHandler(complaints)
        ours.setLevel(weight)


async def gather_crowd(stage: Stage, seeds: list[int], reader: Reader, coverage: Coverage) -> list[Walker]:
    """A walker a seed: the first are officers, then alumni, the rest come from the street."""
    walkers, personas = [], []
    today = stage.clock.now().date()
    found = await stage.reads(offers.open_at, stage.clock.now())
    await stage.writes(ask_when, [offer.id for offer in found])
    abroad = next(offer.id for offer in found if not offer.requirements.residents_only)
    for number, seed in enumerate(seeds):
        dice = Random(seed)
        persona = invent(number, dice, today)
        phone = await stage.person(persona.first_name, phone=persona.phone)
        personas.append(persona)
        walkers.append(Walker(phone, dice, persona, reader, coverage, abroad))
    chosen = [(walker.id, persona) for walker, persona in zip(walkers, personas, strict=True)]
    await stage.writes(appoint, [chat_id for chat_id, _persona in chosen[:OFFICERS]], stage.clock.now())
    later = chosen[OFFICERS : OFFICERS + ALUMNI]
    await stage.writes(alumni.write, stage.canting.house, later, stage.clock.now())
    return walkers


def ask_when(session: Session, class_ids: list[int]) -> None:
    """Of these classes a late course stands in the way, so that its year is asked for."""
    for a_class in session.scalars(select(TrainingClass).where(TrainingClass.id.in_(class_ids))):
        rules = Requirements.from_json(a_class.requirements)
        a_class.requirements = replace(rules, course_free_years=2).to_json()


def appoint(session: Session, chat_ids: list[int], now: datetime) -> None:
    for chat_id in chat_ids:
        staff.appoint(session, chat_id, "Petugas Contoh", Role.OFFICER, now)


async def walks(walker: Walker, seed: int, steps: int) -> None:
    """What goes wrong says whose dice it was and what she did last."""
    try:
        await walker.walk(steps)
    except AssertionError as wrong:
        raise AssertionError(f"the walker of seed {seed}: {wrong}; she did {list(walker.trace)}") from wrong


def finishers(session: Session, chat_ids: list[int]) -> set[int]:
    """Who brought anything to its end."""
    chosen = select(TalkRow.actor_chat).where(
        TalkRow.actor_chat.in_(chat_ids), TalkRow.state == TalkState.CONCLUDED.value
    )
    return set(session.scalars(chosen))


async def let_walk(home: Path, seeds: list[int], reader: Reader, coverage: Coverage) -> None:
    """One crowd, from the empty stage to the end."""
    async with staged(home) as stage:
        walkers = await gather_crowd(stage, seeds, reader, coverage)
        for days in ROUNDS:
            await stage.passes(days)
            await asyncio.gather(*(walks(one, seed, STEPS) for one, seed in zip(walkers, seeds, strict=True)))
        assert await stage.refusals() == []
        coverage.walks += len(walkers)
        coverage.finished += len(await stage.reads(finishers, [walker.id for walker in walkers]))


def crowds(number: int, *, the_same_each_time: bool) -> Coverage:
    """Lets so many crowds walk, one after another; a failure tells the seeds of its crowd."""
    reader, coverage = Reader(), Coverage()

    @settings(
        max_examples=number,
        derandomize=the_same_each_time,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(st.integers(0, 2**32 - 1), min_size=WALKERS, max_size=WALKERS, unique=True))
    def crowd(seeds: list[int]) -> None:
        with TemporaryDirectory(prefix="canting-walkers-", dir=IN_MEMORY) as folder, listening() as complaints:
            uvloop.run(let_walk(Path(folder) / "home", seeds, reader, coverage))
        assert complaints.words == []

    crowd()
    print(f"{coverage.inputs} inputs, {coverage.finished} of {coverage.walks} walks finished something")
    print(coverage.table())
    return coverage


def test_whatever_people_do_they_get_an_answer_that_telegram_takes() -> None:
    coverage = crowds(1, the_same_each_time=True)
    assert coverage.inputs >= INPUTS
    assert coverage.finished * 5 >= coverage.walks


@pytest.mark.long
def test_other_people_every_time_anew_are_answered_too() -> None:
    coverage = crowds(CROWDS, the_same_each_time=False)
    assert coverage.inputs >= CROWDS * INPUTS
    assert coverage.lacking() == []
    assert coverage.finished * 5 >= coverage.walks
