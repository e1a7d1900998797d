"""A business is not shown, or taken down, with a reason."""

from conversations.context import Context
from conversations.giving import stall_pages
from conversations.giving.opening_refusal import MEANWHILE
from conversations.giving.refusal import Facts, refusal
from conversations.notices import showcases as notices
from conversations.reply import Reply, column
from conversations.script import Matter
from locales.text import Text, _
from records import showcases, suspicions
from records.showcases import Hidden, ShowcaseState
from records.suspicions import Suspect


def gather(context: Context, matter: Matter, staff_id: int) -> Facts | Text:
    """Only what this officer has before her."""
    found = None if matter.about is None else showcases.by_id(context.session, matter.about)
    if found is None or found.waits_since is None or found.claimed_by != staff_id:
        return MEANWHILE
    return Facts(found.id, found.sent_in.name)


def _refuse(context: Context, showcase_id: int, staff_id: int, reason: str) -> Reply:
    if not showcases.refuse(context.session, showcase_id, staff_id, reason):
        return Reply(MEANWHILE, rows=column(stall_pages.DESK))
    tell_owner(context, showcase_id)
    return Reply(_("Refused; whoever sent it in reads why."), rows=column(stall_pages.DESK))


def tell_owner(context: Context, showcase_id: int) -> None:
    """Of the decision on what was sent in last."""
    found = showcases.by_id(context.session, showcase_id)
    if found is not None:
        notices.DECIDED.to_person(context, found.person_id, found.id, detail=str(found.revision))


def gather_shown(context: Context, matter: Matter, _staff_id: int) -> Facts | Text:
    found = None if matter.about is None else showcases.by_id(context.session, matter.about)
    if found is None or found.state != ShowcaseState.SHOWN.value or found.shown is None:
        return _("This is not shown any more.")
    return Facts(found.id, found.shown.name)


def _take_down(context: Context, showcase_id: int, staff_id: int, reason: str) -> Reply:
    if not showcases.hide(context.session, showcase_id, Hidden.TAKEN_DOWN, reason):
        return Reply(_("This is not shown any more."), rows=column(stall_pages.DESK))
    suspicions.settle(context.session, Suspect.SHOWCASE, showcase_id, staff_id, context.now)
    found = showcases.by_id(context.session, showcase_id)
    if found is not None:
        notices.TAKEN_DOWN.to_person(context, found.person_id, found.id, detail=str(found.revision))
    return Reply(_("Taken down: nobody sees it any more."), rows=column(stall_pages.DESK))


REFUSAL = refusal(
    "showcase_refusal",
    prompt=_("Why is <b>{title}</b> not shown? Choose, or write it kindly: whoever sent it in reads it."),
    gather=gather,
    decide=_refuse,
    action="showcase.refused",
)
TAKING_DOWN = refusal(
    "showcase_down",
    prompt=_("Why is <b>{title}</b> taken down? Choose, or write it kindly: whoever sent it in reads it."),
    gather=gather_shown,
    decide=_take_down,
    action="showcase.down",
)
