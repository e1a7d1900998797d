"""The phone list: who is on it, in which order, and that no two officers have the same person before them."""

import asyncio
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from records import call_claims, call_listings, calls, chats, people, phone_list, quieting, talks
from records.calls import CallOutcome
from records.cohorts import Cohort
from records.database import Database
from records.deliveries import Delivery, DeliveryKind, order
from records.followups import Followup, FollowupState
from records.monitoring import Activity, LabourStatus, Observed, observe
from records.people import Person
from records.phone_list import Why
from records.profile.calling import CallRules
from records.talks import TalkState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

RULES = CallRules()
DAY = timedelta(days=1)
PART = "pagi"


def _followup(
    town: Town,
    state: FollowupState = FollowupState.SILENT,
    *,
    days_ago: float = 1,
    chat_id: int | None = None,
    person: Person | None = None,
    wave: int = 1,
) -> Followup:
    """One that fell due so many days ago."""
    who = person or town.person(chat_id=chat_id)
    enrolment = town.graduate(town.a_class(), who)
    made = Followup(
        enrolment_id=enrolment.id,
        person_id=who.id,
        wave=wave,
        state=state.value,
        step=4,
        due_at=NOON - days_ago * DAY,
        first_asked_at=NOON - (days_ago + 14) * DAY,
    )
    town.session.add(made)
    town.session.flush()
    return made


def _on_it(session: Session, now: datetime = NOON) -> list[int]:
    return [entry.followup_id for entry in phone_list.entries(session, now, RULES)]


def _note(session: Session, followup: Followup, officer: int, outcome: CallOutcome, **more: datetime) -> int:
    made = calls.note(
        session,
        followup_id=followup.id,
        person_id=followup.person_id,
        staff_id=officer,
        outcome=outcome,
        now=more.get("now", NOON),
        rests_until=more.get("rests_until"),
    )
    return made.id


async def test_on_it_are_those_whom_no_message_reaches_and_the_silent(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        chats.load(session, 71, NOON)
        chats.load(session, 72, NOON)
        chats.load(session, 73, NOON)
        chats.mark_unreachable(session, 72, "blocked", NOON)
        expected = {
            _followup(town, FollowupState.SILENT, chat_id=71).id: Why.SILENT,
            _followup(town, FollowupState.ASKED, chat_id=72).id: Why.CLOSED,
            _followup(town, FollowupState.ASKED).id: Why.NO_CHAT,
            _followup(town, FollowupState.UNREACHABLE).id: Why.NO_CHAT,
            _followup(town, FollowupState.MISDIRECTED, chat_id=73).id: Why.MISDIRECTED,
        }
        for state in (FollowupState.PLANNED, FollowupState.ANSWERED, FollowupState.STOPPED, FollowupState.COVERED):
            _followup(town, state)
        chats.load(session, 74, NOON)
        _followup(town, FollowupState.ASKED, chat_id=74)  # she may still answer
        _followup(town, FollowupState.SILENT, days_ago=RULES.window_days - 14)  # too long ago
        quieting.bury(session, _followup(town).person_id, date(2026, 9, 1), NOON)
        found = phone_list.entries(session, NOON, RULES)
        assert {entry.followup_id: entry.why for entry in found} == expected
        assert phone_list.count(session, NOON, RULES) == len(expected)

    await database.write(work)


async def test_whoever_said_stop_at_another_training_is_not_called(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = _followup(town)
        assert _on_it(session) == [silent.id]
        _followup(town, FollowupState.STOPPED, person=people.by_id(session, silent.person_id))
        assert _on_it(session) == []

    await database.write(work)


async def test_whose_window_ends_first_comes_first_then_those_with_a_phone(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        late, early = _followup(town, days_ago=2), _followup(town, days_ago=9)
        second_only, with_phone = _followup(town, days_ago=5), _followup(town, days_ago=5)
        people.name_second_contact(session, second_only.person_id, "Budi", "+6281200000001")
        officer = town.officer().id
        _note(session, second_only, officer, CallOutcome.WRONG_NUMBER)
        assert _on_it(session) == [early.id, with_phone.id, second_only.id, late.id]
        found = {entry.followup_id: entry for entry in phone_list.entries(session, NOON, RULES)}
        assert (found[second_only.id].phone_works, found[second_only.id].second_works) == (False, True)
        assert early.first_asked_at is not None
        assert found[early.id].until == early.first_asked_at + timedelta(days=RULES.window_days)

    await database.write(work)


async def test_whom_this_part_of_the_day_suits_is_offered_before_the_others(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        _anybody, afternoons, mornings = (_followup(town, days_ago=3) for _ in range(3))
        people.prefer_hours(session, mornings.person_id, "pagi")
        people.prefer_hours(session, afternoons.person_id, "sore")
        for part, wanted in (("pagi", mornings), ("sore", afternoons)):
            found = call_claims.take(session, town.officer().id, NOON, RULES, part)
            assert found is not None
            assert found.followup_id == wanted.id

    await database.write(work)


async def test_a_call_in_vain_rests_and_four_of_them_are_the_end(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent, officer, now = _followup(town), town.officer().id, NOON
        for _try in range(RULES.most_tries):
            assert _on_it(session, now) == [silent.id]
            rests = now + timedelta(hours=RULES.rest_hours)
            _note(session, silent, officer, CallOutcome.NO_ANSWER, now=now, rests_until=rests)
            assert _on_it(session, rests - timedelta(minutes=1)) == []
            expected = None if _try == RULES.most_tries - 1 else rests
            assert phone_list.next_rested(session, now, RULES) == expected
            now = rests
        assert _on_it(session, now) == []
        last = calls.latest(session, silent.person_id)
        assert last is not None
        assert calls.undo(session, last.id, now)
        assert not calls.undo(session, last.id, now)
        assert _on_it(session, now) == [silent.id]

    await database.write(work)


async def test_a_wrong_number_is_not_offered_until_another_is_on_record(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = _followup(town)
        _note(session, silent, town.officer().id, CallOutcome.WRONG_NUMBER)
        assert _on_it(session) == []
        assert [entry.followup_id for entry in phone_list.without_number(session, NOON, RULES)] == [silent.id]
        assert calls.has_wrong_number(session, silent.person_id)
        people.correct_phone(session, vault, silent.person_id, "+6281299990000")
        session.expire_all()
        assert _on_it(session) == [silent.id]
        assert not calls.has_wrong_number(session, silent.person_id)

    await database.write(work)


async def test_two_officers_never_have_the_same_person_before_them(database: Database, vault: Vault) -> None:
    def fill(session: Session) -> list[int]:
        town = Town(session, vault)
        for _one in range(40):
            _followup(town)
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
            rests_until=NOON + DAY,
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
        silent = _followup(town)
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
        silent = _followup(town)
        call_claims.take(session, town.officer().id, NOON, RULES, PART)
        assert call_claims.overtaken(session) == []
        silent.state = FollowupState.ANSWERED.value
        session.flush()
        assert [one.followup_id for one in call_claims.overtaken(session)] == [silent.id]
        assert _on_it(session) == []

    await database.write(work)


async def test_an_officer_puts_those_of_a_cut_on_it_who_have_told_nothing(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        long_ago = RULES.window_days + 100
        silent, told = _followup(town, days_ago=long_ago), _followup(town, days_ago=long_ago)
        covered = _followup(town, FollowupState.COVERED, days_ago=long_ago)
        covered.covered_by = silent.id
        for state in (FollowupState.PLANNED, FollowupState.ANSWERED, FollowupState.STOPPED):
            _followup(town, state, days_ago=long_ago)
        _followup(town, days_ago=long_ago, wave=3)
        _tells(session, told)
        officer = town.officer().id
        assert _on_it(session) == []
        assert call_listings.put_on_list(session, [Cohort.year == 2026], 1, officer, NOON) == 1
        assert call_listings.put_on_list(session, [Cohort.year == 2025], 1, officer, NOON) == 0
        assert call_listings.put_on_list(session, [Cohort.year == 2026], 1, officer, NOON) == 1
        (found,) = phone_list.entries(session, NOON, RULES)
        assert found.followup_id == silent.id
        assert found.until == NOON + timedelta(days=RULES.window_days)

    await database.write(work)


def _tells(session: Session, followup: Followup) -> None:
    talk_id = talks.begin(
        session,
        script="followup",
        version=1,
        actor_chat=1,
        subject_person=followup.person_id,
        about=followup.id,
        journal="{}",
        state=TalkState.OPEN,
        now=NOON,
    )
    seen = Observed(status=LabourStatus.WORKING, activity=Activity.EMPLOYED, answers={})
    observe(session, followup, talk_id, seen, NOON)


async def test_what_was_quieted_is_restored_as_it_was(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = _followup(town, chat_id=None)
        person = people.by_id(session, silent.person_id)
        planned = _followup(town, FollowupState.PLANNED, person=person)
        answered = _followup(town, FollowupState.ANSWERED, person=person)
        order(
            session,
            key="notice:x:1",
            kind=DeliveryKind.NOTICE,
            person_id=person.id,
            chat_id=5,
            about=1,
            due_at=NOON,
            now=NOON,
        )
        before = quieting.quiet(session, person.id)
        quieting.bury(session, person.id, date(2026, 9, 1), NOON)
        session.expire_all()
        assert {silent.state, planned.state} == {FollowupState.STOPPED.value}
        assert answered.state == FollowupState.ANSWERED.value
        assert session.query(Delivery.status).scalar() == "cancelled"
        quieting.restore(session, before)
        quieting.unbury(session, person.id)
        session.expire_all()
        assert (silent.state, planned.state) == (FollowupState.SILENT.value, FollowupState.PLANNED.value)
        assert session.query(Delivery.status).scalar() == "waiting"
        assert person.deceased_on is None

    await database.write(work)
