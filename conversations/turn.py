"""A turn: one update of one chat, from its row to what is said. Database work only; whatever it does is one
transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from conversations import home, late_tap, loose_excel, phrases, stage
from conversations.announcing.groups import group_membership
from conversations.commands import COMMANDS, HANDOVER, handed_over
from conversations.context import Context, House
from conversations.event import Commanded, Edited, Event, Membership, Placed, Returned, Said, Sent, Tapped, Upgraded
from conversations.reply import Reply
from conversations.screen import MARK, Begin, ChangeLanguage, Outcome, Resume
from conversations.screens import catalogue, documents, open_screen
from locales.languages import DEFAULT
from records import chats, talks
from records.chats import ChatState, Spoken
from records.session import Session
from records.talks import StoredTalk


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came from a chat."""

    chat_id: int
    update_id: int
    event: Event
    first_name: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """What a turn wants said, and the chat as it is then. No replies: nothing is owed."""

    chat: ChatState
    replies: tuple[Reply, ...]


def take(
    session: Session,
    incoming: Incoming,
    house: House,
    now: datetime,
    said: Spoken | None = None,
    keep: Callable[[ChatState], None] | None = None,
) -> Spoke:
    """Takes one update: remembers it, lets the conversation go on, owes a reply.

    `said` is what was spoken here meanwhile; `keep` takes the chat's row to write it with those of other turns.
    """
    if isinstance(incoming.event, Placed | Upgraded):
        group_membership.heard(Context(session, now, house, incoming.chat_id, DEFAULT), incoming.event)
        return Spoke(group_membership.nobody_there(incoming.chat_id), ())
    write = keep or partial(chats.save, session)
    chat, stored = talks.chat_and_open(session, incoming.chat_id, now)
    if said is not None:
        chat = chat.spoken(said)
        chats.keep_shown(session, said)
    context = Context(session, now, house, chat.id, chat.language, incoming.first_name)
    if isinstance(incoming.event, Membership):
        return _membership(session, chat, incoming.event, now)
    if chat.has_seen(incoming.update_id):
        return _save(write, replace(chat, reply_owed=incoming.update_id), current(context, stored))
    chat = chat.after(incoming.update_id)
    chat, replies = _respond(context, chat, stored, incoming.event)
    return _save(write, chat, tuple(_settled(reply, chat, incoming.event) for reply in replies))


def owed(session: Session, chat_id: int, house: House, now: datetime) -> Spoke:
    """What to say to somebody who is owed a reply since before a restart; nothing, where it was said meanwhile."""
    chat, stored = talks.chat_and_open(session, chat_id, now)
    if chat.reply_owed is None:
        return Spoke(chat, ())
    context = Context(session, now, house, chat.id, chat.language)
    return Spoke(chat, tuple(replace(reply, fresh=True) for reply in current(context, stored)))


def apologise(session: Session, incoming: Incoming, now: datetime) -> Spoke:
    """After a fault: the update is remembered, so that it is not taken again, and the person is told."""
    chat = chats.load(session, incoming.chat_id, now).after(incoming.update_id)
    return _save(partial(chats.save, session), chat, (Reply(phrases.TROUBLE, fresh=True),))


def current(context: Context, stored: StoredTalk | None) -> tuple[Reply, ...]:
    """The open question, or how the last talk ended, or the menu: she must not wonder whether it has come."""
    if stored is not None:
        return stage.advance(context, stored, Returned())
    return ((stage.last_word(context) or home.home(context)).with_note(phrases.CUT_OFF),)


def _save(write: Callable[[ChatState], None], chat: ChatState, replies: tuple[Reply, ...]) -> Spoke:
    write(chat)
    return Spoke(chat, replies)


def _membership(session: Session, chat: ChatState, event: Membership, now: datetime) -> Spoke:
    chats.save(session, chat)
    if event.blocked:
        chats.mark_unreachable(session, chat.id, "blocked", now)
    return Spoke(chat, ())


def _settled(reply: Reply, chat: ChatState, event: Event) -> Reply:
    """A stale tap on the newest message needs no second copy of the question that stands there: the toast is enough."""
    repeats = reply.toast is phrases.STALE and reply.fresh
    if repeats and isinstance(event, Tapped) and event.message_id == chat.newest_message:
        return replace(reply, text=None, rows=(), contact=None)
    return reply


def _respond(
    context: Context, chat: ChatState, stored: StoredTalk | None, event: Event
) -> tuple[ChatState, tuple[Reply, ...]]:
    if isinstance(event, Tapped) and event.data.startswith(f"{MARK}:"):
        name, _colon, argument = event.data[2:].partition(":")
        return _outcome(context, chat, stored, open_screen(context, name, argument))
    if isinstance(event, Commanded) and event.name in COMMANDS:
        outcome = COMMANDS[event.name](context, stored, event.argument)
        return _outcome(context, chat, stored, outcome)
    if isinstance(event, Said) and (card := _card(context, stored, event.words)) is not None:
        return chat, (card,)
    if isinstance(event, Sent) and (offered := _offered(context, stored, event)) is not None:
        return chat, (offered,)
    if stored is not None:
        return chat, stage.advance(context, stored, event)
    if isinstance(event, Said) and event.words.strip().upper().startswith(HANDOVER.upper()):
        return chat, handed_over(context, event.words.strip()[len(HANDOVER) :])
    return chat, (_without_talk(context, event),)


def _card(context: Context, stored: StoredTalk | None, words: str) -> Reply | None:
    """A class's code, typed as it stands on a poster. In the midst of a talk only what can be nothing else."""
    return catalogue.card_by_code(context, words, surely=stored is not None)


def _offered(context: Context, stored: StoredTalk | None, event: Sent) -> Reply | None:
    """A file that no question asks for: an officer's Excel file, or one while an application still awaits documents."""
    if stored is not None and stage.takes_files(context, stored):
        return None
    excel = loose_excel.offer(context, event) if stored is None else None
    return excel or documents.offer(context, event)


def _without_talk(context: Context, event: Event) -> Reply:
    match event:
        case Tapped():
            return late_tap.answer(context, event)
        case Edited():
            return Reply(phrases.EDITED_OUTSIDE)
        case Sent(medium):
            return home.unknown(context, phrases.unreadable(medium))
        case Said(words):
            return home.unknown_words(context, words)
        case _:
            return home.unknown(context)


def _outcome(
    context: Context, chat: ChatState, stored: StoredTalk | None, outcome: Outcome
) -> tuple[ChatState, tuple[Reply, ...]]:
    match outcome:
        case Reply():
            return chat, (outcome,)
        case tuple():
            return chat, outcome
        case Begin(script, about):
            return chat, stage.begin(context, script, about, None, stored)
        case ChangeLanguage(language, reply):
            return replace(chat, language=language), (reply,)
        case Resume() if stored is not None:
            return chat, stage.advance(context, stored, Returned())
        case Resume():
            return chat, (home.home(context),)
        case None:
            return chat, (stage.closed(),)
