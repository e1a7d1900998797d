"""Retrying: what failed, and what can be reached by now, waits once more; the unknown are decided by staff."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import announcing, campaign_reports, campaigns, chats, dispatch, people, retrying
from records.campaign_reports import Reason
from records.campaigns import CampaignStatus
from records.database import Database
from records.deliveries import Delivery, DeliveryStatus
from records.dispatch import Result
from records.people import Link
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.test_steering import running, status_of

LATER = NOON + timedelta(hours=1)
SENT, FAILED, BLOCKED, UNKNOWN = (
    DeliveryStatus.SENT,
    DeliveryStatus.FAILED,
    DeliveryStatus.BLOCKED,
    DeliveryStatus.UNKNOWN,
)


def _ended(session: Session, vault: Vault) -> int:
    """One arrived, one failed, one had blocked the bot, of one nobody knows; one more has no chat."""
    campaign = running(session, vault)
    for claim, status in zip(dispatch.claim(session, 1, 9, NOON), (SENT, FAILED, BLOCKED, UNKNOWN), strict=True):
        chats.load(session, claim.chat_id, NOON)
        dispatch.settle(session, Result(claim.id, status, "why"), NOON)
        if status is BLOCKED:
            chats.mark_unreachable(session, claim.chat_id, "blocked", NOON)
    announcing.finish(session, campaign, NOON)
    return campaign


def _counts(session: Session, campaign_id: int) -> Counter[DeliveryStatus]:
    return Counter(campaigns.tally(session, campaign_id).counts)


async def test_what_failed_is_tried_again_once_and_the_blocked_only_where_they_came_back(
    database: Database, vault: Vault
) -> None:
    campaign = await database.write(_ended, vault)
    assert await database.read(retrying.missed, campaign) == 1
    assert [await database.write(retrying.try_again, campaign, LATER, NOON) for _tap in range(2)] == [1, 0]
    assert await database.read(status_of, campaign) is CampaignStatus.SENDING
    assert await database.write(dispatch.claim, 1, 9, NOON) == []
    (claim,) = await database.write(dispatch.claim, 1, 9, LATER)
    await database.write(dispatch.settle, Result(claim.id, SENT), LATER)
    await database.write(announcing.finish, campaign, LATER)

    def come_back(session: Session) -> None:
        """One has unblocked the bot, the other has found her way to it."""
        chats.save(session, chats.load(session, 502, NOON))
        alone = session.scalars(select(Delivery.person_id).where(Delivery.chat_id.is_(None))).one()
        assert alone is not None
        people.link(session, alone, 777, NOON)
        chats.load(session, 777, NOON)

    await database.write(come_back)
    assert await database.write(retrying.try_again, campaign, LATER, LATER) == 2
    assert {one.chat_id for one in await database.write(dispatch.claim, 1, 9, LATER)} == {502, 777}
    assert (await database.read(campaigns.tally, campaign)).total == 5


async def test_what_telegram_refused_goes_on_with_the_rest_once_it_is_tried_again(
    database: Database, vault: Vault
) -> None:
    campaign = await database.write(running, vault)

    def refused(session: Session) -> None:
        _everybody_has_a_chat(session)
        (claim,) = dispatch.claim(session, 1, 1, NOON)
        dispatch.settle(session, Result(claim.id, FAILED, "bad"), NOON)
        announcing.stop(session, campaign, "bad", NOON)

    await database.write(refused)
    assert await database.write(retrying.try_again, campaign, NOON, NOON) == 4
    await database.write(campaigns.set_told, campaign, NOON)  # by who was just telling that it had stopped
    goes_on = await database.read(campaigns.by_id, campaign)
    assert goes_on is not None
    assert goes_on.told_at is None
    assert len(await database.write(dispatch.claim, 1, 9, NOON)) == 4


async def test_the_rest_of_what_telegram_refused_is_not_lost_when_only_the_unknown_is_sent_again(
    database: Database, vault: Vault
) -> None:
    campaign = await database.write(running, vault)

    def refused(session: Session) -> None:
        _everybody_has_a_chat(session)
        for claim, status in zip(dispatch.claim(session, 1, 2, NOON), (FAILED, UNKNOWN), strict=True):
            dispatch.settle(session, Result(claim.id, status, "bad"), NOON)
        announcing.stop(session, campaign, "bad", NOON)

    await database.write(refused)
    assert await database.write(retrying.send_again, campaign, None, NOON, NOON) == 1
    (claim,) = await database.write(dispatch.claim, 1, 9, NOON)
    await database.write(dispatch.settle, Result(claim.id, SENT), NOON)
    await database.write(announcing.finish, campaign, NOON)
    assert await database.read(retrying.missed, campaign) == 3


async def test_the_unknown_are_taken_as_sent_or_sent_again_one_by_one(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second, *_others = await database.write(dispatch.claim, 1, 9, NOON)
    await database.write(dispatch.release_dead, 2)
    assert await database.write(retrying.take_as_sent, campaign, first.id, NOON) == 1
    assert await database.write(retrying.take_as_sent, campaign, first.id, NOON) == 0
    assert await database.write(retrying.send_again, campaign, second.id, NOON, NOON) == 1
    assert await database.read(_counts, campaign) == {SENT: 1, DeliveryStatus.WAITING: 1, UNKNOWN: 2, BLOCKED: 1}
    assert await database.write(retrying.take_as_sent, campaign, None, NOON) == 2
    assert await database.write(retrying.send_again, campaign, None, NOON, NOON) == 0


async def test_the_report_counts_each_reason_once_and_names_whom_it_is_about(database: Database, vault: Vault) -> None:
    campaign = await database.write(_ended, vault)
    found = await database.read(campaign_reports.reasons, campaign)
    assert set(found) == {
        Reason(BLOCKED, "no chat", 1),
        *(Reason(status, "why", 1) for status in (SENT, FAILED, BLOCKED, UNKNOWN)),
    }
    blocked = await database.read(campaign_reports.lines, campaign, BLOCKED)
    assert [line.why for line in blocked] == ["no chat", "why"]
    assert len(await database.read(campaign_reports.lines, campaign, None, 2, 4)) == 1


def _everybody_has_a_chat(session: Session) -> None:
    for link in session.scalars(select(Link)):
        chats.load(session, link.chat_id, NOON)
