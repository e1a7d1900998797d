"""The whole bot on PostgreSQL: from the first word to the figure, as on SQLite."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.lead import lead_of
from records.applications import ApplicationStatus
from records.database import DatabaseError
from tests.clock import HandClock
from tests.journeys.applicant import newcomer, registers
from tests.journeys.office import opens_the_application
from tests.records.servers import running_postgres
from tests.stage import ADMINISTRATOR, empty_home, seed, settings_for, staged
from tests.walking import by_number


@pytest.mark.long
async def test_she_registers_is_checked_and_told_and_the_class_hears_an_announcement(tmp_path: Path) -> None:
    with running_postgres() as server, server.migrated_database("journey") as url:
        home = tmp_path / "home"
        shutil.copytree(empty_home(), home)
        cast = await seed(settings_for(home, "http://127.0.0.1", database_url=url), HandClock())
        async with staged(home, cast=cast, database_url=url) as stage:
            siti = await newcomer(stage)
            number = await registers(siti)
            await siti.taps("📎 Kirim berkas")
            await siti.taps("Semua saya bawa ke loket")
            ratna = stage.phone(ADMINISTRATOR)
            await opens_the_application(ratna, number)
            await ratna.taps("Setujui")
            stage.clock.forward(timedelta(seconds=61))
            await stage.a_moment_passes()
            await siti.waits_for("berkasnya lengkap")
            decided = await stage.reads(by_number, number)
            assert decided.status == ApplicationStatus.ADMINISTRATIVELY_PASSED.value
            await stage.until(stage.clock.now() + timedelta(days=60))
            assert not await stage.refusals()


async def test_only_one_process_leads_and_another_takes_over(tmp_path: Path) -> None:
    with running_postgres() as server, server.migrated_database("lead") as url:
        first, second = lead_of(url), lead_of(url)
        assert await first.try_take()
        assert not await second.try_take()
        assert await first.holds()
        await first.give_up()
        assert not await first.holds()
        assert await second.try_take()
        await second.give_up()


async def test_a_server_that_does_not_answer_is_one_sentence() -> None:
    lead = lead_of("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DatabaseError, match="PostgreSQL cannot be reached"):
        await lead.try_take()
    await lead.give_up()
