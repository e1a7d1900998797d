"""Notices about job openings: to officers that one waits; to whoever sent it in that it is published, refused, near its
end, over, or taken down.
"""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import opening_pages
from conversations.giving.refusal import in_words
from conversations.notice import Hours, Notice, Skip
from conversations.notices.submissions import hers, taken_down, waits
from conversations.reply import Reply, column
from locales.text import Text, _
from records import job_openings
from records.job_openings import Ending, JobOpening, OpeningState


def _find(context: Context, opening_id: int) -> JobOpening | Skip:
    found = job_openings.by_id(context.session, opening_id)
    if found is None or found.chat_id != context.chat_id:
        return Skip("not of this chat any more")
    return found


def _page(context: Context, found: JobOpening, head: Text) -> Reply:
    rows = column(*opening_pages.own_buttons(context, found), opening_pages.MY_OPENINGS, BACK_HOME)
    return Reply(head, rows=rows)


def _decided(context: Context, found: JobOpening) -> Text | Skip:
    if found.waits_since is not None:
        return Skip("it waits again")
    title = found.sent_in.title
    if found.reason is not None:
        return _(
            "Your opening <b>{title}</b> was not published as it is. Reason: {reason}\nMend it and send it again: "
            "nothing has to be typed anew.",
            title=title,
            reason=in_words(found.reason),
        )
    if not found.is_live(context.today) or found.expires_on is None:
        return Skip("over meanwhile")
    return _(
        "✅ Your opening <b>{title}</b> is published until {day}. Whoever asked for openings of its kejuruan hears of "
        "it. Once the place is filled, tap “✔️ It is filled”.",
        title=title,
        day=found.expires_on,
    )


def _ending(context: Context, found: JobOpening) -> Text | Skip:
    if not opening_pages.may_prolong(context, found) or found.expires_on is None:
        return Skip("prolonged or over meanwhile")
    return _(
        "Your opening <b>{title}</b> ends on {day}. Shall it stay? One tap, if nothing in it changes.",
        title=found.sent_in.title,
        day=found.expires_on,
    )


def _over(context: Context, found: JobOpening) -> Text | Skip:
    if found.state != OpeningState.OVER.value or found.over_why != Ending.EXPIRED.value:
        return Skip("not over any more")
    return _(
        "Your opening <b>{title}</b> is over by its date; nobody sees it any more. If the place is still free, "
        "one tap brings it back.",
        title=found.sent_in.title,
    )


def _taken_down(context: Context, found: JobOpening) -> Text | Skip:
    return taken_down(_("Your opening <b>{title}</b> was taken down by the centre.", title=found.sent_in.title), found)


WAITS = waits(
    "opening.waits",
    JobOpening,
    "m:joblook",
    lambda count: _("💼 A job opening was sent in. Openings waiting: {count}", count=count),
)
DECIDED = Notice("opening.decided", hers(_find, _page, _decided))
ENDING = Notice("opening.ending", hers(_find, _page, _ending), Hours.SENDING)
OVER = Notice("opening.over", hers(_find, _page, _over), Hours.SENDING)
TAKEN_DOWN = Notice("opening.down", hers(_find, _page, _taken_down))

ALL = (WAITS, DECIDED, ENDING, OVER, TAKEN_DOWN)


def tell(context: Context, notice: Notice, opening_id: int) -> None:
    """Whoever sent it in, of what was decided on it."""
    found = job_openings.by_id(context.session, opening_id)
    if found is not None and found.chat_id is not None:
        notice.to_chat(context, found.chat_id, found.id, detail=str(found.revision))
