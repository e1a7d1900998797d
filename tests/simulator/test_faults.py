"""Faults that a test orders."""

import asyncio

import pytest
from aiohttp import ClientError, ClientTimeout

from tests.simulator.stage import BUDI, SITI, Stage


async def order(stage: Stage, **fault: object) -> None:
    status, answer = await stage.page("POST", "/sim/fault", fault)
    assert status == 200, answer


async def send_impatiently(stage: Stage) -> None:
    url, message = f"{stage.base}/bot1:TEST/sendMessage", {"chat_id": SITI, "text": "Halo"}
    async with stage.http.post(url, json=message, timeout=ClientTimeout(total=0.1)) as answer:
        await answer.read()


async def test_a_method_fails_as_often_as_ordered_and_only_in_its_chat(stage: Stage) -> None:
    await order(stage, method="sendMessage", times=2, chat_id=SITI, code=502)
    assert (await stage.call("sendMessage", chat_id=BUDI, text="Halo")).status == 200
    for _ in range(2):
        assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).refusal == (502, "Bad Gateway")
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).status == 200
    assert (await stage.page("GET", "/sim/refusals"))[1] == []


async def test_a_429_says_how_long_to_wait(stage: Stage) -> None:
    await order(stage, method="editMessageText", code=429, retry_after=17)
    reply = await stage.call("editMessageText", chat_id=SITI, message_id=1, text="Halo")
    assert reply.refusal == (429, "Too Many Requests: retry after 17")
    assert reply.body["parameters"] == {"retry_after": 17}


async def test_after_a_timeout_after_the_message_is_there(stage: Stage) -> None:
    await order(stage, method="sendMessage", code="timeout_after")
    with pytest.raises(asyncio.TimeoutError):
        await send_impatiently(stage)
    assert [message["text"] for message in (await stage.chat(SITI))["messages"]] == ["Halo"]


async def test_after_a_timeout_before_it_is_not(stage: Stage) -> None:
    await order(stage, method="sendMessage", code="timeout_before")
    with pytest.raises(asyncio.TimeoutError):
        await send_impatiently(stage)
    assert (await stage.chat(SITI))["messages"] == []


async def test_a_dropped_call_ends_without_an_answer_and_without_effect(stage: Stage) -> None:
    await order(stage, method="sendMessage", code="drop")
    with pytest.raises(ClientError):
        await stage.call("sendMessage", chat_id=SITI, text="Halo")
    assert (await stage.chat(SITI))["messages"] == []
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).status == 200


async def test_a_wrong_order_is_refused(stage: Stage) -> None:
    assert (await stage.page("POST", "/sim/fault", {"method": "sendMessage", "code": "later"}))[0] == 400
    assert (await stage.page("POST", "/sim/fault", {"code": 502}))[0] == 400
    assert (await stage.page("GET", "/sim/fault"))[1] == []
