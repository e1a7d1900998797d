"""To the officer who put the bot into a group or a channel: it is connected, or lost."""

from conversations.announcing.groups import group_chat_page
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.officer import for_officers
from conversations.reply import Reply, column
from locales.text import _
from records import group_chats
from records.deliveries import Claim
from records.group_chats import GroupKind
from records.permissions import Permission


def _connected(context: Context, claim: Claim) -> Composed:
    found = group_chats.by_id(context.session, claim.about)
    if found is None or found.gone_at is not None:
        return Skip("not in it any more")
    page = group_chat_page.page(context, found)
    return page.with_note(_("👪 Connected."))


def _lost(context: Context, claim: Claim) -> Composed:
    found = group_chats.by_id(context.session, claim.about)
    if found is None or found.is_usable:
        return Skip("in it again")
    text = _(
        "👪 The bot cannot write in the {kind} “{title}” any more: it was taken out, or may not post there. "
        "Announcements do not get there until an officer adds it again.",
        kind=group_chat_page.KINDS[GroupKind(found.kind)],
        title=found.title,
    )
    return Reply(text, rows=column(group_chat_page.ALL))


CONNECTED = Notice("group_connected", for_officers(Permission.ANNOUNCE, _connected), Hours.ANY)
LOST = Notice("group_lost", for_officers(Permission.ANNOUNCE, _lost))
ALL = (CONNECTED, LOST)
