"""Floods: how much may be sent, in any one second, to a chat, to a group, and paid."""

from contextlib import suppress
from typing import Any

from simulator.errors import RefusalError
from simulator.floods import GROUP_PER_MINUTE, PAID_PER_SECOND, Floods
from simulator.person import Person
from tests.simulator.stage import SITI, Stage

MANY = 40


async def crowd(stage: Stage, count: int = MANY) -> list[int]:
    people = range(2001, 2001 + count)
    for person in people:
        stage.world.add_person(Person(person, "Peserta", started=True))
    return list(people)


async def send(stage: Stage, person: int, **more: Any) -> int:
    return (await stage.call("sendMessage", chat_id=person, text="Halo", **more)).status


async def test_thirty_messages_go_out_in_any_one_second(strict: Stage) -> None:
    people = await crowd(strict)
    early = [await send(strict, person) for person in people[:20]]
    strict.clock.forward(0.9)
    late = [await send(strict, person) for person in people[20:31]]
    assert early + late == [200] * 30 + [429]
    strict.clock.forward(0.2)
    assert [await send(strict, person) for person in people[20:40]] == [200] * 20


async def test_the_refusal_says_how_long_to_wait(strict: Stage) -> None:
    people = await crowd(strict)
    replies = [await strict.call("sendMessage", chat_id=person, text="Halo") for person in people]
    assert replies[-1].refusal == (429, "Too Many Requests: retry after 1")
    assert replies[-1].body["parameters"] == {"retry_after": 1}


async def test_a_chat_takes_three_at_once_and_then_one_a_second(strict: Stage) -> None:
    assert [await send(strict, SITI) for _ in range(4)] == [200, 200, 200, 429]
    strict.clock.forward(1)
    assert [await send(strict, SITI) for _ in range(2)] == [200, 429]
    strict.clock.forward(10)
    assert [await send(strict, SITI) for _ in range(4)] == [200, 200, 200, 429]


async def test_edits_answers_and_signs_do_not_count(strict: Stage) -> None:
    await send(strict, SITI)
    for n in range(40):
        assert (await strict.call("editMessageText", chat_id=SITI, message_id=1, text=f"{n} %")).status == 200
        assert (await strict.call("sendChatAction", chat_id=SITI, action="typing")).status == 200
    assert [await send(strict, SITI) for _ in range(2)] == [200, 200]


async def test_a_paid_broadcast_is_faster(strict: Stage) -> None:
    people = await crowd(strict)
    assert {await send(strict, person, allow_paid_broadcast=True) for person in people} == {200}


async def test_a_group_takes_twenty_a_minute(strict: Stage) -> None:
    group = (await strict.page("POST", "/sim/groups", {"title": "Petugas"}))[1]["id"]
    statuses = []
    for _ in range(GROUP_PER_MINUTE + 1):
        strict.clock.forward(1)
        statuses.append(await send(strict, group))
    assert statuses == [200] * GROUP_PER_MINUTE + [429]
    strict.clock.forward(60)
    assert await send(strict, group) == 200


async def test_without_floods_everything_goes(stage: Stage) -> None:
    assert {await send(stage, SITI) for _ in range(60)} == {200}


def test_no_window_of_one_second_ever_holds_more_than_the_limit() -> None:
    floods, sent, now = Floods(), [], 0.0
    for step in range(3000):
        now += 0.011 if step % 7 else 0.11
        with suppress(RefusalError):
            floods.admit(step, 1, now)
            sent.append(now)
    assert len(sent) > 1000
    assert max(sum(1 for other in sent if at <= other < at + 1) for at in sent) == 30


async def test_people_are_answered_while_a_paid_broadcast_goes_out(strict: Stage) -> None:
    people = await crowd(strict, 100)
    assert {await send(strict, person, allow_paid_broadcast=True) for person in people} == {200}
    assert [await send(strict, person) for person in people[:31]] == [200] * 30 + [429]


def test_a_thousand_paid_messages_go_out_in_a_second() -> None:
    floods = Floods()
    for chat in range(PAID_PER_SECOND):
        floods.admit(chat, 1, 5.0, paid=True)
