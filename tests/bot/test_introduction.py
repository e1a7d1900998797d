"""The introduction: every officer's chat gets the staff's commands, though Telegram may have trouble at first."""

from pathlib import Path

from telegram import BotCommandScopeChat

from tests.stage import ADMINISTRATOR, Stage, staged


async def _commands(stage: Stage) -> set[str]:
    shown = await stage.canting.bot.get_my_commands(BotCommandScopeChat(ADMINISTRATOR))
    return {command.command for command in shown}


async def test_an_officer_is_shown_her_commands_after_an_outage(tmp_path: Path) -> None:
    async with staged(tmp_path / "home") as stage:
        await stage.fails("setMyCommands", 502, times=100)
        await stage.canting.show_officers_their_commands()
        assert "staf" not in await _commands(stage)
        stage.world.faults.ordered.clear()
        await stage.canting.show_officers_their_commands()
        assert "staf" in await _commands(stage)
