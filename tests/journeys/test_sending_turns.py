"""Turns: follow-ups, decisions and an announcement that are due at once go out side by side."""

from datetime import timedelta

from simulator.chat import Chat
from tests.journeys.alumni import ASKED, DUE, WITH_CHAT, graduated
from tests.journeys.announcing import HEAD, WORDS, sends_to_many
from tests.journeys.checking import registered
from tests.journeys.office import bu_ratna, opens_the_application
from tests.stage import Stage

DECISION = "berkasnya lengkap"


async def test_follow_ups_a_decision_and_an_announcement_do_not_wait_for_each_other(strict: Stage) -> None:
    stage, order = strict, list[str]()
    await graduated(stage, officers_stay=True)
    _siti, number = await registered(stage)
    await stage.until(DUE - timedelta(seconds=90))
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await sends_to_many(stage)
    stage.clock.set(DUE)
    listens(stage, order)
    await stage.canting.sweep()
    await stage.a_moment_passes()
    assert order.count("follow-up") == WITH_CHAT
    assert order.count("decision") == 1
    assert order.count("announcement") > 100
    assert order.index("decision") < 4
    last = len(order) - order[::-1].index("follow-up")
    assert order[:last].count("announcement") >= last // 4 - 1
    assert last <= 2 * WITH_CHAT


def listens(stage: Stage, order: list[str]) -> None:
    """What arrives, in its order."""
    acted, kinds = stage.world.acted, {ASKED: "follow-up", DECISION: "decision", f"{HEAD}{WORDS}": "announcement"}

    def seen(chat: Chat) -> None:
        acted(chat)
        words = chat.messages[max(chat.messages)].body.text
        order.extend(kind for part, kind in kinds.items() if part in words)

    stage.world.acted = seen  # type: ignore[method-assign]
