"""Invitations: what the messages of a follow-up say. The first line, which a lock screen shows, names her and no
status; each step of the ladder has words of its own, and half a questionnaire is taken up where she stopped.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from conversations import stage, timing
from conversations.context import Context
from conversations.event import Returned
from conversations.following.facts import Facts
from conversations.following.questionnaire import opening
from conversations.notice import Composed, Postpone, Skip
from conversations.walk import walk
from locales.text import Text, _
from records import followups, talks, web_talks
from records.deliveries import Claim, DeliveryKind
from records.followups import LADDER_DAYS, LATER, LEFT_ALONE, PATIENCE, Followup, FollowupState
from records.talks import StoredTalk, TalkState

SCRIPT = "followup"


def due_at(context: Context, claim: Claim) -> datetime:
    """When it may go out: a reminder that she asked for in the longer hours, the others in the sending hours."""
    if claim.detail == LATER:
        return context.house.calendar.urgent.next_allowed(context.now)
    return timing.due_at(context, DeliveryKind.FOLLOWUP)


def compose(context: Context, claim: Claim) -> Composed:
    """The first asking opens the talk; what follows shows it again. Another talk is not interrupted, unless it was left
    alone: then that waits, for a form that somebody opened and forgot must not keep her from being asked.
    """
    followup = followups.by_id(context.session, claim.about)
    why = "no such follow-up" if followup is None else _unwanted(context, followup, claim)
    if followup is None or why is not None:
        return Skip(why or "")
    stored = _room(context, followup)
    if isinstance(stored, Postpone):
        return stored
    if stored is None:
        return _first_asking(context, claim)
    return _again(context, followup, claim, stored)


def _unwanted(context: Context, followup: Followup, claim: Claim) -> str | None:
    """Why this message is not to be sent any more."""
    if followup.state != FollowupState.ASKED.value:
        return "no longer asked"
    if followup.snoozed_until is not None:
        return "she asked to be reminded later"
    if claim.key not in _current(followup):
        return "overtaken by a later step"
    return None


def _current(followup: Followup) -> tuple[str, str]:
    """The keys of the step taken last, and of the reminder she asked for last."""
    enrolment_id, wave = followup.enrolment_id, followup.wave
    step = followups.step_key(enrolment_id, wave, followup.step - 1)
    return step, followups.later_key(enrolment_id, wave, followup.snoozes)


def _room(context: Context, followup: Followup) -> StoredTalk | Postpone | None:
    """This follow-up's talk, also one begun on the web, None where it has none yet; or until when another one goes
    first.
    """
    _end_earlier(context, followup)
    stored = talks.open_of(context.session, context.chat_id)
    if stored is not None and (stored.script, stored.about) == (SCRIPT, followup.id):
        return stored
    if stored is not None and context.now - stored.touched_at < LEFT_ALONE:
        return Postpone(context.house.calendar.next_allowed(context.now + PATIENCE))
    waited = None if stored is None else stage.give_way(context, stored, SCRIPT, followup.id)
    return waited or web_talks.take_over(context.session, SCRIPT, followup.id, context.chat_id)


def _end_earlier(context: Context, followup: Followup) -> None:
    """What she left unanswered of an earlier wave is not asked beside this one."""
    for talk in talks.of_chat(context.session, context.chat_id, SCRIPT, TalkState.OPEN, TalkState.WAITING):
        if talk.subject_person == followup.person_id and talk.about != followup.id:
            talks.save(context.session, talk.id, TalkState.EXPIRED, talk.journal, context.now)


def _first_asking(context: Context, claim: Claim) -> Composed:
    replies = stage.begin(context, SCRIPT, claim.about, claim.person_id, None)
    return replies[0] if replies else Skip("no question")


def _again(context: Context, followup: Followup, claim: Claim, stored: StoredTalk) -> Composed:
    told = _told(context, followup, stored)
    if told is None:
        return Skip("no question")
    if told.begun and claim.detail != LATER and context.now - stored.touched_at < PATIENCE:
        return Postpone(context.house.calendar.next_allowed(context.now + PATIENCE))
    replies = stage.advance(context, stored, Returned())
    return replace(replies[0].with_note(words(told, claim)), fresh=True) if replies else Skip("no question")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words depend on: whom, how much is left of the questionnaire, which step it is, whether any message of
    this follow-up has arrived.
    """

    name: str
    programme: str
    left: int
    begun: bool
    step: int
    reached: bool


def _told(context: Context, followup: Followup, stored: StoredTalk) -> Told | None:
    opened = stage.set_up(context, stored)
    if isinstance(opened, Text):
        return None
    position = walk(opened.script, opened.talk, opened.facts)
    passed, reached = len(position.passed), followup.reached_at is not None
    known: Facts = opened.facts
    return Told(known.name, known.programme, position.total - passed, passed > 0, followup.step - 1, reached)


def words(told: Told, claim: Claim) -> Text:
    """What is said before the question."""
    if not told.reached:
        return opening(told.name, told.programme)
    if claim.detail == LATER:
        return _promised(told)
    return _last(told) if told.step >= len(LADDER_DAYS) - 1 else _once_more(told)


def _promised(told: Told) -> Text:
    if told.begun:
        return _("{name}, you asked to be reminded.\n{left} questions are left.", name=told.name, left=told.left)
    return _("{name}, you asked to be reminded.\nIt takes a few taps.", name=told.name)


def _once_more(told: Told) -> Text:
    if told.begun:
        return _(
            "{name}, what you have answered is kept.\n{left} questions are left; we go on where you stopped.",
            name=told.name,
            left=told.left,
        )
    return _(
        "{name}, may we ask once more?\nWhatever your answer is, it helps those who train after you. It takes a "
        "few taps.",
        name=told.name,
    )


def _last(told: Told) -> Text:
    if told.begun:
        return _(
            "{name}, it is nearly done.\nOnly {left} questions are left. This is our last message about it.",
            name=told.name,
            left=told.left,
        )
    return _(
        "{name}, this is our last message about it.\nA minute of yours is enough, and every answer is welcome, also "
        "that things are not easy: then we can look how to help.",
        name=told.name,
    )
