"""A visit: who comes by which link, and whether there is anything to ask her now."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from conversations import stage, web_links
from conversations.context import Context, House
from conversations.script import Matter
from conversations.scripts import SCRIPTS
from conversations.stage import Open
from conversations.talk import Talk
from locales.languages import DEFAULT
from locales.text import Text
from records import followups, people, talks, web_talks
from records import web_links as links
from records.followups import Followup, FollowupState
from records.session import Session
from records.talks import StoredTalk, TalkState

SCRIPT = "followup"
LEFT_OPEN = timedelta(minutes=30)


class End(StrEnum):
    """Why there is no question behind a link."""

    UNKNOWN = "unknown"
    EARLY = "early"
    ANSWERED = "answered"
    STOPPED = "stopped"
    MISDIRECTED = "misdirected"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Ended:
    """A page without a question, and the language it is said in. `said`: what she is given back, said once. `stopped`:
    the follow-up whose link may still take back that she stopped the questions.
    """

    why: End
    language: str = DEFAULT
    said: Text | None = None
    stopped: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody whom a follow-up asks. `stored` is its talk as it stands, in her chat or in none; None where nobody has
    begun it.
    """

    context: Context
    followup_id: int
    person_id: int
    first_name: str
    stored: StoredTalk | None


def visit(session: Session, house: House, now: datetime, token: str) -> Visit | Ended:
    """Who comes with this token."""
    named = links.read(house.vault, token)
    followup = None if named is None else links.named(session, named)
    if followup is None:
        return Ended(End.UNKNOWN)
    person = people.by_id(session, followup.person_id)
    chat_id = people.chat_of(session, person.id)
    language = web_links.language_of(session, person)
    if (why := _ended(session, followup, now)) is not None:
        is_open = why is End.STOPPED and links.begins_at(followup) <= now < links.ends_at(session, followup)
        return Ended(why, language, stopped=followup.id if is_open else None)
    context = Context(session, now, house, chat_id or 0, language)
    stored = web_talks.latest(session, SCRIPT, followup.id, chat_id)
    return Visit(context, followup.id, person.id, web_links.first_name(person.name), stored)


def _ended(session: Session, followup: Followup, now: datetime) -> End | None:
    """What somebody who has died left behind says no more than that it is over."""
    by_state = {
        FollowupState.ANSWERED.value: End.ANSWERED,
        FollowupState.STOPPED.value: End.STOPPED,
        FollowupState.MISDIRECTED.value: End.MISDIRECTED,
        FollowupState.COVERED.value: End.OVER,
        FollowupState.PASSED.value: End.OVER,
        FollowupState.CANCELLED.value: End.OVER,
    }
    if people.has_died(session, followup.person_id):
        return End.OVER
    if (why := by_state.get(followup.state)) is not None:
        return why
    if followups.has_stopped(session, followup.person_id):
        return End.STOPPED
    if links.begins_at(followup) > now:
        return End.EARLY
    return End.OVER if links.ends_at(session, followup) <= now else None


def prepared(who: Visit) -> Open | Text:
    """The talk as it is to be walked, or the sentence that says why it cannot go on."""
    opened = stage.set_up(who.context, who.stored or _thought(who))
    if isinstance(opened, Text) or who.context.now - opened.stored.touched_at < LEFT_OPEN:
        return opened
    # Whoever comes back later sees the question, not the page beside it that she had left open.
    beside = opened.script.control(opened.talk.page) is not None
    return replace(opened, talk=replace(opened.talk, page="")) if beside else opened


def written(who: Visit) -> StoredTalk:
    """The talk with a row of its own, and alive."""
    session, now = who.context.session, who.context.now
    if who.stored is not None:
        return web_talks.go_on(session, who.stored, now)
    thought = _thought(who)
    talk_id = talks.begin(
        session,
        script=thought.script,
        version=thought.version,
        actor_chat=None,
        subject_person=who.person_id,
        about=who.followup_id,
        journal=thought.journal,
        state=TalkState.OPEN,
        now=now,
    )
    return replace(thought, id=talk_id)


def _thought(who: Visit) -> StoredTalk:
    """As it begins, before anything is answered: looking at a page writes no talk."""
    script, now = SCRIPTS[SCRIPT], who.context.now
    facts = script.gather(who.context, Matter(0, who.person_id, who.followup_id))
    known = () if script.prefill is None or isinstance(facts, Text) else script.prefill(facts)
    journal = Talk(0, SCRIPT, known).to_json()
    return StoredTalk(
        0, SCRIPT, script.version, who.person_id, None, who.followup_id, TalkState.OPEN, journal, now, now
    )
