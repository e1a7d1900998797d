"""The forecast of thirty days, held against what then really goes out, while nobody answers."""

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from conversations.rescheduling import keeps
from records import enrolments, people, planning
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.forecast import Forecast, Message, forecast
from records.forecast_walk import Held, Kind, Rules
from records.session import Session
from tests.clock import MORNING
from tests.journeys.alumni import DUE, graduated
from tests.stage import Stage

ZONE = ZoneInfo("Asia/Jakarta")
Hour = tuple[str, int, int]


def _foretold(message: Message) -> Hour:
    return f"{message.at.astimezone(ZONE):%d-%m %H}", message.wave or 0, message.step


async def _forecast(stage: Stage) -> Forecast:
    house = stage.canting.house
    rules = Rules(house.calendar, house.profile.followup.open_for, keeps)
    return await stage.reads(forecast, rules, stage.clock.now(), 30)


def _sent(session: Session, since: datetime) -> Counter[Hour]:
    """By the hour: wave and step of every follow-up that arrived."""
    rows = session.execute(
        select(Delivery.key, Delivery.settled_at).where(
            Delivery.kind == DeliveryKind.FOLLOWUP.value,
            Delivery.status == DeliveryStatus.SENT.value,
            Delivery.settled_at > since,
        )
    )
    found = Counter[Hour]()
    for key, at in rows:
        _followup, _enrolment, wave, step = key.split(":")
        assert at is not None
        found[f"{at.astimezone(ZONE):%d-%m %H}", int(wave), int(step)] += 1
    return found


def _difficult(session: Session, house_of: Stage) -> None:
    """Two share a phone; one trained twice, the second training a day after the first; somebody has died."""
    first, second, third, fourth, *_others = (
        people.of_chat(session, phone.id)[0] for phone in house_of.phones.values() if people.of_chat(session, phone.id)
    )
    people.link(session, first.id, people.chat_of(session, second.id) or 0, MORNING)
    fourth.deceased_on = MORNING.date()
    house, taken = house_of.canting.house, enrolments.of_person(session, third.id)[0]
    again = enrolments.enrol(session, third.id, taken.class_id + 1, None, MORNING)
    again.status, again.ended_on = taken.status, DUE.date() - timedelta(days=29)
    planning.plan(session, again, (1,), house.calendar, MORNING)


@pytest.mark.long
async def test_everything_goes_out_at_the_hour_foretold_and_nothing_else_does(stage: Stage) -> None:
    _sri, blocking, *_others = reversed(await graduated(stage))
    await stage.writes(_difficult, stage)
    await blocking.blocks()
    await stage.until(DUE - timedelta(days=1))
    told = await _forecast(stage)
    asked = [message for message in told.messages if message.kind in (Kind.ASKING, Kind.REMINDER, Kind.FOLLOWUP)]
    await stage.until(told.ends - timedelta(minutes=1))
    really = await stage.reads(_sent, told.begins)
    foretold = Counter[Hour]()
    for message in asked:
        foretold[_foretold(message)] += message.count
    assert really == foretold
    assert sum(really.values()) > 20
    for why in (Held.NO_CHAT, Held.BLOCKED, Held.DECEASED, Held.COVERED, Held.TALK):
        assert told.held.get(why), why
