"""Membership: the bot in groups and channels. Where an officer puts it, announcements may go; wherever anybody else
does, it stays mute, and keeps nothing.

It does not leave those either: to leave is a call that anybody could provoke as often as they like, at the cost of the
pace, and it would tell them that somebody is at home.
"""

from dataclasses import replace

from conversations.amendment import Rewrite
from conversations.context import Context
from conversations.event import Placed, Upgraded
from conversations.notice import Composed
from conversations.notices import group_chats as notices
from conversations.reply import Button, Reply
from records import chats, deliveries, group_chats, permissions, proposing, staff
from records.chats import ChatState
from records.group_chats import GroupChat, GroupKind
from records.permissions import Permission


def heard(context: Context, event: Placed | Upgraded) -> None:
    """What changed in the group of this context. The same change heard twice is no news."""
    if isinstance(event, Upgraded):
        _moved(context, event.new_id)
    elif event.present:
        _present(context, event)
    else:
        lost(context, context.chat_id)


def _present(context: Context, event: Placed) -> None:
    officer = staff.by_chat(context.session, event.by)
    known = group_chats.of_chat(context.session, context.chat_id)
    was_usable = known is not None and known.is_usable
    if officer is not None and Permission.ANNOUNCE in permissions.of_officer(context.session, officer):
        kind = GroupKind(event.kind)
        found, is_new = group_chats.connect(
            context.session, context.chat_id, kind, event.title, officer.id, event.may_post, context.now
        )
        if is_new or (found.is_usable and not was_usable):
            notices.CONNECTED.to_chat(context, officer.chat_id, found.id, key=_moment(context))
    elif known is not None and known.gone_at is None:
        # Somebody else in the group changed what the bot may do there.
        known.may_post, known.title = event.may_post, event.title
        context.session.flush()
        if was_usable and not known.may_post:
            _tell_loss(context, known)


def lost(context: Context, chat_id: int) -> None:
    """The bot is not in a group any more, or may not post there; whoever connected it is told, once."""
    gone = group_chats.leave(context.session, chat_id, context.now) if chat_id < 0 else None
    if gone is not None:
        _tell_loss(context, gone)


def _tell_loss(context: Context, group: GroupChat) -> None:
    for officer in proposing.concerned(context.session, group.added_by):
        notices.LOST.to_chat(context, officer.chat_id, group.id, key=_moment(context))


def _moved(context: Context, new_id: int) -> None:
    """What waits for the group goes to its new id."""
    if group_chats.of_chat(context.session, context.chat_id) is None:
        return
    group_chats.move(context.session, context.chat_id, new_id)
    deliveries.move(context.session, context.chat_id, new_id)
    chats.migrate(context.session, context.chat_id, new_id, context.now)


def _moment(context: Context) -> str:
    return str(int(context.now.timestamp()))


def nobody_there(chat_id: int) -> ChatState:
    """A group's chat as a turn sees it, in which nothing is remembered or said."""
    return ChatState(chat_id, "", None, b"", None, False, True)


def for_everybody(composed: Composed) -> Composed:
    """What a group reads: buttons that speak of one recipient are left out."""
    match composed:
        case Reply():
            return _links_alone(composed)
        case Rewrite(message_id, reply):
            return Rewrite(message_id, _links_alone(reply))
        case _:
            return composed


def _links_alone(reply: Reply) -> Reply:
    rows = (tuple(_link(button) for button in row if _is_for_all(button)) for row in reply.rows)
    return replace(reply, rows=tuple(row for row in rows if row))


def _is_for_all(button: Button) -> bool:
    return button.data is None or button.url is not None


def _link(button: Button) -> Button:
    return replace(button, data=None)
