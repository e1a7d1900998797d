"""The page of a draft: whom it is for, what they will read, and a button for each part of it."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.announcing import obstacles, outline, sending, version
from conversations.announcing.answering import answering
from conversations.announcing.groups import group_chat_page
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style
from locales.text import Text, _
from records import campaigns, contents
from records.audiences import recipients
from records.campaigns import Campaign

DESK = Button(_("⬅️ Announcements"), "m:announce")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft: the screen that its button opens (with the draft's id), and what the button says."""

    screen: str
    label: Callable[[Context, Campaign], Text]


def _words(_context: Context, campaign: Campaign) -> Text:
    return _("✏️ Write the words") if campaign.words is None else _("✏️ Other words")


def _file(_context: Context, campaign: Campaign) -> Text:
    return _("📎 Photo or file") if contents.read(campaign).file is None else _("📎 Other photo or file")


def _day(_context: Context, campaign: Campaign) -> Text:
    return _("📅 Day") if campaign.date_meant is None else _("📅 {day}", day=campaign.date_meant)


# Two stand beside each other. To add a part: name it here.
PARTS: tuple[Part, ...] = (
    Part("audience", lambda _context, _campaign: _("👥 Recipients")),
    Part("annwords", _words),
    Part("anntexts", lambda _c, _d: _("📄 Templates")),
    Part("annfile", _file),
    Part("annwhere", lambda _c, _d: _("📍 Place")),
    Part("annlink", lambda _c, _d: _("🔗 Buttons with links")),
    Part("annday", _day),
    Part("annasks", lambda _context, campaign: answering.part(campaign)),
    Part("anntime", lambda _c, _d: _("🕒 When")),
    Part("annurgent", lambda _c, draft: _("🚨 Urgent") if draft.urgent_why is None else _("🚨 Urgent: change it")),
    Part("anngrps", group_chat_page.part),
    Part("annrepeat", lambda _context, _campaign: _("🔁 Repeat")),
)


def page(context: Context, campaign_id: int) -> Reply:
    """The page as the draft stands now."""
    campaign = campaigns.by_id(context.session, campaign_id)
    if campaign is None:
        return Reply(_("This draft is deleted."), rows=((DESK,),))
    size = recipients.count(context.session, campaign.people)
    found = sending.look(context, campaign)
    above = (
        _("📝 <b>Announcement</b> · draft"),
        None if campaign.refusal is None else _("⛔ Not approved: {why}", why=campaign.refusal),
        outline.facts(context, campaign, size),
    )
    known = tuple(_("⚠️ {what}", what=what) for what in (*found.obstacles, *found.warnings))
    text = outline.page(context, campaign, above, known)
    return Reply(text, rows=_rows(context, campaign, ready=not found.obstacles))


def _rows(context: Context, campaign: Campaign, *, ready: bool) -> Rows:
    people = obstacles.readers(context, campaign)
    whom = _("📤 Send to {count} people", count=people) if people else _("📤 Send to the groups alone")
    send = Button(whom, f"m:annsend:{campaign.id}.{version.of(context, campaign)}", style=Style.SUCCESS)
    parts = [Button(part.label(context, campaign), f"m:{part.screen}:{campaign.id}") for part in PARTS]
    pairs = tuple(tuple(parts[at : at + 2]) for at in range(0, len(parts), 2))
    see = Button(_("👀 As a recipient sees it"), f"m:annsee:{campaign.id}")
    discard = Button(_("🗑 Delete the draft"), f"m:anndrop:{campaign.id}")
    return (
        *(((send,),) if ready else ()),
        *(((see,),) if campaign.words else ()),
        *pairs,
        (discard,),
        (DESK, STAFF_MENU),
    )
