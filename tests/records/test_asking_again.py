"""Asking again: what "do not ask again" had stopped comes as it was planned, and nothing of what is over."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from records import asking_again, followups, people, profile
from records.database import Database
from records.followups import Followup, FollowupState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

WINDOW = timedelta(days=21)


async def test_each_follow_up_is_what_its_day_makes_of_it(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town, calendar = Town(session, vault), profile.load().calendar.calendar(ZoneInfo("Asia/Jakarta"))
        long_over, asked_lately, missed, ahead = (town.followup(FollowupState.PLANNED) for _ in range(4))
        person = people.by_id(session, long_over.person_id)
        for row, days, was_asked in (
            *((long_over, -60, True), (asked_lately, -5, True)),
            *((missed, -30, False), (ahead, 80, False)),
        ):
            row.person_id, row.due_at = person.id, NOON + timedelta(days=days)
            row.first_asked_at = row.reached_at = row.due_at if was_asked else None
            row.step, row.state = int(was_asked), FollowupState.STOPPED.value
        session.flush()
        assert asking_again.take_back(session, person.id, calendar, NOON, WINDOW) == asked_lately.id
        assert not followups.has_stopped(session, person.id)
        assert [_state(row) for row in (long_over, asked_lately, missed, ahead)] == [
            *(FollowupState.SILENT, FollowupState.ASKED, FollowupState.PASSED, FollowupState.PLANNED)
        ]
        assert asked_lately.due_at > NOON, "a reminder never comes at once"
        assert ahead.due_at == NOON + timedelta(days=80)

    await database.write(work)


def _state(row: Followup) -> FollowupState:
    return FollowupState(row.state)
