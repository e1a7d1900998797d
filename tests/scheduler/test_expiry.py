"""Expiry: whatever is over its window is closed, however many others are not."""

from datetime import timedelta
from pathlib import Path

from records import talks
from records.session import Session
from records.talks import TalkState
from scheduler.expiry import expire
from tests.clock import MORNING
from tests.stage import staged

BEGUN, UNTOUCHED = '{"a":[["notice",0,"yes"]]}', '{"a":[]}'
MANY = 250


def _begin(session: Session, chat_id: int, journal: str, days_ago: int) -> None:
    talks.begin(
        session,
        script="registration",
        version=1,
        actor_chat=chat_id,
        subject_person=None,
        about=1,
        journal=journal,
        state=TalkState.OPEN,
        now=MORNING - timedelta(days=days_ago),
    )


def _fill(session: Session) -> None:
    """Hundreds of forms begun three weeks ago, which may lie until registration closes, and a few that are over."""
    for chat_id in range(1, MANY + 1):
        _begin(session, chat_id, BEGUN, 21)
    _begin(session, MANY + 1, BEGUN, 400)
    _begin(session, MANY + 2, UNTOUCHED, 14)
    _begin(session, MANY + 3, UNTOUCHED, 13)


async def test_forms_that_may_lie_longer_do_not_hide_those_that_are_over(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", demo=False) as stage:
        await stage.writes(_fill)
        assert await stage.writes(expire, stage.canting.house, MORNING) == 2
        assert await stage.reads(talks.open_of, MANY + 1) is None
        assert await stage.reads(talks.open_of, MANY + 2) is None
        assert await stage.reads(talks.open_of, MANY + 3) is not None
