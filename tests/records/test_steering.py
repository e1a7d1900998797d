"""Steering: a campaign is paused, goes on and is cancelled; of two who do it at once one does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from records import announcing, campaigns, dispatch, steering
from records.audiences import Audience, Trait
from records.campaigns import CampaignStatus
from records.database import Database
from records.deliveries import DeliveryStatus
from records.dispatch import Result
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

LATER = NOON + timedelta(minutes=5)
Done = bool


def running(session: Session, vault: Vault, people: int = 4) -> int:
    """A campaign that is being sent, to so many with a chat and one without."""
    town = Town(session, vault)
    cohort = town.cohort()
    a_class = town.a_class(cohort)
    for number in range(people):
        town.participant(a_class, town.person(chat_id=500 + number))
    town.participant(a_class)
    session.flush()
    campaign = announcing.draft(session, Audience.of(Trait.COHORT, cohort.id), town.officer().id, NOON)
    campaign.words = "Kelas pindah ke Senin."
    assert announcing.confirm(session, campaign.id, NOON, NOON)
    return campaign.id


def status_of(session: Session, campaign_id: int) -> CampaignStatus:
    session.expire_all()
    campaign = campaigns.by_id(session, campaign_id)
    assert campaign is not None
    return CampaignStatus(campaign.status)


async def test_it_is_paused_and_goes_on_once(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    assert not await database.write(steering.go_on, campaign, NOON)
    assert [await database.write(steering.pause, campaign) for _tap in range(2)] == [True, False]
    assert await database.read(status_of, campaign) is CampaignStatus.PAUSED
    assert [await database.write(steering.go_on, campaign, LATER) for _tap in range(2)] == [True, False]
    assert await database.read(status_of, campaign) is CampaignStatus.SENDING


async def test_what_is_cancelled_is_not_sent_and_what_was_sent_stays(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second = await database.write(dispatch.claim, 1, 2, NOON)
    await database.write(dispatch.settle, Result(first.id, DeliveryStatus.SENT, message_id=5), NOON)
    assert await database.write(steering.ask_to_cancel, campaign, NOON)
    assert [await database.write(steering.cancel, campaign, NOON) for _tap in range(2)] == [True, False]
    again = Result(second.id, DeliveryStatus.WAITING, "flood", retry_at=LATER)
    await database.write(dispatch.settle, again, NOON)
    tally = await database.read(campaigns.tally, campaign)
    assert tally.counts == {DeliveryStatus.SENT: 1, DeliveryStatus.CANCELLED: 3, DeliveryStatus.BLOCKED: 1}
    assert await database.write(dispatch.claim, 1, 100, LATER) == []
    assert await database.read(campaigns.to_be_told) == [campaign]
    await database.write(campaigns.set_told, campaign, LATER)
    assert await database.read(campaigns.to_be_told) == []


Change = Callable[[Session, int], Done]
CHANGES: tuple[Change, ...] = (
    steering.pause,
    lambda session, campaign: steering.go_on(session, campaign, LATER),
    lambda session, campaign: steering.ask_to_cancel(session, campaign, LATER),
    steering.keep,
    lambda session, campaign: steering.cancel(session, campaign, LATER),
)


@pytest.mark.parametrize("end", ["finished", "stopped", "cancelled"])
async def test_what_has_ended_is_not_steered(database: Database, vault: Vault, end: str) -> None:
    campaign = await database.write(running, vault, 0)
    if end == "finished":
        await database.write(announcing.finish, campaign, NOON)
    elif end == "stopped":
        await database.write(announcing.stop, campaign, "broken", NOON)
    else:
        assert await database.write(steering.cancel, campaign, NOON)
    for change in CHANGES:
        assert not await database.write(change, campaign)
    assert (await database.read(status_of, campaign)).value == end


async def test_what_came_to_its_end_lately_is_counted(database: Database, vault: Vault) -> None:
    campaign = await database.write(running, vault)
    first, second, *_rest = await database.write(dispatch.claim, 1, 4, NOON)
    await database.write(dispatch.settle, Result(first.id, DeliveryStatus.SENT), NOON)
    await database.write(dispatch.settle, Result(second.id, DeliveryStatus.SENT), LATER)
    tally = await database.read(campaigns.tally, campaign, NOON + timedelta(seconds=1))
    assert (tally.total, tally.lately) == (5, 1)
