"""Officers hear of the first that waits; what comes after it they find in the desk's count and the morning's digest."""

from conversations.context import Context
from conversations.notice import Notice
from conversations.notices import openings, showcases, suspicions
from records import permissions, staff, submissions
from records.job_openings import JobOpening
from records.permissions import Permission
from records.showcases import Showcase
from records.submissions import Submission
from records.suspicions import Suspect

WAITS: dict[type[Submission], Notice] = {JobOpening: openings.WAITS, Showcase: showcases.WAITS}


def tell_of_first(context: Context, model: type[Submission], about: int) -> None:
    found = submissions.by_id(context.session, model, about)
    if found is not None and submissions.count_waiting(context.session, model) == 1:
        _tell(context, WAITS[model], about, str(found.revision))


def tell_of_suspicion(context: Context, kind: Suspect, about: int) -> None:
    """Of each matter once a day, however many report it."""
    _tell(context, suspicions.REPORTED, about, f"{kind.value}.{context.today.isoformat()}")


def _tell(context: Context, notice: Notice, about: int, detail: str) -> None:
    for officer in staff.active(context.session):
        if Permission.FOLLOW in permissions.of_officer(context.session, officer):
            notice.to_chat(context, officer.chat_id, about, detail=detail)
