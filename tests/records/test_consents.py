"""Consents: recorded with the version of the text, and withdrawn for good until given again."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import consents, people
from records.consents import Consent, Purpose
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import particulars

LATER = NOON + timedelta(days=1)


async def _person(database: Database, vault: Vault) -> int:
    return await database.write(people.keep, vault, particulars(1), NOON)


def _all(session: Session) -> list[tuple[str, int, bool]]:
    kept = session.scalars(select(Consent).order_by(Consent.id))
    return [(one.purpose, one.version, one.withdrawn_at is None) for one in kept]


async def test_silence_is_not_consent(database: Database, vault: Vault) -> None:
    assert not await database.read(consents.holds, await _person(database, vault), Purpose.FOLLOWUP)


async def test_consent_to_one_purpose_is_not_consent_to_another(database: Database, vault: Vault) -> None:
    person = await _person(database, vault)
    await database.write(consents.give, person, Purpose.REGISTRATION, 1, NOON)
    assert await database.read(consents.holds, person, Purpose.REGISTRATION)
    assert not await database.read(consents.holds, person, Purpose.FOLLOWUP)


async def test_the_same_text_is_recorded_once_and_a_new_version_again(database: Database, vault: Vault) -> None:
    person = await _person(database, vault)
    for version in (1, 1, 2):
        await database.write(consents.give, person, Purpose.FOLLOWUP, version, NOON)
    assert await database.read(_all) == [("followup", 1, True), ("followup", 2, True)]


async def test_a_withdrawal_ends_every_version_of_one_purpose(database: Database, vault: Vault) -> None:
    person = await _person(database, vault)
    for version in (1, 2):
        await database.write(consents.give, person, Purpose.FOLLOWUP, version, NOON)
    await database.write(consents.give, person, Purpose.REGISTRATION, 1, NOON)
    await database.write(consents.withdraw, person, Purpose.FOLLOWUP, LATER)
    assert not await database.read(consents.holds, person, Purpose.FOLLOWUP)
    assert await database.read(consents.holds, person, Purpose.REGISTRATION)


async def test_a_withdrawal_can_be_taken_back(database: Database, vault: Vault) -> None:
    person = await _person(database, vault)
    await database.write(consents.give, person, Purpose.FOLLOWUP, 1, NOON)
    await database.write(consents.withdraw, person, Purpose.FOLLOWUP, LATER)
    await database.write(consents.give, person, Purpose.FOLLOWUP, 1, LATER)
    assert await database.read(consents.holds, person, Purpose.FOLLOWUP)
    kept = await database.read(lambda session: session.scalars(select(Consent)).one())
    assert kept.given_at == LATER
