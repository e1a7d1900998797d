"""A job opening is not published, or taken down, with a reason."""

from conversations.context import Context
from conversations.giving import opening_pages
from conversations.giving.refusal import Facts, refusal
from conversations.notices import openings as notices
from conversations.reply import Reply, column
from conversations.script import Matter
from locales.text import Text, _
from records import job_endings, job_openings, submissions, suspicions
from records.job_openings import Ending, JobOpening
from records.suspicions import Suspect

MEANWHILE = _("Another officer has it, or it was changed or decided meanwhile. Please look at it again.")


def gather(context: Context, matter: Matter, staff_id: int) -> Facts | Text:
    """Only what this officer has before her."""
    found = None if matter.about is None else job_openings.by_id(context.session, matter.about)
    if found is None or found.waits_since is None or found.claimed_by != staff_id:
        return MEANWHILE
    return Facts(found.id, found.sent_in.title)


def _refuse(context: Context, opening_id: int, staff_id: int, reason: str) -> Reply:
    if not job_openings.refuse(context.session, opening_id, staff_id, reason):
        return Reply(MEANWHILE, rows=column(opening_pages.DESK))
    tell_sender(context, opening_id)
    return Reply(_("Refused; whoever sent it in reads why."), rows=column(opening_pages.DESK))


def tell_sender(context: Context, opening_id: int) -> None:
    """Of the decision on what was sent in last."""
    found = submissions.by_id(context.session, JobOpening, opening_id)
    if found is not None and found.chat_id is not None:
        notices.DECIDED.to_chat(context, found.chat_id, found.id, detail=str(found.revision))


def gather_live(context: Context, matter: Matter, _staff_id: int) -> Facts | Text:
    found = None if matter.about is None else job_openings.by_id(context.session, matter.about)
    if found is None or not found.is_live(context.today):
        return _("This opening is not here any more.")
    return Facts(found.id, found.sent_in.title)


def _take_down(context: Context, opening_id: int, staff_id: int, reason: str) -> Reply:
    if not job_endings.close(context.session, opening_id, Ending.TAKEN_DOWN, context.now, reason):
        return Reply(_("This opening is not here any more."), rows=column(opening_pages.DESK))
    suspicions.settle(context.session, Suspect.OPENING, opening_id, staff_id, context.now)
    found = job_openings.by_id(context.session, opening_id)
    if found is not None and found.chat_id is not None:
        notices.TAKEN_DOWN.to_chat(context, found.chat_id, found.id, detail=str(found.revision))
    return Reply(_("Taken down: nobody sees it any more."), rows=column(opening_pages.DESK))


REFUSAL = refusal(
    "opening_refusal",
    prompt=_("Why is <b>{title}</b> not published? Choose, or write it kindly: whoever sent it in reads it."),
    gather=gather,
    decide=_refuse,
    action="opening.refused",
)
TAKING_DOWN = refusal(
    "opening_down",
    prompt=_("Why is <b>{title}</b> taken down? Choose, or write it kindly: whoever sent it in reads it."),
    gather=gather_live,
    decide=_take_down,
    action="opening.down",
)
