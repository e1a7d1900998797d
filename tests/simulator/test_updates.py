"""Updates: their ids, offsets, what is kept and for how long, and one poller at a time."""

import asyncio

from simulator.updates import KEPT, QUIET
from tests.simulator.stage import BUDI, SITI, Stage, running


async def test_ids_ascend_by_one_and_an_offset_confirms_what_lies_before_it(stage: Stage) -> None:
    for text in ("satu", "dua", "tiga"):
        await stage.act(SITI, "say", text=text)
    found = await stage.updates()
    first = found[0]["update_id"]
    assert [update["update_id"] for update in found] == [first, first + 1, first + 2]
    assert [update["message"]["text"] for update in await stage.updates(first + 2)] == ["tiga"]
    assert [update["message"]["text"] for update in await stage.updates()] == ["tiga"]


async def test_without_an_offset_nothing_is_confirmed(stage: Stage) -> None:
    await stage.act(SITI, "say", text="satu")
    assert await stage.updates() == await stage.updates()


async def test_a_negative_offset_keeps_only_the_newest(stage: Stage) -> None:
    for text in ("satu", "dua", "tiga"):
        await stage.act(SITI, "say", text=text)
    assert [update["message"]["text"] for update in await stage.updates(-2)] == ["dua", "tiga"]
    assert [update["message"]["text"] for update in await stage.updates()] == ["dua", "tiga"]


async def test_a_limit_is_kept(stage: Stage) -> None:
    for text in ("satu", "dua", "tiga"):
        await stage.act(SITI, "say", text=text)
    assert len(await stage.updates(limit=2)) == 2


async def test_an_offset_repeated_within_half_a_second_brings_one_update_only(stage: Stage) -> None:
    for text in ("satu", "dua", "tiga"):
        await stage.act(SITI, "say", text=text)
    first = (await stage.updates())[0]["update_id"]
    assert len((await stage.call("getUpdates", offset=first, timeout=0)).result) == 3
    stage.clock.forward(0.4)
    assert len((await stage.call("getUpdates", offset=first, timeout=0)).result) == 1
    stage.clock.forward(0.5)
    assert len((await stage.call("getUpdates", offset=first, timeout=0)).result) == 3


async def test_a_long_poll_ends_when_something_comes(stage: Stage) -> None:
    poll = asyncio.create_task(stage.call("getUpdates", timeout=30))
    await asyncio.wait([poll], timeout=0.05)
    assert not poll.done()
    await stage.act(SITI, "say", text="Halo")
    assert [update["message"]["text"] for update in (await poll).result] == ["Halo"]


async def test_a_second_poll_ends_the_first_with_a_conflict(stage: Stage) -> None:
    poll = asyncio.create_task(stage.call("getUpdates", timeout=30))
    await asyncio.wait([poll], timeout=0.05)
    await stage.call("getUpdates", timeout=0)
    assert (await poll).refusal == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


async def test_messages_are_kept_for_a_day(stage: Stage) -> None:
    await stage.act(SITI, "say", text="Halo")
    stage.clock.forward(KEPT - 2)
    assert len(await stage.updates()) == 1
    stage.clock.forward(2)
    assert await stage.updates() == []


async def test_taps_are_kept_for_150_seconds_and_the_messages_around_them_longer(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="Pilih")).result
    await stage.act(SITI, "say", text="sebelum")
    await stage.act(SITI, "tap", message_id=sent["message_id"], data="a")
    await stage.act(SITI, "say", text="sesudah")
    stage.clock.forward(148)
    assert [("callback_query" in update) for update in await stage.updates()] == [False, True, False]
    stage.clock.forward(1)
    assert [update["message"]["text"] for update in await stage.updates()] == ["sebelum", "sesudah"]


async def test_allowed_updates_are_remembered(stage: Stage) -> None:
    await stage.updates(allowed_updates=["callback_query"])
    await stage.act(SITI, "say", text="Halo")
    assert await stage.updates() == []
    await stage.updates(allowed_updates=["message"])
    await stage.act(SITI, "say", text="Halo lagi")
    assert [update["message"]["text"] for update in await stage.updates()] == ["Halo lagi"]
    await stage.updates(allowed_updates=[])
    await stage.act(SITI, "block")
    assert "my_chat_member" in (await stage.updates())[-1]


async def test_after_a_quiet_week_ids_begin_anew_and_an_old_offset_hides_nothing(stage: Stage) -> None:
    await stage.act(SITI, "say", text="Halo")
    last = (await stage.updates())[0]["update_id"]
    await stage.updates(last + 1)
    stage.clock.forward(QUIET + 1)
    await stage.act(SITI, "say", text="Masih ada?")
    found = await stage.updates(last + 1)
    assert [update["message"]["text"] for update in found] == ["Masih ada?"]
    assert abs(found[0]["update_id"] - last) > 100


async def test_updates_look_like_telegrams() -> None:
    async with running() as stage:
        await stage.act(SITI, "start", payload="k_las")
        update = (await stage.updates())[0]
    assert update["message"] == {
        "message_id": 1,
        "from": {
            "id": SITI,
            "is_bot": False,
            "first_name": "Siti",
            "last_name": "Aminah",
            "language_code": "id",
        },
        "chat": {"id": SITI, "first_name": "Siti", "last_name": "Aminah", "type": "private"},
        "date": int(stage.clock.now().timestamp()) - 1,
        "text": "/start k_las",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }


async def test_message_ids_ascend_in_each_chat_of_its_own(stage: Stage) -> None:
    sent = [(await stage.call("sendMessage", chat_id=who, text="Halo")).result for who in (SITI, BUDI, SITI)]
    assert [message["message_id"] for message in sent] == [1, 1, 2]


async def test_parameters_may_come_in_the_query_urlencoded_or_as_json(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base}/bot1:TEST/sendMessage?chat_id={SITI}&text=Halo") as answer:
        assert (await answer.json())["result"]["text"] == "Halo"
    form = {"chat_id": str(SITI), "text": "Halo &", "reply_markup": '{"inline_keyboard":[[{"text":"A","url":"t.me"}]]}'}
    async with stage.http.post(f"{stage.base}/bot1:TEST/sendMessage", data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["url"] == "http://t.me/"
    async with stage.http.post(
        f"{stage.base}/bot1:TEST/sendMessage", data=b"{", headers={"Content-Type": "application/json"}
    ) as answer:
        assert (await answer.json())["description"] == "Bad Request: can't parse JSON object"
