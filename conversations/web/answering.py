"""Answering: what a form sends is one event for the very talk that Telegram would walk, and saves nothing wrong when it
comes twice, late, or from another page.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from conversations import pages, stage
from conversations.context import Context, House
from conversations.event import Said, Tapped
from conversations.following import asking_again, misdirected
from conversations.notices.web import ANSWERED
from conversations.reply import Reply
from conversations.script import Misread
from conversations.stage import Open
from conversations.walk import Position, choice_of, read, walk
from conversations.web.sheet import Sheet, place_of, sheet
from conversations.web.visit import End, Ended, Visit, prepared, visit, written
from locales.text import Lines, Text, _, lines
from records import followups, talks, web_links
from records.session import Session
from records.talks import StoredTalk, TalkState

# Whoever has the link by mistake says nothing about the chat that speaks for the right person.
NOT_ME = f"{pages.CONTROL}:{misdirected.NOT_ME.name}{pages.CHOSEN}"
# Below the farewell; a second tap on it is a control of a page left.
ASK_AGAIN = f"{pages.CONTROL}:again"
TAP_OR_WRITE = _("Please choose one of the answers, or write yours.")


@dataclass(frozen=True, slots=True)
class Form:
    """What came from a page: on which question it stood, and the button pressed or the words written."""

    at: str
    press: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """It is done: the page to look at next is behind the same link. `stale`: the form was of an earlier page, and what
    it says is not what is known. `said`: what an answered questionnaire gives back to her, to be said once.
    """

    stale: bool = False
    said: Text | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A question to show, and to whom."""

    sheet: Sheet
    language: str
    first_name: str


Answered = Moved | Shown | Ended


def look(session: Session, house: House, now: datetime, token: str) -> tuple[Shown | Ended, int | None]:
    """The page behind a link, and the follow-up that it is about where there is a question. Writes nothing."""
    who = visit(session, house, now, token)
    if isinstance(who, Ended):
        return who, None
    return _shown(who), who.followup_id


def opened(session: Session, followup_id: int, now: datetime) -> None:
    """Somebody looks at the question: it has arrived."""
    web_links.opened(session, followup_id, now)


def take(session: Session, house: House, now: datetime, token: str, form: Form) -> Answered:
    """One form."""
    who = visit(session, house, now, token)
    if isinstance(who, Ended) and who.stopped is not None and form.press == ASK_AGAIN:
        _ask_again(Context(session, now, house, 0, who.language), who.stopped)
        again = visit(session, house, now, token)
        return Moved(said=asking_again.NEXT_TIME if isinstance(again, Ended) else None)
    if isinstance(who, Ended):
        return who
    ready = prepared(who)
    if isinstance(ready, Text):
        return Moved()
    position = walk(ready.script, ready.talk, ready.facts)
    if form.at != place_of(ready, position):
        return Moved(stale=not _is_known(ready, form))
    refused = _refused(ready, position, form)
    if refused is not None:
        return Shown(sheet(ready, position, refused, form.words or ""), who.context.language, who.first_name)
    return Moved(said=_advance(who, written(who), form))


def _ask_again(context: Context, followup_id: int) -> None:
    """She takes back that she stopped the questions."""
    followup = followups.by_id(context.session, followup_id)
    if followup is None:
        raise ValueError("nothing was stopped")
    asking_again.take_back(context, followup)


def _shown(who: Visit) -> Shown | Ended:
    ready = prepared(who)
    if isinstance(ready, Text):
        return Ended(End.OVER, who.context.language)
    position = walk(ready.script, ready.talk, ready.facts)
    return Shown(sheet(ready, position), who.context.language, who.first_name)


def _is_known(ready: Open, form: Form) -> bool:
    """Whether a form of an earlier page says nothing new: the second tap of two, or the control of a page left."""
    name, _colon, value = (form.press or "").partition(":")
    if name == pages.CONTROL:
        return True
    key, _dot, n = form.at.partition(".")
    kept = ready.talk.latest().get((key, int(n) if n.isdecimal() else 0))
    return kept is not None and kept in (value, (form.words or "").strip())


def _refused(ready: Open, position: Position[Any], form: Form) -> Text | None:
    """Why an answer cannot be taken; None where it can, or is none."""
    place = position.open
    name, _colon, value = (form.press or "").partition(":")
    if place is None or ready.talk.page or name == pages.CONTROL:
        return None
    if form.words is not None:
        return _misread(read(place.ask, Said(form.words), position.answers, ready.facts))
    choice = choice_of(place.ask, value, position.answers, ready.facts)
    if choice is None or choice.reopens is not None:
        return None if choice is not None or (value == pages.KEEP and position.old is not None) else TAP_OR_WRITE
    refusal = None if place.ask.check is None else place.ask.check(value, position.answers, ready.facts)
    return None if refusal is None else refusal.text


def _misread(value: str | Misread | None) -> Text | None:
    if isinstance(value, Misread):
        return value.text
    return TAP_OR_WRITE if value is None else None


def _advance(who: Visit, stored: StoredTalk, form: Form) -> Text | None:
    """The engine takes it. Its question is not said here, since the next page shows it; what she is told at the end
    is.
    """
    context = replace(who.context, chat_id=0) if (form.press or "").startswith(NOT_ME) else who.context
    event = Tapped(f"{stored.id}:{form.press}", None) if form.words is None else Said(form.words)
    replies = stage.advance(context, stored, event)
    after = talks.by_id(context.session, stored.id)
    if after is None or after.state is not TalkState.CONCLUDED:
        return None
    if stored.actor_chat is not None:
        ANSWERED.to_chat(context, stored.actor_chat, who.followup_id)
    return _beside_thanks(replies[0]) if replies else None


def _beside_thanks(last_word: Reply) -> Text | None:
    """The page thanks her in its own words, since those of the chat speak of commands; the rest is said as it is."""
    said = None if last_word.text is None else last_word.text.values.get("lines")
    return lines(*said.items[1:], separator=said.separator) if isinstance(said, Lines) and said.items[1:] else None
