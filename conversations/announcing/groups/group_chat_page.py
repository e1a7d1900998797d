"""The pages of groups and channels: all that are connected, whose each is, and which of them a draft goes to."""

from operator import attrgetter

from conversations.announcing.writing import fields
from conversations.announcing.writing.fields import Field
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines, verbatim
from records import cohorts, group_chats, group_recipients
from records.campaigns import Campaign
from records.group_chats import GroupChat, GroupKind

LISTED = 20
LETTERS = 32
ALL = Button(_("👪 Groups and channels"), "m:grps")
KINDS: dict[GroupKind, Text] = {
    GroupKind.GROUP: _("group"),
    GroupKind.SUPERGROUP: _("group"),
    GroupKind.CHANNEL: _("channel"),
}
# What a group cannot be told: it is one person's own.
PERSONAL = frozenset((Field.NAME, Field.CLASS, Field.NUMBER))


def listing(context: Context) -> Reply:
    """Those that are connected, and how to connect one."""
    found = group_chats.present(context.session)[:LISTED]
    how = _(
        "👪 <b>Groups and channels</b>\nAnnouncements can go to the group or channel of a cohort too. Add the bot "
        "there yourself (in a channel as an admin who may post), and it appears here. It reads nothing of what is "
        "said there."
    )
    buttons = (Button(title(context, one), f"m:grp:{one.id}") for one in found)
    return Reply(how, rows=column(*buttons, *_adding(context), Button(_("📢 Announcements"), "m:announce"), STAFF_MENU))


def _adding(context: Context) -> tuple[Button, ...]:
    address = f"https://t.me/{context.house.bot_username}"
    return (
        Button(_("➕ To a group"), url=f"{address}?startgroup=1"),
        Button(_("➕ To a channel"), url=f"{address}?startchannel&admin=post_messages"),
    )


def title(context: Context, group: GroupChat) -> Text:
    """Its name, and whose it is."""
    name = group.title if len(group.title) <= LETTERS else group.title[: LETTERS - 1] + "…"
    cohort = None if group.cohort_id is None else cohorts.by_id(context.session, group.cohort_id)
    named = verbatim(name) if cohort is None else _("{group} · {cohort}", group=name, cohort=cohort.name)
    return named if group.is_usable else _("🚫 {group}", group=named)


def page(context: Context, group: GroupChat) -> Reply:
    """One of them; for which cohort it is, a tap says."""
    may_not = None if group.may_post else _("The bot may not post there yet: make it an admin who may.")
    text = lines(
        _("<b>{title}</b> ({kind})", title=group.title, kind=KINDS[GroupKind(group.kind)]),
        may_not,
        _("For which cohort is it?"),
        separator="\n\n",
    )
    found = [(one.id, verbatim(one.name)) for one in cohorts.all_of_them(context.session)[:LISTED]]
    choices = [*found, (0, _("For no single cohort"))]
    buttons = (_choice(group, cohort_id, name) for cohort_id, name in choices)
    forget = Button(_("✖️ Disconnect it"), f"m:grpoff:{group.id}")
    return Reply(text, rows=column(*buttons, forget, ALL))


def _choice(group: GroupChat, cohort_id: int, name: Text) -> Button:
    is_it = (group.cohort_id or 0) == cohort_id
    label = _("✅ {choice}", choice=name) if is_it else name
    return Button(label, f"m:grp:{group.id}.{cohort_id}", style=Style.PRIMARY if is_it else Style.PLAIN)


def choosing(context: Context, draft: Campaign) -> Reply:
    """Which groups a draft goes to besides people."""
    chosen = group_recipients.of_campaign(context.session, draft)
    ids = [one.id for one in chosen]
    others = [one for one in group_chats.present(context.session) if one.is_usable and one.id not in ids]
    # Also what the bot was taken out of: it must be left out again.
    found = sorted((*chosen, *others[: max(0, LISTED - len(chosen))]), key=attrgetter("id"))
    text = _(
        "👪 <b>Also to groups</b>\nTap to choose. In a group stand the words without answers: those are given in each "
        "one's own chat with the bot."
    )
    none = _("👪 <b>Also to groups</b>\nNo group or channel is connected yet.")
    buttons = (_toggle(context, draft, one, one.id in ids) for one in found)
    back = Button(_("⬅️ Back"), f"m:campaign:{draft.id}")
    return Reply(text if found else none, rows=column(*buttons, ALL, back))


def _toggle(context: Context, draft: Campaign, group: GroupChat, chosen: bool) -> Button:
    name = title(context, group)
    label = _("✅ {choice}", choice=name) if chosen else name
    return Button(label, f"m:anngrps:{draft.id}.{group.id}")


def part(_context: Context, draft: Campaign) -> Text:
    """The button on the draft's page."""
    count = len(group_recipients.ids_of(draft.extras))
    return _("👪 Groups: {count}", count=count) if count else _("👪 Groups")


def named(context: Context, campaign: Campaign) -> Text | None:
    """The groups that it goes to, on the page of a campaign; None where there are none."""
    found = group_recipients.of_campaign(context.session, campaign)
    if not found:
        return None
    return _("👪 Also to: {groups}", groups=lines(*(title(context, one) for one in found), separator=", "))


def obstacle(context: Context, draft: Campaign) -> Text | None:
    """A field that stands for what is one person's own cannot be filled for a group."""
    own = personal(draft.words) if draft.words is not None and draft.formatted else ""
    if not own or not group_recipients.usable(context.session, draft):
        return None
    return _(
        "A group cannot read {fields}, which is different for each person. Leave it out, or send to people alone.",
        fields=own,
    )


def personal(words: str) -> str:
    """The fields of a template that a group cannot read, as they are written."""
    return ", ".join(sorted(f"{{{field.value}}}" for field in fields.used(words) & PERSONAL))
