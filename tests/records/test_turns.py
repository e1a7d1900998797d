"""Turns: each kind of message has its share of the pace, whatever else waits, and so has each announcement."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from records import campaigns, deliveries, dispatch
from records.campaigns import CampaignStatus
from records.database import Database
from records.deliveries import DeliveryKind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _order(session: Session, key: str, kind: DeliveryKind, campaign_id: int | None = None) -> None:
    deliveries.order(
        session,
        key=key,
        kind=kind,
        person_id=None,
        chat_id=1,
        about=7,
        due_at=NOON,
        now=NOON,
        campaign_id=campaign_id,
    )


def _crowd(session: Session, vault: Vault, sizes: Sequence[int]) -> list[int]:
    """Campaigns of so many recipients each, and as many follow-ups and notices as the largest has."""
    town = Town(session, vault)
    ids = [town.campaign().id for _size in sizes]
    for campaign_id, size in zip(ids, sizes, strict=True):
        for number in range(size):
            _order(session, f"{campaign_id}:{number}", DeliveryKind.ANNOUNCEMENT, campaign_id)
    for number in range(max(sizes)):
        _order(session, f"followup:{number}", DeliveryKind.FOLLOWUP)
        _order(session, f"notice:{number}", DeliveryKind.NOTICE)
    return ids


async def _taken(database: Database, messages: int, portion: int) -> list[str]:
    """What goes out while so many do, in portions: the first part of each key."""
    keys: list[str] = []
    while len(keys) < messages:
        claims = await database.write(dispatch.claim, 1, portion, NOON, False, len(keys))
        keys += [claim.key.partition(":")[0] for claim in claims]
    return keys


async def test_none_of_three_kinds_waits_for_another_to_end(database: Database, vault: Vault) -> None:
    (campaign,) = await database.write(_crowd, vault, [40])
    one_by_one, in_portions = await _taken(database, 20, 1), await _taken(database, 20, 10)
    for keys in (one_by_one, in_portions):
        assert {kind: keys.count(kind) for kind in ("notice", "followup", str(campaign))} == {
            "notice": 10,
            "followup": 5,
            str(campaign): 5,
        }


async def test_a_turn_of_somebody_who_has_nothing_due_is_not_lost(database: Database, vault: Vault) -> None:
    (campaign,) = await database.write(_crowd, vault, [6])
    keys = await _taken(database, 18, 1)
    assert keys[-1] == str(campaign)
    assert keys[:4] == ["notice", "followup", "notice", str(campaign)]
    assert len(await database.write(dispatch.claim, 1, 10, NOON)) == 0


async def test_a_small_announcement_does_not_wait_behind_a_large_one(database: Database, vault: Vault) -> None:
    large, small = await database.write(_crowd, vault, [60, 3])
    keys = [key for key in await _taken(database, 28, 1) if key not in ("notice", "followup")]
    assert keys.count(str(small)) == 3
    assert keys.count(str(large)) == 4


async def test_what_waits_of_a_paused_campaign_stays_and_holds_nobody_up(database: Database, vault: Vault) -> None:
    paused, other = await database.write(_crowd, vault, [20, 2])
    await database.write(_set, paused, CampaignStatus.PAUSED)
    keys = await _taken(database, 42, 7)
    assert await database.write(dispatch.claim, 1, 7, NOON) == []
    assert (keys.count(str(paused)), keys.count(str(other))) == (0, 2)
    await database.write(_set, paused, CampaignStatus.SENDING)
    assert len(await database.write(dispatch.claim, 1, 50, NOON)) == 20


def _set(session: Session, campaign_id: int, status: CampaignStatus) -> None:
    session.get_one(campaigns.Campaign, campaign_id).status = status.value


async def test_while_bulk_is_held_back_only_what_is_urgent_goes_out(database: Database, vault: Vault) -> None:
    await database.write(_crowd, vault, [5])
    claims = await database.write(dispatch.claim, 1, 50, NOON, True)
    assert {claim.kind for claim in claims} == {DeliveryKind.NOTICE}
    assert len(claims) == 5
