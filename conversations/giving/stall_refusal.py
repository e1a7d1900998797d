"""A business is not shown, or taken down, with a reason."""

from conversations.context import Context
from conversations.giving.refusal import TAKEN_DOWN, Facts, before_her, refusal
from conversations.giving.stall_pages import DESK
from conversations.notices import showcases as notices
from locales.text import Text, _
from records import showcases, suspicions
from records.showcases import Hidden, Showcase, ShowcaseState
from records.suspicions import Suspect

GONE = _("This is not shown any more.")


def _gather_shown(context: Context, showcase_id: int, _staff_id: int) -> Facts | Text:
    found = showcases.by_id(context.session, showcase_id)
    if found is None or found.state != ShowcaseState.SHOWN.value or found.shown is None:
        return GONE
    return Facts(found.id, found.shown.name)


def _take_down(context: Context, showcase_id: int, staff_id: int, reason: str) -> bool:
    hidden = showcases.hide(context.session, showcase_id, Hidden.TAKEN_DOWN, reason)
    if hidden:
        suspicions.settle(context.session, Suspect.SHOWCASE, showcase_id, staff_id, context.now)
    return hidden


REFUSAL = refusal(
    "showcase_refusal",
    prompt=_("Why is <b>{title}</b> not shown? Choose, or write it kindly: whoever sent it in reads it."),
    gather=before_her(Showcase, lambda found: found.sent_in.name),
    decide=lambda context, *decided: showcases.refuse(context.session, *decided),
    tell=lambda context, about: notices.tell(context, notices.DECIDED, about),
    action="showcase.refused",
    desk=DESK,
)
TAKING_DOWN = refusal(
    "showcase_down",
    prompt=_("Why is <b>{title}</b> taken down? Choose, or write it kindly: whoever sent it in reads it."),
    gather=_gather_shown,
    decide=_take_down,
    tell=lambda context, about: notices.tell(context, notices.TAKEN_DOWN, about),
    action="showcase.down",
    done=TAKEN_DOWN,
    gone=GONE,
    desk=DESK,
)
