"""The page's API: state, people, chats, waiting."""

import asyncio
import json
from typing import Any

import pytest

from simulator import page_api
from simulator.server import PAGE
from tests.simulator.stage import BUDI, GONE, SITI, STRANGER, Stage, eventually

KEYS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}]]}


async def next_update(stage: Stage) -> dict[str, Any]:
    """The next update, as a bot gets it that confirms what came before."""
    found: list[dict[str, Any]] = (await stage.call("getUpdates", timeout=20)).result
    await stage.call("getUpdates", offset=found[-1]["update_id"] + 1, timeout=0)
    return found[-1]


async def test_the_state_shows_the_cast_and_counts_the_others(stage: Stage) -> None:
    state = (await stage.page("GET", "/sim/state"))[1]
    names = [person["first_name"] for person in state["people"]]
    assert (names, state["others"], state["travels"]) == (["Siti", "Bambang", "Gone"], 2, False)
    assert state["now"] == "2026-03-02T02:00:00+00:00"


async def test_people_are_found_by_a_part_of_their_name(stage: Stage) -> None:
    found = (await stage.page("GET", "/sim/people?q=SANTO"))[1]
    assert [person["id"] for person in found] == [BUDI]
    assert len((await stage.page("GET", "/sim/people?limit=2"))[1]) == 2
    assert (await stage.page("GET", f"/sim/people/{STRANGER}"))[1]["first_name"] == "Wulan"
    assert (await stage.page("GET", "/sim/people/77"))[0] == 404


async def test_people_can_be_added_one_or_many_and_changed(stage: Stage) -> None:
    one = (await stage.page("POST", "/sim/people", {"first_name": "Dewi", "group": "Alumni"}))[1]
    assert one[0]["id"] > 1_000_000_000
    many = [{"id": 9001, "first_name": "Eko", "started": True}, {"id": SITI, "first_name": "Siti", "note": "baru"}]
    assert [person["id"] for person in (await stage.page("POST", "/sim/people", many))[1]] == [9001, SITI]
    assert (await stage.page("GET", f"/sim/people/{SITI}"))[1]["note"] == "baru"


@pytest.mark.parametrize(
    "wrong", [{}, {"first_name": " "}, {"first_name": "A", "id": -1}, {"first_name": "A", "cast": 3}]
)
async def test_a_person_who_makes_no_sense_is_refused(stage: Stage, wrong: dict[str, Any]) -> None:
    assert (await stage.page("POST", "/sim/people", wrong))[0] == 400


async def test_unread_messages_are_counted_until_the_chat_is_looked_at(stage: Stage) -> None:
    for text in ("satu", "dua"):
        await stage.call("sendMessage", chat_id=SITI, text=text)
    person = (await stage.page("GET", f"/sim/people/{SITI}"))[1]
    assert (person["unread"], person["last"]["text"], person["last"]["from_bot"], person["seq"]) == (2, "dua", True, 2)
    await stage.chat(SITI)
    assert (await stage.page("GET", f"/sim/people/{SITI}"))[1]["unread"] == 0


async def test_a_chat_shows_the_last_two_hundred_messages(stage: Stage) -> None:
    for n in range(205):
        await stage.call("sendMessage", chat_id=SITI, text=str(n))
    messages = (await stage.chat(SITI))["messages"]
    assert (len(messages), messages[0]["text"], messages[-1]["text"]) == (200, "5", "204")
    few = (await stage.page("GET", f"/sim/people/{SITI}/chat?last=1"))[1]["messages"]
    assert [message["text"] for message in few] == ["204"]


async def test_an_act_can_wait_for_the_bots_answer_to_it(stage: Stage) -> None:
    act = asyncio.create_task(stage.act(SITI, "say", "?wait=20", text="Halo"))
    update = await next_update(stage)
    assert not act.done()
    await stage.call("sendMessage", chat_id=BUDI, text="Bukan untuk Siti")
    assert not act.done()
    await stage.call("sendMessage", chat_id=update["message"]["chat"]["id"], text="Halo juga")
    found = await act
    assert (found["reacted"], found["messages"][-1]["text"]) == (True, "Halo juga")


async def test_what_the_bot_says_before_it_got_the_update_is_no_answer_to_it(stage: Stage) -> None:
    act = asyncio.create_task(stage.act(SITI, "say", "?wait=0.2", text="Halo"))
    await eventually(stage, "/bot1:TEST/getWebhookInfo", lambda found: found["result"]["pending_update_count"] == 1)
    await stage.call("sendMessage", chat_id=SITI, text="Pengumuman")
    assert (await act)["reacted"] is False


async def test_a_tap_waits_for_its_answer_and_for_what_comes_beside_it(stage: Stage) -> None:
    await stage.call("sendMessage", chat_id=SITI, text="Jadi?", reply_markup=KEYS)
    act = asyncio.create_task(stage.act(SITI, "tap", "?wait=20", message_id=1, row=0, col=0))
    query = (await next_update(stage))["callback_query"]
    await stage.call("editMessageText", chat_id=SITI, message_id=1, text="Baik")
    assert not act.done()
    await stage.call("answerCallbackQuery", callback_query_id=query["id"])
    found = await act
    assert (found["reacted"], found["messages"][-1]["text"]) == (True, "Baik")


async def test_a_tap_answered_first_still_waits_for_the_edit_sent_with_the_answer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_api, "LINGER", 10.0)
    await stage.call("sendMessage", chat_id=SITI, text="Jadi?", reply_markup=KEYS)
    act = asyncio.create_task(stage.act(SITI, "tap", "?wait=20", message_id=1, row=0, col=0))
    query = (await next_update(stage))["callback_query"]
    await stage.call("answerCallbackQuery", callback_query_id=query["id"])
    await stage.call("editMessageText", chat_id=SITI, message_id=1, text="Baik")
    assert (await act)["messages"][-1]["text"] == "Baik"


async def test_a_block_waits_until_the_bot_has_confirmed_it(stage: Stage) -> None:
    act = asyncio.create_task(stage.act(SITI, "block", "?wait=20"))
    assert "my_chat_member" in await next_update(stage)
    assert (await act)["reacted"] is True


async def test_an_act_nobody_answers_says_so(stage: Stage) -> None:
    assert (await stage.act(SITI, "say", "?wait=0.05", text="Halo"))["reacted"] is False


async def test_the_chat_can_be_watched_for_changes(stage: Stage) -> None:
    watch = asyncio.create_task(stage.page("GET", f"/sim/people/{SITI}/wait?after=0&timeout=20"))
    await asyncio.wait([watch], timeout=0.05)
    assert not watch.done()
    await stage.call("sendMessage", chat_id=SITI, text="Halo")
    found = (await watch)[1]
    assert (found["seq"], found["messages"][-1]["text"]) == (1, "Halo")
    assert (await stage.page("GET", f"/sim/people/{SITI}/wait?after=1&timeout=0.05"))[1]["seq"] == 1


async def test_open_pages_hear_of_chats_people_and_the_clock(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base}/sim/events") as stream:
        await stream.content.readline()
        await stage.call("sendMessage", chat_id=SITI, text="Halo")
        await stage.page("POST", "/sim/people", {"first_name": "Dewi"})
        await stage.page("POST", "/clock", {"now": "2026-03-03T00:00:00+00:00"})
        events: list[dict[str, Any]] = []
        while len(events) < 3:
            line = (await stream.content.readline()).decode()
            if line.startswith("data: "):
                events.append(json.loads(line.removeprefix("data: ")))
    assert events == [
        {"type": "chat", "person": SITI, "seq": 1},
        {"type": "people"},
        {"type": "clock", "now": "2026-03-03T00:00:00+00:00"},
    ]


async def test_wrong_requests_get_a_sentence(stage: Stage) -> None:
    say = f"/sim/people/{SITI}/say"
    assert (await stage.page("POST", say, {}))[1] == {"error": "text must be a text"}
    assert (await stage.page("POST", say, {"text": " \n"}))[0] == 400
    assert (await stage.page("POST", f"/sim/people/{SITI}/dance", {}))[0] == 404
    assert (await stage.page("POST", f"/sim/people/{GONE}/start", {}))[0] == 409
    assert (await stage.page("POST", f"/sim/people/{SITI}/start", {"payload": "x" * 65}))[0] == 400
    assert (await stage.page("POST", say + "?wait=soon", {"text": "a"}))[0] == 400
    assert (await stage.page("POST", f"/sim/people/{SITI}/tap", {"message_id": "1"}))[0] == 400


async def test_nothing_outside_the_pages_folder_is_served(stage: Stage) -> None:
    assert PAGE.name == "page"
    for path in ("/page/%2e%2e/world.py", "/page/..%2fworld.py", "/page/nothing.js"):
        async with stage.http.get(stage.base + path) as answer:
            assert answer.status == 404
