"""The bot as its own process, from the first command to the last signal: the whole way, over HTTP."""

import asyncio
import re
import signal
from pathlib import Path

import pytest

from conversations.following.questionnaire import GLANCE
from tests import papers
from tests.crash.ledger import Ledger
from tests.crash.steps import PLAIN, Step
from tests.crash.town import (
    CODE,
    crowd_and_announcement,
    everybody_is_selected,
    found_town,
    month_passes,
    round_the_clock,
    training_begins,
    written,
)
from tests.process import LonePhone, Telegram, canting, command, environment, migrated, running, telegram

NUMBER = f"a-{CODE}-0001"
CROWD = 70


async def invited(tg: Telegram, home: Path) -> str:
    """What is behind START in the link that makes an officer."""
    outcome = await canting(home, tg.url, "staff", "invite", "--role", "administrator")
    assert outcome.code == 0, outcome.err
    link = re.fullmatch(r"https://t\.me/(\w+)\?start=(s_[\w-]+)\s*", outcome.out)
    assert link is not None, outcome.out
    assert link[1] == tg.world.profile.to_user()["username"]
    return link[2]


async def answers(phone: LonePhone, step: Step) -> None:
    if step.contact:
        await phone.shares_her_number()
    elif step.words:
        await phone.says(step.words)
    else:
        await phone.presses(step.press)


async def registers(phone: LonePhone) -> None:
    await phone.starts(f"k_{CODE}")
    await phone.presses("m:register:")
    for step in PLAIN:
        await answers(phone, step)
    await phone.waits_for(NUMBER)


async def sends_her_documents(phone: LonePhone) -> None:
    """Two photos of her own; they are looked at by the process beside, stored and removed."""
    await phone.presses("m:documents:")
    await phone.sends_photo(papers.ktp())
    await phone.waits_for("PDF) ijazah")
    await phone.sends_photo(papers.diploma())
    await phone.waits_for("Berkas Anda lengkap")


async def is_approved(officer: LonePhone) -> None:
    await officer.says("/staf")
    await officer.presses("m:review")
    await officer.waits_for(NUMBER)
    await officer.presses("m:approve:")
    await officer.waits_for("disetujui")


async def graduates(officer: LonePhone, class_id: int) -> None:
    await officer.says("/staf")
    for page in ("m:graduate", f"m:closing:{class_id}", "m:ending:", "m:graduated:"):
        await officer.presses(page)


async def tells_how_she_is(alumna: LonePhone) -> None:
    await alumna.waits_for("kegiatan utama")
    for answer in (":q1:kerja", ":q2:4", ":q3:0-1", ":q4:4", ":employer:-"):
        await asyncio.sleep(GLANCE.total_seconds())
        await alumna.presses(answer)
    await alumna.waits_for("Terima kasih")


async def reads_the_figure(officer: LonePhone, cohort: str) -> None:
    await officer.says("/staf")
    await officer.presses("m:figures")
    await officer.presses("m:cutby:cohort")
    await officer.taps(cohort)
    await officer.presses("m:cutby:wave")
    await officer.taps("Bulan 1")
    for words in ("(N): 1", "(T): 1", "(R): 1", "(E): 1", "100%"):
        officer.sees(words)
    await officer.presses("m:made:bars")
    await officer.waits_for("Bekerja setelah pelatihan, per kejuruan")
    assert any(message["kind"] == "photo" for message in officer.bot_messages()[-2:])


async def announces(officer: LonePhone, cohort: str, reader: LonePhone) -> None:
    await officer.says("/staf")
    await officer.presses("m:announce")
    await officer.presses("m:annnew")
    await officer.waits_for("Untuk angkatan mana?")
    await officer.taps(cohort)
    await officer.says("Sertifikat dapat diambil di loket.")
    await officer.presses("m:annsend:")
    await reader.waits_for("Sertifikat dapat diambil di loket.")
    await officer.waits_for("1 dari 1")


@pytest.mark.long
async def test_from_registration_by_chat_to_the_figure_and_the_announcement(tmp_path: Path) -> None:
    home, cohort = tmp_path / "home", f"Angkatan {CODE}"
    async with telegram() as tg:
        assert (await canting(home, tg.url, "migrate")).code == 0
        siti = await tg.person("Siti", phone="+6281200000001")
        officer, dewi = await tg.person("Ratna"), await tg.person("Dewi", started=True)
        town = await found_town(home, dewi.id)
        profile = str(round_the_clock(tmp_path))
        async with running(tg, home, profile=profile) as process:
            await officer.starts(await invited(tg, home))
            await registers(siti)
            await sends_her_documents(siti)
            await is_approved(officer)
            await written(home, everybody_is_selected)
            await written(home, training_begins)
            await graduates(officer, town.class_id)
            assert (await process.stop()).code == 0
        await written(home, month_passes)
        async with running(tg, home, profile=profile) as process:
            await tells_how_she_is(siti)
            await reads_the_figure(officer, cohort)
            await announces(officer, cohort, siti)
            assert (await process.stop()).code == 0
        assert await tg.refusals() == []
        ledger = Ledger(home)
        answers = {"q1": "kerja", "q2": "4", "q3": "0-1", "q4": "4", "employer": "-"}
        assert await ledger.observations() == [("working", answers)]
        assert await ledger.trail_is_whole()


async def test_sigterm_finishes_what_was_taken_and_confirms_it(tmp_path: Path) -> None:
    home = migrated(tmp_path / "home")
    async with telegram() as tg:
        siti = await tg.person()
        async with running(tg, home) as process:
            await siti.starts()
            assert process.is_alive
            outcome = await process.stop()
        assert outcome.code == 0
        assert "Traceback" not in outcome.err
        assert "stopped" in outcome.err
        assert tg.all_confirmed()
        assert await Ledger(home).owed(siti.id) is None


async def test_sigterm_amid_an_announcement_leaves_nobody_in_doubt(tmp_path: Path) -> None:
    home = migrated(tmp_path / "home")
    async with telegram() as tg:
        crowd = [await tg.person(started=True) for _ in range(CROWD)]
        await found_town(home, (await tg.person("Dewi", started=True)).id)
        ids = [phone.id for phone in crowd]
        await written(home, lambda session, vault, now: crowd_and_announcement(session, vault, now, ids))

        def told() -> list[int]:
            chats = [tg.world.chats[chat_id].messages.values() for chat_id in ids]
            return [sum("Pembukaan" in message.body.text for message in messages) for messages in chats]

        profile = str(round_the_clock(tmp_path))
        async with running(tg, home, profile=profile) as process:
            await tg.until(lambda: sum(told()) > 0, "the first announcement")
            assert (await process.stop()).code == 0
        assert 0 < sum(told()) < CROWD
        assert set(await Ledger(home).deliveries()) <= {"sent", "waiting"}
        async with running(tg, home, profile=profile):
            await tg.until(lambda: sum(told()) >= CROWD, "the rest of the announcement")
        assert told() == [1] * CROWD


async def test_a_second_process_waits_and_takes_over_when_the_first_is_killed(tmp_path: Path) -> None:
    home = migrated(tmp_path / "home")
    async with telegram() as tg:
        siti = await tg.person()
        async with running(tg, home) as first:
            await siti.starts()
            second = await command(environment(home, tg.url), "run")
            try:
                await second.logs("waiting_for_lead")
                polls = tg.polls()
                assert (await first.kill()).code == -signal.SIGKILL
                await siti.acts_alone("say", text="/status")
                await tg.until(lambda: tg.polls() > polls, "the second process polls")
                await siti.waits_for("Anda belum mendaftar")
                assert (await second.stop()).code == 0
            finally:
                await second.kill()
        assert await tg.refusals() == []
