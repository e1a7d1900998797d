"""Notices about the showcase: to officers that an entry waits; to its owner that it is shown, refused or taken down,
and once a year whether it still holds.
"""

from conversations.context import Context
from conversations.giving import stall_pages
from conversations.giving.refusal import in_words
from conversations.notice import Hours, Notice, Skip
from conversations.notices.submissions import hers, taken_down, waits
from conversations.reply import Reply
from locales.text import Text, _
from records import people, showcases
from records.showcases import Hidden, Showcase, ShowcaseState


def _find(context: Context, showcase_id: int) -> Showcase | Skip:
    """Of somebody for whom this chat speaks."""
    found = showcases.by_id(context.session, showcase_id)
    if found is None or people.chat_of(context.session, found.person_id) != context.chat_id:
        return Skip("deleted, or not of this chat any more")
    return Skip("she has died") if people.has_died(context.session, found.person_id) else found


def _page(context: Context, found: Showcase, head: Text) -> Reply:
    return Reply(head, rows=stall_pages.for_owner(context, found.person_id).rows)


def _decided(context: Context, found: Showcase) -> Text | Skip:
    if found.waits_since is not None:
        return Skip("it waits again")
    name = found.sent_in.name
    if found.reason is not None:
        return _(
            "Your business <b>{name}</b> is not shown as it is. Reason: {reason}\nMend it and send it again: nothing "
            "has to be typed anew.",
            name=name,
            reason=in_words(found.reason),
        )
    if found.state != ShowcaseState.SHOWN.value:
        return Skip("hidden meanwhile")
    return _(
        "✅ Your business <b>{name}</b> is in the Etalase alumni now. Share its card with your customers.", name=name
    )


def _yearly(context: Context, found: Showcase) -> Text | Skip:
    if found.asked_at is None or found.state != ShowcaseState.SHOWN.value:
        return Skip("answered or hidden meanwhile")
    return _(
        "Your business <b>{name}</b> has been in the Etalase alumni for a year. Does it still hold? One tap. Without "
        "an answer in {days} days we hide it.",
        name=found.sent_in.name,
        days=context.house.profile.showcase.wait_days,
    )


def _hidden(context: Context, found: Showcase) -> Text | Skip:
    if found.state != ShowcaseState.HIDDEN.value or found.hidden_why != Hidden.UNCONFIRMED.value:
        return Skip("shown again meanwhile")
    return _("🙈 Your business <b>{name}</b> is hidden now. One tap shows it again.", name=found.sent_in.name)


def _taken_down(context: Context, found: Showcase) -> Text | Skip:
    said = _("Your business <b>{name}</b> was taken out of the Etalase alumni by the centre.", name=found.sent_in.name)
    return taken_down(said, found)


WAITS = waits(
    "showcase.waits",
    Showcase,
    "m:shoplook",
    lambda count: _("🏪 A business was sent in for the showcase. Entries waiting: {count}", count=count),
)
DECIDED = Notice("showcase.decided", hers(_find, _page, _decided))
YEARLY = Notice("showcase.yearly", hers(_find, _page, _yearly), Hours.SENDING)
HIDDEN = Notice("showcase.hidden", hers(_find, _page, _hidden), Hours.SENDING)
TAKEN_DOWN = Notice("showcase.down", hers(_find, _page, _taken_down))

ALL = (WAITS, DECIDED, YEARLY, HIDDEN, TAKEN_DOWN)


def tell(context: Context, notice: Notice, showcase_id: int) -> None:
    """Its owner, of what was decided on it."""
    found = showcases.by_id(context.session, showcase_id)
    if found is not None:
        notice.to_person(context, found.person_id, found.id, detail=str(found.revision))
