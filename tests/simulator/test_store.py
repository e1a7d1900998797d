"""The store: the world outlives the process."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator import store
from tests.simulator.stage import PICTURE, SITI, Stage, eventually, running

KEYS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya", "style": "success"}]]}


async def furnish(stage: Stage) -> None:
    await stage.call("sendMessage", chat_id=SITI, text="<b>Halo</b> 🎉", parse_mode="HTML", reply_markup=KEYS)
    await stage.call("sendMessage", chat_id=SITI, text="Nomor?", reply_markup={"keyboard": [["Batal"]]})
    await stage.upload("sendPhoto", {"photo": ("a.png", PICTURE)}, chat_id=str(SITI), caption="Denah")
    await stage.act(SITI, "contact", own=True)
    await stage.call("setMyCommands", commands=[{"command": "mulai", "description": "Mulai"}])
    await stage.call("pinChatMessage", chat_id=SITI, message_id=1)
    await stage.act(SITI, "say", text="Belum terkirim")


def messages_in(saved: Path) -> int:
    return len(json.loads(saved.read_text())["chats"][0]["messages"]) if saved.exists() else 0


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def looks(stage: Stage) -> tuple[Any, Any, Any]:
    chat = await stage.chat(SITI)
    return chat, (await stage.page("GET", "/sim/state"))[1], await stage.updates()


async def test_a_restart_keeps_chats_files_commands_and_what_is_not_yet_delivered(tmp_path: Path) -> None:
    async with running(home=tmp_path) as stage:
        await furnish(stage)
        before = await looks(stage)
        now = stage.clock.now()
    async with running(home=tmp_path, people=False) as stage:
        assert stage.clock.now() == now
        stage.clock.set(now.replace(second=0))
        after = await looks(stage)
        assert after[0] == before[0]
        assert after[1]["people"] == before[1]["people"]
        assert after[2] == before[2]
        photo = after[0]["messages"][2]["file"]["id"]
        async with stage.http.get(f"{stage.base}/sim/files/{photo}") as answer:
            assert await answer.read() == PICTURE
        sent = (await stage.call("sendMessage", chat_id=SITI, text="Lagi")).result
        assert sent["message_id"] == len(before[0]["messages"]) + 1


async def test_many_changes_are_saved_once_and_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "DELAY", 0.01)
    saved = tmp_path / "state.json"
    async with running(home=tmp_path) as stage:
        for n in range(20):
            await stage.call("sendMessage", chat_id=SITI, text=str(n))
        await eventually(stage, "/sim/state", lambda _: messages_in(saved) == 20)
    assert names_in(tmp_path) == ["state.json"]


async def test_without_a_home_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with running() as stage:
        await furnish(stage)
    assert names_in(tmp_path) == []
