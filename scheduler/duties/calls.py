"""Whoever answers by herself while an officer has her on the phone list leaves it, and the officer is told."""

from datetime import datetime

from conversations.calling import entry
from conversations.context import Context
from conversations.notices.calling import OVERTAKEN
from records import call_claims, shown, staff
from scheduler.duty import Duty


def _tell(context: Context) -> int:
    found = call_claims.overtaken(context.session)
    for one in found:
        call_claims.release(context.session, one.person_id)
        shown.end(context.session, entry.code(one.person_id), context.now)
        OVERTAKEN.to_chat(context, staff.by_id(context.session, one.staff_id).chat_id, one.followup_id)
    return len(found)


def _never(_context: Context) -> datetime | None:
    """It follows what somebody did a moment ago: nothing falls due by itself."""
    return None


DUTY = Duty("calls", _tell, _never)
