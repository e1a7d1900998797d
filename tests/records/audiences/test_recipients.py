"""Recipients: an audience names exactly whom a slow look at every row names, whatever is mixed, on both databases."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import announcing, campaigns
from records.audiences import Audience, recipients
from records.database import Database
from records.deliveries import Delivery
from records.vault import Vault
from tests.examples import few
from tests.records.audiences.oracle import Truth
from tests.records.audiences.population import Drawn, audiences, plainest, towns
from tests.records.audiences.settlement import Settlement
from tests.records.clock import NOON
from tests.records.town import Town

UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
MANY_TOWNS, SOME_TOWNS = (few(number, suppress_health_check=UNHURRIED) for number in (16, 5))
# To make a town takes longer than to ask it.
MANY = st.lists(audiences(), min_size=10, max_size=10)


class UndoneError(Exception):
    """Ends the transaction of an example."""


async def _with(database: Database, vault: Vault, drawn: Drawn, look: Callable[[Session, Settlement], None]) -> None:
    """Looks at a drawn town, which is gone afterwards."""

    def tried(session: Session) -> None:
        settlement = Settlement(session, vault)
        settlement.settle(drawn)
        look(session, settlement)
        raise UndoneError

    with pytest.raises(UndoneError):
        await database.write(tried)


@MANY_TOWNS
@given(drawn=towns(), asked=MANY)
async def test_an_audience_names_exactly_whom_a_slow_look_names(
    database: Database, vault: Vault, drawn: Drawn, asked: list[Audience]
) -> None:
    """Everybody once."""

    def look(session: Session, settlement: Settlement) -> None:
        truth = Truth(session)
        for audience in plainest() + asked:
            meant = settlement.naming(audience)
            found, expected = recipients.read(session, meant), truth.named(meant)
            assert set(found) == expected, audience
            assert len(found) == len(expected), audience

    await _with(database, vault, drawn, look)


@SOME_TOWNS
@given(drawn=towns(), asked=MANY)
async def test_whoever_is_named_is_counted_and_shown_without_being_loaded(
    database: Database, vault: Vault, drawn: Drawn, asked: list[Audience]
) -> None:
    def look(session: Session, settlement: Settlement) -> None:
        for audience in asked:
            meant = settlement.naming(audience)
            found, size = recipients.read(session, meant), recipients.count(session, meant)
            assert (size.people, size.with_chat) == (len(found), len([1 for _person, chat in found if chat]))
            turns = [recipients.sample(session, meant, 3, turn) for turn in range(-(-len(found) // 3))]
            assert sorted(str(one.person_id) for turn in turns for one in turn) == sorted(str(who) for who, _ in found)
            assert all(len(turn) <= 3 for turn in turns)
            by_page = [one for at in range(3) for one in recipients.page(session, meant, 4, 4 * at)]
            people = sorted(who for who, _chat in found if who is not None)
            assert [one.person_id for one in by_page] == people
            assert {who for who in settlement.people if recipients.includes(session, meant, who)} == set(people)

    await _with(database, vault, drawn, look)


@SOME_TOWNS
@given(drawn=towns(), asked=MANY)
async def test_what_is_frozen_is_one_message_for_each(
    database: Database, vault: Vault, drawn: Drawn, asked: list[Audience]
) -> None:
    """A mere chat has a key of its own."""

    def freeze(session: Session, meant: Audience) -> None:
        campaign = announcing.draft(
            session, meant, Town(session, vault, first=90 + 10 * len(campaigns.latest(session, 99))).officer().id, NOON
        )
        campaign.words = "Besok libur."
        session.flush()
        assert announcing.confirm(session, campaign.id, NOON, NOON)
        frozen = session.query(Delivery).filter_by(campaign_id=campaign.id)
        rows = {(one.key, one.person_id, one.chat_id, one.status) for one in frozen}
        head = f"announcement:{campaign.id}:"
        assert rows == {
            (
                f"{head}person:{person}" if person else f"{head}chat:{chat}",
                person,
                chat,
                "waiting" if chat else "blocked",
            )
            for person, chat in Truth(session).named(meant)
        }

    def look(session: Session, settlement: Settlement) -> None:
        for audience in asked:
            freeze(session, settlement.naming(audience))

    await _with(database, vault, drawn, look)
