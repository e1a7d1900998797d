"""kill -9 of the bot as its own process, at every ask of a registration and of a follow-up, at four places.

Before the commit, after it, after the reply was sent, and before the update is acknowledged. Nothing is lost, nothing
is done twice, nothing answered is asked again, and nobody is left without a reply.
"""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.crash.ledger import Ledger
from tests.crash.steps import CROOKED, FOLLOWUP, HELLO, PLAIN, registering
from tests.crash.town import CODE, PROGRAMME, Town, found_town, round_the_clock
from tests.crash.victim import PLACES, Victim, Witness
from tests.process import Telegram, migrated, running, telegram
from tests.walkers.screen import Reader

NUMBER = f"a-{CODE}-0001"


async def set_up(tg: Telegram, home: Path, place: str, script: str) -> tuple[Victim, Town]:
    """A town of her own for one person, who is the graduate in a follow-up."""
    migrated(home)
    phone = await tg.person("Siti", phone="+6281200000001", started=True)
    graduate = phone if script == "followup" else await tg.person("Dewi", started=True)
    town = await found_town(home, graduate.id)
    witness = Witness(tg, tg.world.chats[phone.id], Reader())
    return Victim(tg, home, place, phone, script, round_the_clock(home), witness), town


async def registers(home: Path, place: str) -> None:
    """Dies at every ask of the shortest registration, from the first tap to the last."""
    async with telegram() as tg:
        victim, town = await set_up(tg, home, place, "registration")
        await victim.walks((*registering(town.class_id), *PLAIN), (HELLO,), NUMBER)
        assert await victim.ledger.numbers() == [NUMBER]
        assert await victim.ledger.audited("application.filed") == 1
        assert await tg.refusals() == []


async def registers_crookedly(home: Path, place: str) -> None:
    """Dies at the asks that the shortest registration does not meet."""
    async with telegram() as tg:
        victim, town = await set_up(tg, home, place, "registration")
        met = {HELLO, PROGRAMME} | {step.ask for step in PLAIN if step.ask not in ("birth", "kecamatan")}
        await victim.walks((*registering(town.class_id), *CROOKED), sorted(met), NUMBER)
        assert await victim.ledger.numbers() == [NUMBER]
        assert await tg.refusals() == []


async def answers_a_followup(home: Path, place: str) -> None:
    """Dies at every answer of a follow-up that the scheduler had asked."""
    async with telegram() as tg:
        victim, _town = await set_up(tg, home, place, "followup")
        async with victim.bot() as process:
            await tg.until(lambda: "q1" in victim.witness.asked(), "the first question of the follow-up")
            await process.stop()
        victim.journals = [[]]
        await victim.walks(FOLLOWUP, (), "Terima kasih")
        (observed,) = await victim.ledger.observations()
        assert observed == ("working", {step.ask: step.keeps for step in FOLLOWUP})
        assert await victim.ledger.audited("followup.answered") == 1
        assert await tg.refusals() == []


@pytest.mark.long
@pytest.mark.parametrize("place", PLACES)
async def test_killed_at_every_ask_everybody_goes_on_where_she_was(place: str, tmp_path: Path) -> None:
    await asyncio.gather(registers(tmp_path / "plain", place), others(tmp_path, place))


async def others(folder: Path, place: str) -> None:
    await registers_crookedly(folder / "crooked", place)
    await answers_a_followup(folder / "followup", place)


async def crowd_of(tg: Telegram, home: Path, place: str) -> tuple[list[Victim], Town]:
    """As many people as there are asks, with one bot."""
    migrated(home)
    town = await found_town(home, (await tg.person("Dewi", started=True)).id)
    profile, reader, victims = round_the_clock(home), Reader(), []
    for _step in PLAIN:
        phone = await tg.person("Siti", phone="+6281200000001")
        witness = Witness(tg, tg.world.chats[phone.id], reader)
        victims.append(Victim(tg, home, place, phone, "registration", profile, witness))
    return victims, town


@pytest.mark.parametrize("place", PLACES)
async def test_killed_amid_one_batch_of_a_crowd_nobody_is_lost(place: str, tmp_path: Path) -> None:
    after = [*(step.ask for step in PLAIN[1:]), NUMBER]
    async with telegram() as tg:
        crowd, town = await crowd_of(tg, tmp_path / "home", place)
        way = (*registering(town.class_id), *PLAIN)
        async with running(tg, tmp_path / "home") as process:
            # Each stands at another ask when the bot goes down.
            await asyncio.gather(*(one.lives(way[: at + 2], way[at + 2].ask) for at, one in enumerate(crowd)))
            assert (await process.stop()).code == 0
        await asyncio.gather(*(one.does(step) for one, step in zip(crowd, PLAIN, strict=True)))
        async with running(tg, tmp_path / "home", failpoint=f"{place}:1") as process:
            assert (await process.ends()).code == -signal.SIGKILL
        async with running(tg, tmp_path / "home"):
            await tg.until(tg.all_confirmed, "every update is taken")
            for one, step, then in zip(crowd, PLAIN, after, strict=True):
                await one.goes_on(step, then)
        assert await crowd[0].ledger.numbers() == [NUMBER]
        assert await tg.refusals() == []


async def test_a_reply_lost_after_the_update_was_acknowledged_is_paid_at_the_start(tmp_path: Path) -> None:
    home = migrated(tmp_path / "home")
    async with telegram() as tg:
        siti = await tg.person("Siti")
        async with running(tg, home) as process:
            await tg.fails("sendMessage", "timeout_before")
            await siti.acts_alone("start")
            await tg.until(lambda: tg.all_confirmed() and not tg.world.faults.ordered, "taken, and the reply is stuck")
            assert (await process.kill()).code == -signal.SIGKILL
        assert await Ledger(home).owed(siti.id) is not None
        await siti.looks()
        assert siti.bot_messages() == []
        async with running(tg, home):
            await siti.waits_for("selamat datang di")
