"""How long the audiences of announcements hold the loop, on SQLite: counted, some of them named, frozen at the yes."""

import argparse
import asyncio
import time
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory

from records import announcing, migrate, staff
from records.audiences import Audience, Group, Trait, recipients
from records.audiences.lives import NEVER
from records.database import Database, open_database
from records.labour import LabourStatus
from records.session import Session
from records.staff import Role
from records.vault import Vault
from tests.bench.alumni import Crowd, fill
from tests.bench.machine import facts
from tests.records.clock import ManualClock

NOW = datetime(2027, 7, 1, 2, tzinfo=UTC)
YEARS, REPEATS, SHOWN = 10, 3, 5
COLUMNS = ("audience", "people", "count, ms", f"name {SHOWN}, ms", "freeze, ms")
WORKING = LabourStatus.WORKING.value
# Of the fifth year.
COHORTS, NORTH, SOUTH = (41, 42, 43), "33.75.03", "33.75.04"


def audiences(crowd: Crowd) -> dict[str, Audience]:
    """What officers ask for, from a few people to everybody."""
    three = _group({Trait.COHORT: COHORTS})
    trades = _group({Trait.YEAR: crowd.years_named[6:], Trait.PROGRAMME: (1, 2)})
    singly = range(4 * crowd.a_year + 1, 4 * crowd.a_year + 4)
    return {
        "three cohorts": Audience((three,)),
        "and two kecamatan": Audience((_group({Trait.COHORT: COHORTS, Trait.KECAMATAN: (NORTH, SOUTH)}),)),
        "and at work": Audience((_group({Trait.COHORT: COHORTS, Trait.ALUMNI: (WORKING,)}),)),
        "two groups, less a kecamatan and three people": Audience(
            (three, trades), (_group({Trait.KECAMATAN: (NORTH,)}),), frozenset(singly)
        ),
        "a kecamatan": Audience.of(Trait.KECAMATAN, NORTH),
        "alumni at work": Audience.of(Trait.ALUMNI, WORKING),
        "alumni who never answered": Audience.of(Trait.ALUMNI, NEVER),
        "everybody": Audience.of(Trait.YEAR, *crowd.years_named),
    }


def _group(traits: dict[Trait, tuple[object, ...]]) -> Group:
    return Group({trait: frozenset(str(value) for value in values) for trait, values in traits.items()})


async def row(database: Database, name: str, audience: Audience, officer_id: int) -> str:
    """Of the table: the best of a few, since the machine is shared."""
    size = await database.read(recipients.count, audience)
    counted = [await milliseconds(database.read(recipients.count, audience)) for _repeat in range(REPEATS)]
    named = [await milliseconds(database.read(recipients.sample, audience, SHOWN, at)) for at in range(REPEATS)]
    frozen = [await _freezing(database, audience, officer_id) for _repeat in range(REPEATS)]
    return f"| {name} | {size.people:,} | {min(counted):.0f} | {min(named):.0f} | {min(frozen):.0f} |"


async def _freezing(database: Database, audience: Audience, officer_id: int) -> float:
    """For tomorrow, so that it can be given up again: the next one finds the database as this one did."""
    campaign_id = await database.write(_draft, audience, officer_id)
    took = await milliseconds(database.write(announcing.confirm, campaign_id, NOW + timedelta(days=1), NOW))
    await database.write(announcing.reopen, campaign_id)
    return took


def _draft(session: Session, audience: Audience, officer_id: int) -> int:
    campaign = announcing.draft(session, audience, officer_id, NOW)
    campaign.words = "Pembukaan pelatihan hari Senin pukul 08.00."
    return campaign.id


async def milliseconds(work: Awaitable[object]) -> float:
    begun = time.perf_counter()
    await work
    return 1000 * (time.perf_counter() - begun)


async def measure(url: str, crowd: Crowd, vault: Vault) -> None:
    database = open_database(url, vault, ManualClock(NOW))
    try:
        officer_id = await database.write(_officer)
        for name, audience in audiences(crowd).items():
            print(await row(database, name, audience, officer_id), flush=True)
    finally:
        await database.close()


def _officer(session: Session) -> int:
    return staff.appoint(session, 99, "Petugas Contoh", Role.ADMINISTRATOR, NOW).id


def main() -> None:
    made = argparse.ArgumentParser(prog="python -m tests.bench.audiences", description=__doc__)
    made.add_argument("--people", type=int, default=100_000, help="alumni of ten years (default: %(default)s)")
    crowd, vault = Crowd(made.parse_args().people // YEARS, YEARS, NOW), Vault(bytes(range(32)))
    with TemporaryDirectory(prefix="canting-audiences-") as folder:
        url = f"sqlite:///{folder}/canting.db"
        migrate.upgrade(url)
        fill(url, crowd, vault)
        print(f"{crowd.people:,} alumni. {facts()}\n\n| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|")
        asyncio.run(measure(url, crowd, vault))


if __name__ == "__main__":
    main()
