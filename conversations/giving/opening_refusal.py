"""A job opening is not published, or taken down, with a reason."""

from conversations.context import Context
from conversations.giving.opening_pages import DESK, GONE
from conversations.giving.refusal import TAKEN_DOWN, Facts, before_her, refusal
from conversations.notices import openings as notices
from locales.text import Text, _
from records import job_endings, job_openings, suspicions
from records.job_openings import Ending, JobOpening
from records.suspicions import Suspect


def _gather_live(context: Context, opening_id: int, _staff_id: int) -> Facts | Text:
    found = job_openings.by_id(context.session, opening_id)
    return Facts(found.id, found.sent_in.title) if found is not None and found.is_live(context.today) else GONE


def _take_down(context: Context, opening_id: int, staff_id: int, reason: str) -> bool:
    closed = job_endings.close(context.session, opening_id, Ending.TAKEN_DOWN, context.now, reason)
    if closed:
        suspicions.settle(context.session, Suspect.OPENING, opening_id, staff_id, context.now)
    return closed


REFUSAL = refusal(
    "opening_refusal",
    prompt=_("Why is <b>{title}</b> not published? Choose, or write it kindly: whoever sent it in reads it."),
    gather=before_her(JobOpening, lambda found: found.sent_in.title),
    decide=lambda context, *decided: job_openings.refuse(context.session, *decided),
    tell=lambda context, about: notices.tell(context, notices.DECIDED, about),
    action="opening.refused",
    desk=DESK,
)
TAKING_DOWN = refusal(
    "opening_down",
    prompt=_("Why is <b>{title}</b> taken down? Choose, or write it kindly: whoever sent it in reads it."),
    gather=_gather_live,
    decide=_take_down,
    tell=lambda context, about: notices.tell(context, notices.TAKEN_DOWN, about),
    action="opening.down",
    done=TAKEN_DOWN,
    gone=GONE,
    desk=DESK,
)
