"""Claims of calls: no two officers have the same person before them, and whom it suits is offered first."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from records import call_claims, calls, people, phone_list
from records.calls import CallOutcome
from records.database import Database
from records.followups import FollowupState
from records.profile.calling import CallRules
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

RULES = CallRules()
PART = "pagi"


async def test_two_officers_never_have_the_same_person_before_them(database: Database, vault: Vault) -> None:
    def fill(session: Session) -> list[int]:
        town = Town(session, vault)
        for _one in range(40):
            town.followup()
        return [town.officer().id for _ in range(2)]

    def call(session: Session, staff_id: int) -> int | None:
        found = call_claims.take(session, staff_id, NOON, RULES, PART)
        if found is None:
            return None
        assert call_claims.keep(session, found.followup_id, staff_id, NOON)
        calls.note(
            session,
            followup_id=found.followup_id,
            person_id=found.person_id,
            staff_id=staff_id,
            outcome=CallOutcome.NO_ANSWER,
            now=NOON,
            rests_until=NOON + timedelta(days=1),
        )
        call_claims.release(session, found.person_id)
        return found.followup_id

    async def works(staff_id: int) -> list[int]:
        seen = []
        while (found := await database.write(call, staff_id)) is not None:
            seen.append(found)
            await asyncio.sleep(0)
        return seen

    officers = await database.write(fill)
    hers, his = await asyncio.gather(*(works(officer) for officer in officers))
    assert not set(hers) & set(his)
    assert len(hers) + len(his) == 40


async def test_a_claim_stays_hers_until_it_lapses(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = town.followup()
        ratna, wiryo = town.officer().id, town.officer().id
        for _twice in range(2):
            taken = call_claims.take(session, ratna, NOON, RULES, PART)
            assert taken is not None
            assert taken.followup_id == silent.id
        assert call_claims.take(session, wiryo, NOON, RULES, PART) is None
        assert not call_claims.keep(session, silent.id, wiryo, NOON)
        later = NOON + call_claims.LAPSES_AFTER
        assert call_claims.take(session, wiryo, later, RULES, PART) is not None
        assert not call_claims.keep(session, silent.id, ratna, later)

    await database.write(work)


async def test_a_claim_is_overtaken_by_an_answer(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = town.followup()
        call_claims.take(session, town.officer().id, NOON, RULES, PART)
        assert call_claims.overtaken(session) == []
        silent.state = FollowupState.ANSWERED.value
        session.flush()
        assert [one.followup_id for one in call_claims.overtaken(session)] == [silent.id]
        assert phone_list.entries(session, NOON, RULES) == []

    await database.write(work)


async def test_whom_this_part_of_the_day_suits_is_offered_before_the_others(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        _anybody, afternoons, mornings = (town.followup(days_ago=3) for _ in range(3))
        people.prefer_hours(session, mornings.person_id, "pagi")
        people.prefer_hours(session, afternoons.person_id, "sore")
        for part, wanted in (("pagi", mornings), ("sore", afternoons)):
            found = call_claims.take(session, town.officer().id, NOON, RULES, part)
            assert found is not None
            assert found.followup_id == wanted.id

    await database.write(work)
