"""Minimum wages: the profile's years, and those that staff have told since."""

from sqlalchemy.orm import Session

from records import minimum_wages
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

PROFILE = {2026: 2_700_926}


async def test_a_year_that_is_not_known_yet_has_the_latest_amount_before(database: Database) -> None:
    found = [await database.read(minimum_wages.at, PROFILE, year) for year in (2025, 2026, 2027)]
    assert found == [None, 2_700_926, 2_700_926]


async def test_what_staff_tell_goes_before_the_profile_and_can_be_put_right(database: Database, vault: Vault) -> None:
    def told(session: Session) -> None:
        officer = Town(session, vault).officer()
        for amount in (2_800_000, 2_850_000):
            minimum_wages.keep(session, 2027, amount, officer.id, NOON)

    await database.write(told)
    assert await database.read(minimum_wages.by_year, PROFILE) == {2026: 2_700_926, 2027: 2_850_000}
