"""Notices about job openings: to officers that one waits; to whoever sent it in that it is published, refused, near its
end, over, or taken down.
"""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import opening_pages
from conversations.giving.refusal import in_words
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import job_openings, submissions
from records.deliveries import Claim
from records.job_openings import Ending, JobOpening, OpeningState


def _waits(context: Context, _claim: Claim) -> Composed:
    waiting = submissions.count_waiting(context.session, JobOpening)
    if not waiting:
        return Skip("nothing waits any more")
    text = _("💼 A job opening was sent in. Openings waiting: {count}", count=waiting)
    return Reply(text, rows=column(Button(_("Look at it"), "m:joblook", style=Style.PRIMARY)))


def _hers(context: Context, claim: Claim) -> JobOpening | Skip:
    """Still of this chat, and not sent in anew since."""
    found = job_openings.by_id(context.session, claim.about)
    if found is None or found.chat_id != context.chat_id:
        return Skip("not of this chat any more")
    return found if str(found.revision) == (claim.detail or "").partition(".")[0] else Skip("sent in anew meanwhile")


def _page(context: Context, found: JobOpening, head: Text) -> Reply:
    rows = column(*opening_pages.own_buttons(context, found), opening_pages.MY_OPENINGS, BACK_HOME)
    return Reply(head, rows=rows)


def _decided(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if found.waits_since is not None:
        return Skip("it waits again")
    title = found.sent_in.title
    if found.reason is not None:
        said = _(
            "Your opening <b>{title}</b> was not published as it is. Reason: {reason}\nMend it and send it again: "
            "nothing has to be typed anew.",
            title=title,
            reason=in_words(found.reason),
        )
        return _page(context, found, said)
    if not found.is_live(context.today) or found.expires_on is None:
        return Skip("over meanwhile")
    said = _(
        "✅ Your opening <b>{title}</b> is published until {day}. Whoever asked for openings of its kejuruan hears of "
        "it. Once the place is filled, tap “✔️ It is filled”.",
        title=title,
        day=found.expires_on,
    )
    return _page(context, found, said)


def _ending(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if not opening_pages.may_prolong(context, found) or found.expires_on is None:
        return Skip("prolonged or over meanwhile")
    said = _(
        "Your opening <b>{title}</b> ends on {day}. Shall it stay? One tap, if nothing in it changes.",
        title=found.sent_in.title,
        day=found.expires_on,
    )
    return _page(context, found, said)


def _over(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if found.state != OpeningState.OVER.value or found.over_why != Ending.EXPIRED.value:
        return Skip("not over any more")
    said = _(
        "Your opening <b>{title}</b> is over by its date; nobody sees it any more. If the place is still free, "
        "one tap brings it back.",
        title=found.sent_in.title,
    )
    return _page(context, found, said)


def _taken_down(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    said = lines(
        _("Your opening <b>{title}</b> was taken down by the centre.", title=found.sent_in.title),
        _("Reason: {reason}", reason=in_words(found.reason)),
        _("If this is not right, put it to an officer with /tanya; a person looks at it again."),
    )
    return _page(context, found, said)


WAITS = Notice("opening.waits", _waits, Hours.SENDING)
DECIDED = Notice("opening.decided", _decided)
ENDING = Notice("opening.ending", _ending, Hours.SENDING)
OVER = Notice("opening.over", _over, Hours.SENDING)
TAKEN_DOWN = Notice("opening.down", _taken_down)

ALL = (WAITS, DECIDED, ENDING, OVER, TAKEN_DOWN)
