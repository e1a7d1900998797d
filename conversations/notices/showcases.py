"""Notices about the showcase: to officers that an entry waits; to its owner that it is shown, refused or taken down,
and once a year whether it still holds.
"""

from conversations.context import Context
from conversations.giving import stall_pages
from conversations.giving.refusal import in_words
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import people, showcases, submissions
from records.deliveries import Claim
from records.showcases import Hidden, Showcase, ShowcaseState


def _waits(context: Context, _claim: Claim) -> Composed:
    waiting = submissions.count_waiting(context.session, Showcase)
    if not waiting:
        return Skip("nothing waits any more")
    text = _("🏪 A business was sent in for the showcase. Entries waiting: {count}", count=waiting)
    return Reply(text, rows=column(Button(_("Look at it"), "m:shoplook", style=Style.PRIMARY)))


def _hers(context: Context, claim: Claim) -> Showcase | Skip:
    """Still there, of somebody for whom this chat speaks, and not sent in anew since."""
    found = showcases.by_id(context.session, claim.about)
    if found is None or people.chat_of(context.session, found.person_id) != context.chat_id:
        return Skip("deleted, or not of this chat any more")
    if people.has_died(context.session, found.person_id):
        return Skip("she has died")
    return found if str(found.revision) == (claim.detail or "").partition(".")[0] else Skip("sent in anew meanwhile")


def _page(context: Context, found: Showcase, head: Text) -> Reply:
    return Reply(head, rows=stall_pages.for_owner(context, found.person_id).rows)


def _decided(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if found.waits_since is not None:
        return Skip("it waits again")
    name = found.sent_in.name
    if found.reason is not None:
        said = _(
            "Your business <b>{name}</b> is not shown as it is. Reason: {reason}\nMend it and send it again: nothing "
            "has to be typed anew.",
            name=name,
            reason=in_words(found.reason),
        )
        return _page(context, found, said)
    if found.state != ShowcaseState.SHOWN.value:
        return Skip("hidden meanwhile")
    said = _(
        "✅ Your business <b>{name}</b> is in the Etalase alumni now. Share its card with your customers.", name=name
    )
    return _page(context, found, said)


def _yearly(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if found.asked_at is None or found.state != ShowcaseState.SHOWN.value:
        return Skip("answered or hidden meanwhile")
    said = _(
        "Your business <b>{name}</b> has been in the Etalase alumni for a year. Does it still hold? One tap. Without "
        "an answer in {days} days we hide it.",
        name=found.sent_in.name,
        days=context.house.profile.showcase.wait_days,
    )
    return _page(context, found, said)


def _hidden(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    if found.state != ShowcaseState.HIDDEN.value or found.hidden_why != Hidden.UNCONFIRMED.value:
        return Skip("shown again meanwhile")
    said = _("🙈 Your business <b>{name}</b> is hidden now. One tap shows it again.", name=found.sent_in.name)
    return _page(context, found, said)


def _taken_down(context: Context, claim: Claim) -> Composed:
    found = _hers(context, claim)
    if isinstance(found, Skip):
        return found
    said = lines(
        _("Your business <b>{name}</b> was taken out of the Etalase alumni by the centre.", name=found.sent_in.name),
        _("Reason: {reason}", reason=in_words(found.reason)),
        _("If this is not right, put it to an officer with /tanya; a person looks at it again."),
    )
    return _page(context, found, said)


WAITS = Notice("showcase.waits", _waits, Hours.SENDING)
DECIDED = Notice("showcase.decided", _decided)
YEARLY = Notice("showcase.yearly", _yearly, Hours.SENDING)
HIDDEN = Notice("showcase.hidden", _hidden, Hours.SENDING)
TAKEN_DOWN = Notice("showcase.down", _taken_down)

ALL = (WAITS, DECIDED, YEARLY, HIDDEN, TAKEN_DOWN)
