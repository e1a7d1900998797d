"""Saved audiences: the list of them, the page of one, and how a draft takes one over."""

from conversations import paging
from conversations.announcing.audience.audience_page import counted, in_words
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines, verbatim
from records.audiences import Audience, recipients, saved
from records.audiences.saved import SavedAudience
from records.campaigns import Campaign

NONE_YET = _("No audience is saved yet. Choose the recipients of an announcement, then tap “💾 Save”.")


def choosing(context: Context, campaign: Campaign, at: int) -> Reply:
    """Which one a draft takes over."""
    found, turns, where = _listed(context, at, f"m:audsaved:{campaign.id}.")
    buttons = [Button(verbatim(one.name), f"m:auduse:{campaign.id}.{one.id}") for one in found]
    text = lines(_("📂 <b>Saved audiences</b>\nWhich one?") if found else NONE_YET, where, separator="\n\n")
    manage = Button(_("🛠 Rename or delete"), "m:audiences:0") if found else None
    back = Button(_("⬅️ Recipients"), f"m:audience:{campaign.id}")
    return Reply(text, rows=(*column(*buttons), *turns, *column(manage, back)))


def listing(context: Context, at: int) -> Reply:
    """All of them, to be looked at, renamed or deleted."""
    found, turns, where = _listed(context, at, "m:audiences:")
    buttons = [Button(verbatim(one.name), f"m:savedaud:{one.id}") for one in found]
    text = lines(_("📂 <b>Saved audiences</b>") if found else NONE_YET, where, separator="\n\n")
    return Reply(text, rows=(*column(*buttons), *turns, (Button(_("⬅️ Announcements"), "m:announce"), STAFF_MENU)))


def _listed(context: Context, at: int, data: str) -> tuple[list[SavedAudience], Rows, Text | None]:
    count = saved.count(context.session)
    at = paging.within(at, count)
    turns = paging.turning(at, count, data)
    found = saved.page(context.session, paging.SHOWN, at * paging.SHOWN)
    return found, (turns,) if turns else (), paging.where(at, count)


def page(context: Context, one: SavedAudience, said: Text | None = None) -> Reply:
    """Whom it names today."""
    text = lines(
        said,
        _("📂 <b>{name}</b>", name=one.name),
        in_words(context, one.people),
        counted(recipients.count(context.session, one.people)),
        separator="\n\n",
    )
    rename = Button(_("✏️ Another name"), f"m:audrename:{one.id}")
    drop = Button(_("🗑 Delete"), f"m:audforget:{one.id}", style=Style.DANGER)
    return Reply(text, rows=column(rename, drop, Button(_("⬅️ Saved audiences"), "m:audiences:0")))


def really(one: SavedAudience) -> Reply:
    text = _("Delete the saved audience “{name}”? Announcements that use it stay as they are.", name=one.name)
    yes = Button(_("🗑 Yes, delete it"), f"m:audforget:{one.id}.yes", style=Style.DANGER)
    return Reply(text, rows=column(yes, Button(_("⬅️ Keep it"), f"m:savedaud:{one.id}")))


def how(context: Context, campaign: Campaign, one: SavedAudience) -> Reply:
    """A draft that has recipients already does not lose them by one tap."""
    text = lines(
        _("📂 <b>{name}</b>", name=one.name),
        in_words(context, one.people),
        _("This announcement has recipients already. Add these to them, or take these instead?"),
        separator="\n\n",
    )
    add = Button(_("➕ Add them"), f"m:auduse:{campaign.id}.{one.id}.add", style=Style.PRIMARY)
    instead = Button(_("🔁 These instead"), f"m:auduse:{campaign.id}.{one.id}.instead")
    return Reply(text, rows=column(add, instead, Button(_("⬅️ Recipients"), f"m:audience:{campaign.id}")))


def taken(audience: Audience, one: SavedAudience, way: str) -> Audience | None:
    """The draft's audience with a saved one; None where it must be asked how."""
    if way == "instead" or not audience.tidied().groups:
        return one.people
    return audience.joined(one.people) if way == "add" else None
