"""Officers hear of the first that waits; what comes after it they find in the desk's count and the morning's digest."""

from conversations.context import Context
from conversations.notice import Notice
from conversations.notices import openings, showcases, suspicions
from records import permissions, staff, submissions
from records.job_openings import JobOpening
from records.permissions import Permission
from records.showcases import Showcase
from records.suspicions import Suspect


def tell_of_opening(context: Context, opening_id: int) -> None:
    if submissions.count_waiting(context.session, JobOpening) == 1:
        found = submissions.by_id(context.session, JobOpening, opening_id)
        _tell(context, openings.WAITS, opening_id, "" if found is None else str(found.revision))


def tell_of_showcase(context: Context, showcase_id: int) -> None:
    if submissions.count_waiting(context.session, Showcase) == 1:
        found = submissions.by_id(context.session, Showcase, showcase_id)
        _tell(context, showcases.WAITS, showcase_id, "" if found is None else str(found.revision))


def tell_of_suspicion(context: Context, kind: Suspect, about: int) -> None:
    """Of each matter once a day, however many report it."""
    _tell(context, suspicions.REPORTED, about, f"{kind.value}.{context.today.isoformat()}")


def _tell(context: Context, notice: Notice, about: int, detail: str) -> None:
    for officer in staff.active(context.session):
        if Permission.FOLLOW in permissions.of_officer(context.session, officer):
            notice.to_chat(context, officer.chat_id, about, detail=detail)
