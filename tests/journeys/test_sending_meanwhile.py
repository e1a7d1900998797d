"""While it is being sent: forms go on, others are answered, and nothing that comes up is lost."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

import bot.request
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import chats
from records.chats import ChatState
from records.demonstration import Group
from scheduler.flights import Carrier
from tests.journeys.announcing import WITH_CHAT, WORDS, outcomes, sends
from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.office import bu_ratna, goes_to
from tests.stage import Stage


async def test_an_announcement_does_not_disturb_an_open_form(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    await fills_in(sri, until="kecamatan")
    await sends(bu_ratna(stage))
    await stage.a_moment_passes()
    await sri.waits_for(WORDS)
    await answers(sri, since="kecamatan")
    sri.sees("Nomor pendaftaran")


class Meanwhile:
    """A carrier on whose way something else happens."""

    def __init__(self, carrier: Carrier, happens: Callable[[], Awaitable[None]]) -> None:
        self._carrier = carrier
        self._happens = happens

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt:
        await self._happens()
        return await self._carrier.deliver(chat, reply)


async def test_a_keyboard_that_comes_up_while_a_message_is_on_its_way_is_remembered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says("Apakah ada uang transport?")
    await fills_in(siti, until="alamat")
    await goes_to(bu_ratna(stage), "Pertanyaan menunggu")
    await bu_ratna(stage).taps("Jawab 1")
    await bu_ratna(stage).says("Ada, tiap hari.")

    async def she_reaches_the_phone_question() -> None:
        await answers(siti, since="alamat", until="nomor telepon")
        await stage.canting.turns.settle()

    flights = stage.canting.sender._flights
    monkeypatch.setattr(flights, "_carrier", Meanwhile(flights._carrier, she_reaches_the_phone_question))
    await stage.a_moment_passes()
    await siti.waits_for("Ada, tiap hari.")
    assert (await stage.reads(chats.load, siti.id, stage.clock.now())).reply_keyboard


async def test_who_asks_for_the_table_to_be_emptied_waits_for_the_round_under_way(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    sender, under_way = stage.canting.sender, asyncio.Event()

    async def a_moment() -> None:
        under_way.set()
        await asyncio.sleep(0)

    flights = sender._flights
    monkeypatch.setattr(flights, "_carrier", Meanwhile(flights._carrier, a_moment))
    first = asyncio.create_task(sender.empty())
    await under_way.wait()
    await sender.empty()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    await first


async def test_others_are_answered_while_it_is_being_sent(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 1.0)
    siti = await newcomer(stage)
    await sends(bu_ratna(stage))
    await stage.fails("sendMessage", "timeout_after", chat_id=stage.of(Group.PARTICIPANT)[0].id)
    sending = asyncio.create_task(stage.canting.sender.empty())
    await stage.of(Group.PARTICIPANT)[1].waits_for(WORDS)
    await fills_in(siti, until="kecamatan")
    assert not sending.done()
    await sending
