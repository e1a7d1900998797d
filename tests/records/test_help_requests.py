"""Help requests: asked for once, taken up by one officer, closed with what was done."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from records import help_requests
from records.database import Database
from records.followups import FollowupState
from records.help_requests import LEASE
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _asked(session: Session, vault: Vault) -> tuple[int, int, int]:
    """A follow-up of hers, and two officers."""
    town = Town(session, vault)
    followup = town.followup(FollowupState.ASKED, person=town.person("Siti"), wave=6)
    return followup.id, town.officer().id, town.officer().id


async def test_what_she_asks_for_waits_until_it_is_closed(database: Database, vault: Vault) -> None:
    followup, officer, _other = await database.write(_asked, vault)
    assert await database.write(help_requests.ask, followup, "modal", NOON)
    assert not await database.write(help_requests.ask, followup, "modal", NOON + timedelta(days=1))
    (request,) = await database.read(help_requests.waiting, 10)
    assert (request.name, request.programme, request.need, request.asked_at) == ("Siti", "Menjahit", "modal", NOON)
    assert await database.write(help_requests.close, request.id, "Diantar ke koperasi", officer, NOON)
    assert await database.read(help_requests.waiting, 10) == []
    assert await database.read(help_requests.count_waiting) == 0
    closed = await database.read(help_requests.by_id, request.id)
    assert closed is not None
    assert (closed.done, closed.closed_at) == ("Diantar ke koperasi", NOON)


async def test_one_officer_has_it_until_her_time_is_over(database: Database, vault: Vault) -> None:
    followup, one, other = await database.write(_asked, vault)
    await database.write(help_requests.ask, followup, "loker", NOON)
    (request,) = await database.read(help_requests.waiting, 10)
    assert await database.write(help_requests.claim, request.id, one, NOON)
    assert await database.write(help_requests.claim, request.id, one, NOON + LEASE / 2)
    assert not await database.write(help_requests.claim, request.id, other, NOON + LEASE)
    (held,) = await database.read(help_requests.waiting, 10)
    assert (held.holder(NOON + LEASE), held.holder(NOON + 2 * LEASE)) == (one, None)
    assert await database.write(help_requests.claim, request.id, other, NOON + 2 * LEASE)


async def test_of_two_who_close_it_at_once_one_does(database: Database, vault: Vault) -> None:
    followup, one, other = await database.write(_asked, vault)
    await database.write(help_requests.ask, followup, "izin", NOON)
    (request,) = await database.read(help_requests.waiting, 10)
    closes = (database.write(help_requests.close, request.id, "Sudah", who, NOON) for who in (one, other, one))
    assert sum(await asyncio.gather(*closes)) == 1
    assert not await database.write(help_requests.claim, request.id, one, NOON)
