"""Sending cut short: by the database or the end of the process; nobody gets it twice, everybody is counted."""

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

import scheduler.sender
from conversations import messages
from conversations.context import House
from conversations.notice import Composed
from records import dispatch, leadership
from records.database import DatabaseError
from records.demonstration import Group
from records.session import Session
from scheduler.parcels import Handed
from tests.journeys.alumni import DUE, asked
from tests.journeys.announcing import WITH_CHAT, outcomes, received, sends
from tests.journeys.office import bu_ratna, graduates
from tests.stage import Stage


async def test_what_was_sent_while_the_database_failed_is_written_down_later(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    monkeypatch.setattr(scheduler.sender, "settle", _full_disk)
    with pytest.raises(DatabaseError):
        await stage.a_moment_passes()
    monkeypatch.undo()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1


def _full_disk(_session: Session, _house: House, _handed: list[Handed], _now: datetime) -> None:
    raise DatabaseError("the database cannot be written: disk full")


async def test_a_database_in_trouble_is_no_fault_of_the_messages_it_composes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sends(bu_ratna(stage))
    monkeypatch.setattr(messages, "compose", _conflict)
    with pytest.raises(OperationalError):
        await stage.a_moment_passes()
    monkeypatch.undo()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}


def _conflict(*_about: object) -> Composed:
    raise OperationalError("SELECT 1", {}, Exception("could not serialize access"))


async def test_what_a_killed_process_was_sending_is_unknown_and_the_rest_goes_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    claimed = await stage.writes(_claimed, 5, stage)
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT - 5, "blocked": 1, "unknown": 5}
    for chat_id in claimed:
        assert await received(stage.phone(chat_id)) == 0
    await ratna.waits_for("Belum pasti: 5")


def _claimed(session: Session, count: int, stage: Stage) -> list[int]:
    """Claims of the process that leads now, and is about to die."""
    epoch = session.scalars(select(leadership.Leadership.epoch)).one()
    return [claim.chat_id for claim in dispatch.claim(session, epoch, count, stage.clock.now())]


async def test_a_follow_up_that_a_killed_process_was_sending_is_sent_again(stage: Stage) -> None:
    await graduates(bu_ratna(stage))
    stage.clock.set(DUE)
    await stage.canting.sweep()
    assert len(await stage.writes(_claimed, 5, stage)) == 5
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await asked(phone) == 1


async def test_a_campaign_that_ended_while_nobody_could_tell_is_reported_after_the_restart(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.writes(_claimed, WITH_CHAT, stage)
    await stage.goes_down()
    await stage.comes_up()
    await stage.a_moment_passes()
    await ratna.waits_for("12 dari 12")
    ratna.sees(f"Belum pasti: {WITH_CHAT}")
