"""Groups and channels that announcements may go to: whose each is, and which a draft goes to."""

from conversations.announcing.groups import group_chat_page
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import _
from records import campaigns, cohorts, group_chats, group_choices, group_recipients
from records.campaigns import CampaignStatus
from records.group_chats import GroupChat
from records.permissions import Permission


def listing(context: Context, _argument: str) -> Outcome:
    return group_chat_page.listing(context)


def _named(context: Context, argument: str) -> GroupChat | None:
    chosen = number(argument)
    found = None if chosen is None else group_chats.by_id(context.session, chosen)
    return None if found is None or found.gone_at is not None else found


def page(context: Context, argument: str) -> Outcome:
    """`group`, or `group.cohort` (0: of no single one)."""
    bare, dot, cohort = argument.partition(".")
    found, officer, chosen = _named(context, bare), officer_with(context, Permission.ANNOUNCE), number(cohort)
    if found is None or officer is None or (dot and chosen is None):
        return None
    if chosen and cohorts.by_id(context.session, chosen) is None:
        return None
    if not dot:
        return group_chat_page.page(context, found)
    group_chats.is_for(context.session, found.id, chosen or None)
    note(context, officer, "group.assigned", f"group:{found.id}")
    return group_chat_page.listing(context)


def disconnect(context: Context, argument: str) -> Outcome:
    """Once she says so twice, nothing more is sent there."""
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    found, officer = _named(context, bare), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    if not sure:
        yes = Button(_("✖️ Yes, disconnect it"), f"m:grpoff:{found.id}.yes", style=Style.DANGER)
        back = Button(_("⬅️ Back"), f"m:grp:{found.id}")
        text = _(
            "Disconnect “{title}”? Nothing is sent there any more. Please take the bot out of it too; to connect it "
            "again, add the bot anew.",
            title=found.title,
        )
        return Reply(text, rows=column(yes, back))
    group_chats.leave(context.session, found.chat_id, context.now)
    note(context, officer, "group.disconnected", f"group:{found.id}")
    return group_chat_page.listing(context)


def choose(context: Context, argument: str) -> Outcome:
    """`draft`, or `draft.group` to choose it or not any more."""
    bare, dot, group = argument.partition(".")
    draft, wanted = number(bare), number(group)
    campaign = None if draft is None else campaigns.by_id(context.session, draft)
    if campaign is None or campaign.status != CampaignStatus.DRAFT.value or (dot and wanted is None):
        return None
    if wanted is not None:
        is_chosen = wanted in group_recipients.ids_of(campaign.extras)
        if not is_chosen and _named(context, group) is None:
            return None
        group_choices.toggle(context.session, campaign, wanted)
        context.session.refresh(campaign)
    return group_chat_page.choosing(context, campaign)


SCREENS = (
    Screen("grps", listing, Permission.ANNOUNCE),
    Screen("grp", page, Permission.ANNOUNCE),
    Screen("grpoff", disconnect, Permission.ANNOUNCE),
    Screen("anngrps", choose, Permission.ANNOUNCE),
)
