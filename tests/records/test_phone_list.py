"""The phone list: who is on it, in which order, and for how long."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from records import call_listings, calls, chats, people, phone_list, quieting, talks
from records.calls import CallOutcome
from records.cohorts import Cohort
from records.database import Database
from records.followups import Followup, FollowupState
from records.labour import Activity, LabourStatus
from records.monitoring import Observed, observe
from records.phone_list import Why
from records.profile.calling import CallRules
from records.talks import TalkState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

RULES = CallRules()


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
            town.followup(FollowupState.SILENT, chat_id=71).id: Why.SILENT,
            town.followup(FollowupState.ASKED, chat_id=72).id: Why.CLOSED,
            town.followup(FollowupState.ASKED).id: Why.NO_CHAT,
            town.followup(FollowupState.UNREACHABLE).id: Why.NO_CHAT,
            town.followup(FollowupState.MISDIRECTED, chat_id=73).id: Why.MISDIRECTED,
        }
        for state in (FollowupState.PLANNED, FollowupState.ANSWERED, FollowupState.STOPPED, FollowupState.COVERED):
            town.followup(state)
        chats.load(session, 74, NOON)
        town.followup(FollowupState.ASKED, chat_id=74)  # she may still answer
        town.followup(FollowupState.SILENT, days_ago=RULES.window_days - 14)  # too long ago
        quieting.bury(session, town.followup().person_id, date(2026, 9, 1), NOON)
        found = phone_list.entries(session, NOON, RULES)
        assert {entry.followup_id: entry.why for entry in found} == expected
        assert phone_list.count(session, NOON, RULES) == len(expected)

    await database.write(work)


async def test_whoever_said_stop_at_another_training_is_not_called(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = town.followup()
        assert _on_it(session) == [silent.id]
        town.followup(FollowupState.STOPPED, person=people.by_id(session, silent.person_id))
        assert _on_it(session) == []

    await database.write(work)


async def test_whose_window_ends_first_comes_first_then_those_with_a_phone(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        late, early = town.followup(days_ago=2), town.followup(days_ago=9)
        second_only, with_phone = town.followup(days_ago=5), town.followup(days_ago=5)
        people.name_second_contact(session, second_only.person_id, "Budi", "+6281200000001")
        officer = town.officer().id
        _note(session, second_only, officer, CallOutcome.WRONG_NUMBER)
        assert _on_it(session) == [early.id, with_phone.id, second_only.id, late.id]
        found = {entry.followup_id: entry for entry in phone_list.entries(session, NOON, RULES)}
        assert (found[second_only.id].phone_works, found[second_only.id].second_works) == (False, True)
        assert early.first_asked_at is not None
        assert found[early.id].until == early.first_asked_at + timedelta(days=RULES.window_days)

    await database.write(work)


async def test_a_call_in_vain_rests_and_four_of_them_are_the_end(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent, officer, now = town.followup(), town.officer().id, NOON
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
        silent = town.followup()
        _note(session, silent, town.officer().id, CallOutcome.WRONG_NUMBER)
        assert _on_it(session) == []
        assert [entry.followup_id for entry in phone_list.without_number(session, NOON, RULES)] == [silent.id]
        assert calls.has_wrong_number(session, silent.person_id)
        people.correct_phone(session, vault, silent.person_id, "+6281299990000")
        session.expire_all()
        assert _on_it(session) == [silent.id]
        assert not calls.has_wrong_number(session, silent.person_id)

    await database.write(work)


async def test_an_officer_puts_those_of_a_cut_on_it_who_have_told_nothing(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        long_ago = RULES.window_days + 100
        silent, told = town.followup(days_ago=long_ago), town.followup(days_ago=long_ago)
        covered = town.followup(FollowupState.COVERED, days_ago=long_ago)
        covered.covered_by = silent.id
        for state in (FollowupState.PLANNED, FollowupState.ANSWERED, FollowupState.STOPPED):
            town.followup(state, days_ago=long_ago)
        town.followup(days_ago=long_ago, wave=3)
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
