"""Deliveries: every message is ordered once, claimed by one, and settled for good or put back."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import deliveries, dispatch
from records.database import Database
from records.deliveries import Claim, Delivery, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

LATER = NOON + timedelta(minutes=5)


def _order(
    session: Session,
    key: str,
    kind: DeliveryKind = DeliveryKind.ANSWER,
    chat_id: int | None = 1,
    due_at: datetime = NOON,
    campaign_id: int | None = None,
) -> bool:
    return deliveries.order(
        session,
        key=key,
        kind=kind,
        person_id=None,
        chat_id=chat_id,
        about=7,
        due_at=due_at,
        now=NOON,
        campaign_id=campaign_id,
    )


def _statuses(session: Session) -> dict[str, tuple[str, str | None]]:
    return {
        key: (status, why) for key, status, why in session.execute(select(Delivery.key, Delivery.status, Delivery.why))
    }


async def _claim(database: Database, epoch: int = 1, limit: int = 100, now: datetime = NOON) -> list[Claim]:
    return await database.write(dispatch.claim, epoch, limit, now)


async def test_ordering_twice_orders_once(database: Database) -> None:
    assert await database.write(_order, "decision:1")
    assert not await database.write(_order, "decision:1", DeliveryKind.ANNOUNCEMENT)
    assert [claim.key for claim in await _claim(database)] == ["decision:1"]


async def test_ordering_at_the_same_time_orders_once(database: Database) -> None:
    ordered = await asyncio.gather(*(database.write(_order, "decision:1") for _ in range(20)))
    assert sum(ordered) == 1


async def test_who_has_no_chat_is_settled_at_once_as_blocked(database: Database) -> None:
    assert await database.write(_order, "decision:1", chat_id=None)
    assert await _claim(database) == []
    assert await database.read(_statuses) == {"decision:1": ("blocked", "no chat")}
    assert await database.read(lambda session: session.scalars(select(Delivery.settled_at)).one()) == NOON


async def test_a_claim_says_what_is_to_be_sent_to_whom(database: Database) -> None:
    await database.write(_order, "followup:3:6:0", DeliveryKind.FOLLOWUP, 2**40)
    (claim,) = await _claim(database)
    assert claim == Claim(claim.id, "followup:3:6:0", DeliveryKind.FOLLOWUP, None, 2**40, None, 7, 1)


async def test_each_message_is_claimed_by_exactly_one(database: Database) -> None:
    def many(session: Session) -> None:
        for number in range(50):
            _order(session, f"answer:{number}")

    await database.write(many)
    claims = await asyncio.gather(*(_claim(database, limit=7) for _ in range(12)))
    keys = [claim.key for batch in claims for claim in batch]
    assert sorted(keys) == sorted(f"answer:{number}" for number in range(50))


async def test_the_urgent_come_first_then_the_older_and_what_is_not_due_waits(database: Database, vault: Vault) -> None:
    def some(session: Session) -> None:
        yesterday, campaign = NOON - timedelta(days=1), Town(session, vault).campaign()
        _order(session, "announcement", DeliveryKind.ANNOUNCEMENT, due_at=yesterday, campaign_id=campaign.id)
        _order(session, "followup", DeliveryKind.FOLLOWUP)
        _order(session, "younger answer")
        _order(session, "older answer", due_at=NOON - timedelta(minutes=1))
        _order(session, "not yet", due_at=LATER)

    await database.write(some)
    assert [claim.key for claim in await _claim(database, limit=3)] == ["older answer", "younger answer", "followup"]
    assert [claim.key for claim in await _claim(database)] == ["announcement"]
    assert await _claim(database) == []
    assert [claim.key for claim in await _claim(database, now=LATER)] == ["not yet"]


async def test_what_is_due_next_is_known(database: Database) -> None:
    assert await database.read(dispatch.next_due, NOON) is None
    await database.write(_order, "answer:1", due_at=LATER)
    assert await database.read(dispatch.next_due, NOON) == LATER
    assert await database.read(dispatch.next_due, LATER) is None


@pytest.mark.parametrize("status", [DeliveryStatus.SENT, DeliveryStatus.BLOCKED, DeliveryStatus.FAILED])
async def test_what_is_settled_is_not_claimed_again(database: Database, status: DeliveryStatus) -> None:
    await database.write(_order, "answer:1")
    (claim,) = await _claim(database)
    await database.write(dispatch.settle, Result(claim.id, status, "why", 99), LATER)
    assert await _claim(database, now=LATER + timedelta(days=1)) == []
    kept = await database.read(lambda session: session.scalars(select(Delivery)).one())
    assert (kept.status, kept.why, kept.message_id, kept.settled_at) == (status.value, "why", 99, LATER)


async def test_what_is_to_be_tried_again_is_due_when_it_was_said(database: Database) -> None:
    await database.write(_order, "answer:1")
    (claim,) = await _claim(database)
    retry = Result(claim.id, DeliveryStatus.FAILED, "server error", retry_at=LATER)
    await database.write(dispatch.settle, retry, NOON)
    assert await _claim(database) == []
    (again,) = await _claim(database, now=LATER)
    assert (again.id, again.attempts) == (claim.id, 2)


async def test_a_message_put_back_untried_keeps_its_attempts(database: Database) -> None:
    await database.write(_order, "followup:1:1:0")
    for _hour in range(9):
        (claim,) = await _claim(database)
        waits = Result(claim.id, DeliveryStatus.WAITING, "waits", retry_at=NOON, tried=False)
        await database.write(dispatch.settle, waits, NOON)
    (claim,) = await _claim(database)
    assert claim.attempts == 1


async def test_claims_of_a_dead_leader_are_sent_again_but_announcements_become_unknown(
    database: Database, vault: Vault
) -> None:
    def some(session: Session) -> None:
        campaign = Town(session, vault).campaign()
        _order(session, "announcement:1", DeliveryKind.ANNOUNCEMENT, campaign_id=campaign.id)
        _order(session, "followup:1", DeliveryKind.FOLLOWUP)
        _order(session, "decision:1", DeliveryKind.NOTICE)

    await database.write(some)
    await _claim(database, epoch=4)
    await database.write(_order, "answer:1")
    await _claim(database, epoch=5)
    assert await database.write(dispatch.release_dead, 5) == 1
    assert await database.read(_statuses) == {
        "announcement:1": ("unknown", "the program stopped while sending"),
        "followup:1": ("waiting", None),
        "decision:1": ("waiting", None),
        "answer:1": ("claimed", None),
    }
    assert await database.write(dispatch.release_dead, 5) == 0
