"""Amending: what has arrived is taken back or corrected once, also what was under way; too late is told so."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from records import amending, campaigns, dispatch, reach, retrying
from records.campaigns import CampaignStatus
from records.database import Database
from records.deliveries import Claim, Delivery, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.freezing import URGENT
from records.reach import Reach
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.test_steering import running, status_of

SENT = DeliveryStatus.SENT
RECALL, CORRECTION = DeliveryKind.RECALL, DeliveryKind.CORRECTION
TWO_DAYS = NOON + timedelta(hours=48, seconds=1)


def _arrives(session: Session, claim: Claim, now: datetime) -> None:
    """As the sender writes it down."""
    dispatch.settle(session, Result(claim.id, SENT, message_id=1000 + claim.id), now)
    if claim.campaign_id is not None:
        amending.follow(session, {claim.campaign_id: [claim.id]}, now)


def _amended(session: Session, campaign_id: int, kind: DeliveryKind) -> amending.Amended | None:
    campaign = campaigns.by_id(session, campaign_id)
    assert campaign is not None
    return amending.amended(session, campaign, kind)


def _orders(session: Session, kind: DeliveryKind) -> list[tuple[str, int, str | None, str]]:
    found = session.scalars(select(Delivery).where(Delivery.kind == kind.value).order_by(Delivery.id))
    return [(one.key, one.about, one.detail, one.status) for one in found]


async def test_what_arrived_is_taken_back_and_what_waited_is_not_sent(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second, third = await database.write(dispatch.claim, 1, 3, NOON)
    await database.write(_arrives, first, NOON)
    assert [await database.write(amending.take_back, campaign, NOON) for _tap in range(2)] == [True, False]
    assert await database.read(status_of, campaign) is CampaignStatus.CANCELLED
    await database.write(_arrives, second, NOON)  # it was under way
    await database.write(dispatch.settle, Result(third.id, DeliveryStatus.BLOCKED), NOON)
    keys = [(f"recall:{campaign}:{one.id}", one.id, str(1000 + one.id), "waiting") for one in (first, second)]
    assert await database.read(_orders, RECALL) == keys
    claims = await database.write(dispatch.claim, 1, 100, NOON)
    assert [claim.kind for claim in claims] == [RECALL, RECALL]
    await database.write(dispatch.settle, Result(claims[0].id, SENT), NOON)
    assert await database.read(_amended, campaign, RECALL) == amending.Amended(2, 1, 0, 1)
    assert (await database.read(campaigns.tally, campaign)).total == 5


async def test_what_is_older_than_two_days_is_told_and_not_tried(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    old, young, *rest = await database.write(dispatch.claim, 1, 4, NOON)
    await database.write(_arrives, old, NOON)
    for claim in (young, *rest):
        await database.write(_arrives, claim, NOON + timedelta(hours=1))
    assert await database.read(amending.too_old, campaign, TWO_DAYS) == 1
    assert await database.write(amending.take_back, campaign, TWO_DAYS)
    assert await database.read(_amended, campaign, RECALL) == amending.Amended(4, 0, 1, 3)


async def test_a_correction_reaches_what_arrived_and_what_was_under_way(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second = await database.write(dispatch.claim, 1, 2, NOON)
    await database.write(_arrives, first, NOON)
    assert await database.write(amending.correct, campaign, "Senin, bukan Selasa.", None, NOON, formatted=False)
    await database.write(_arrives, second, NOON)
    # It gets the new words at once.
    (third,) = [one for one in await database.write(dispatch.claim, 1, 3, NOON) if one.kind not in (CORRECTION,)][:1]
    await database.write(_arrives, third, NOON)
    assert [about for _key, about, _message, _status in await database.read(_orders, CORRECTION)] == [
        first.id,
        second.id,
    ]
    assert await database.write(amending.correct, campaign, "Rabu!", None, NOON, formatted=False)
    keys = [key for key, *_rest in await database.read(_orders, CORRECTION)][2:]
    assert keys == [f"correction:{campaign}:2:{one.id}" for one in (first, second, third)]
    amended = await database.read(_amended, campaign, CORRECTION)
    assert amended is not None
    assert amended.total == 3


async def test_only_what_has_just_arrived_is_looked_at(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    claims = await database.write(dispatch.claim, 1, 4, NOON)
    assert await database.write(amending.correct, campaign, "Rabu!", None, NOON, formatted=False)
    settled = [Result(one.id, SENT, message_id=1) for one in claims]
    await database.write(dispatch.settle_all, settled, NOON)
    await database.write(amending.follow, {campaign: [claims[2].id]}, NOON)
    assert [about for _key, about, *_rest in await database.read(_orders, CORRECTION)] == [claims[2].id]
    assert await database.write(amending.take_back, campaign, NOON)
    await database.write(_forgotten)
    await database.write(amending.follow, {campaign: [claims[1].id]}, NOON)
    assert [about for _key, about, *_rest in await database.read(_orders, RECALL)] == [claims[1].id]


def _forgotten(session: Session) -> None:
    session.execute(delete(Delivery).where(Delivery.kind == RECALL.value))


async def test_what_is_urgent_stays_so_when_it_is_corrected_and_sent_again(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    await database.write(lambda session: session.execute(update(Delivery).values(topic=URGENT)))
    (first,) = await database.write(dispatch.claim, 1, 1, NOON)
    assert await database.write(amending.correct, campaign, "Rabu!", None, NOON, formatted=False)
    await database.write(dispatch.release_dead, 2)
    assert await database.write(retrying.send_again, campaign, None, NOON, NOON) == 1
    (again,) = await database.write(dispatch.claim, 2, 1, NOON)
    assert (again.id, again.topic, again.detail) == (first.id, URGENT, None)


async def test_what_was_taken_back_is_not_corrected_and_a_draft_is_neither(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    await database.write(amending.take_back, campaign, NOON)
    assert not await database.write(amending.correct, campaign, "Rabu!", None, NOON, formatted=False)

    def undone(session: Session) -> None:
        found = campaigns.by_id(session, campaign)
        assert found is not None
        found.status, found.recalled_at = CampaignStatus.DRAFT.value, None

    await database.write(undone)
    assert not await database.write(amending.take_back, campaign, NOON)
    assert not await database.write(amending.correct, campaign, "Rabu!", None, NOON, formatted=False)


async def test_a_taking_back_that_a_dead_process_was_at_is_done_again(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    (first,) = await database.write(dispatch.claim, 1, 1, NOON)
    await database.write(_arrives, first, NOON)
    await database.write(amending.take_back, campaign, NOON)
    (recall,) = await database.write(dispatch.claim, 1, 100, NOON)
    assert await database.write(dispatch.release_dead, 2) == 0
    assert [one.id for one in await database.write(dispatch.claim, 2, 100, NOON)] == [recall.id]


async def test_what_an_officer_decided_to_have_arrived_cannot_be_reached(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second = await database.write(dispatch.claim, 1, 2, NOON)
    await database.write(_arrives, first, NOON)
    await database.write(dispatch.settle, Result(second.id, DeliveryStatus.UNKNOWN), NOON)
    assert await database.write(retrying.take_as_sent, campaign, None, NOON) == 1
    # Those in training have a class, and no number: they never registered here.
    assert await database.read(reach.of, campaign) == Reach(1, 1, 2, without_class=0, without_number=3)
    assert await database.read(amending.too_old, campaign, TWO_DAYS) == 1


async def test_who_has_nothing_to_fill_in_is_told_apart_from_who_blocked(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    for claim in await database.write(dispatch.claim, 1, 3, NOON):
        await database.write(_arrives, claim, NOON)
    await database.write(amending.correct, campaign, "Nomor {nomor}.", None, NOON, formatted=True)
    claims = [one for one in await database.write(dispatch.claim, 1, 9, NOON) if one.kind is CORRECTION]
    for claim, status in zip(claims, (SENT, DeliveryStatus.SKIPPED, DeliveryStatus.BLOCKED), strict=True):
        await database.write(dispatch.settle, Result(claim.id, status, why="no {nomor}"), NOON)
    amended = await database.read(_amended, campaign, CORRECTION)
    assert amended is not None
    assert (amended.done, amended.left, amended.failed) == (1, 1, 1)
