"""The engine: a talk, the facts and an event become the talk as it is then, and what to say. It is pure.

It alone knows back, help, cancel, change, resume, stale and forged buttons, and media where words were asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from conversations import pages, phrases, points
from conversations.event import (
    Commanded,
    Edited,
    Event,
    Membership,
    Placed,
    Returned,
    Said,
    Sent,
    Shared,
    Tapped,
    Upgraded,
)
from conversations.reply import Reply
from conversations.script import Answers, Choice, Misread, Script
from conversations.talk import Talk
from conversations.walk import NOTHING, Place, Position, choice_of, read, walk
from locales.text import Text

F = TypeVar("F")
Label = Callable[[Text], str]


class Ended(StrEnum):
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Step(Generic[F]):
    """After an event: the talk, what to say (None where the conclusion will say it), whether it ended, the answers.

    `answered` tells that an answer was taken; `misplaced` that the event had nothing to do with the open question;
    `chosen` names a control and what was chosen on its page, of which the records will say what came.
    """

    talk: Talk
    reply: Reply | None
    answers: Answers
    ended: Ended | None = None
    answered: bool = False
    misplaced: bool = False
    chosen: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Engine(Generic[F]):
    """One script at work. `label` says a button's text in the person's language, for those who type what they could
    tap.
    """

    script: Script[F]
    facts: F
    label: Label

    def advance(self, talk: Talk, event: Event, trusted: Answers = NOTHING) -> Step[F]:
        """One event. `trusted`: the answers that the last walk of this very talk over equal facts had found valid."""
        position = walk(self.script, talk, self.facts, trusted)
        if talk.page == pages.PAGE_CHANGE and position.open is not None:
            talk = replace(talk, page="")  # facts or script changed meanwhile: there is a question again
        if self._is_gone(talk):
            talk = replace(talk, page="")
        match event:
            case Tapped():
                return self._tapped(talk, position, event.data)
            case Said():
                return self._said(talk, position, event)
            case Shared():
                return self._shared(talk, position, event)
            case Sent():
                return self._sent(talk, position, event)
            case Edited():
                return self._edited(talk, position, event)
            case Commanded():
                return self._control(talk, position, event.name if event.name in pages.SPOKEN_CONTROLS else pages.HELP)
            case Returned() | Membership() | Placed() | Upgraded():
                return self._again(self._before_control(talk), position, None)

    def begin(self, talk: Talk) -> Step[F]:
        """The first question, after the script's opening words."""
        opening = None if self.script.opening is None else self.script.opening(self.facts)
        return self._again(talk, walk(self.script, talk, self.facts), opening)

    def _again(self, talk: Talk, position: Position[F], note: Text | None) -> Step[F]:
        """The page of this position, after a sentence; the end, where nothing is left to ask and no summary to show."""
        if self._is_over(position):
            return Step(talk, None, position.answers, ended=Ended.CONCLUDED)
        reply = pages.page(self.script, talk, position, self.facts)
        return Step(talk, reply if note is None else reply.with_note(note), position.answers)

    def _is_over(self, position: Position[F]) -> bool:
        """Nothing is left to ask, nor a summary to confirm: at the last answer, or because facts changed meanwhile."""
        return position.open is None and self.script.summary is None

    def _tapped(self, talk: Talk, position: Position[F], data: str) -> Step[F]:
        number, _, rest = data.partition(":")
        key, _, value = rest.partition(":")
        if number != str(talk.id):
            return self._stale(talk, position)
        if key == pages.CONTROL:
            return self._control(talk, position, value)
        if key == pages.CHANGE:
            return self._change(talk, position, value)
        place = position.open
        if _stands_between(talk) or place is None or key != place.name:
            return self._stale(talk, position)
        if value == pages.KEEP and position.old is not None:
            return self._take(talk, position, place, position.old)
        choice = choice_of(place.ask, value, position.answers, self.facts)
        return self._stale(talk, position) if choice is None else self._choose(talk, position, place, choice)

    def _choose(self, talk: Talk, position: Position[F], place: Place[F], choice: Choice) -> Step[F]:
        if choice.reopens is not None:
            return self._moved(replace(talk, reopened=(choice.reopens, 0), page=""))
        refusal = None if place.ask.check is None else place.ask.check(choice.value, position.answers, self.facts)
        if refusal is not None:
            return self._again(talk, position, refusal.text)
        return self._take(talk, position, place, choice.value)

    def _stale(self, talk: Talk, position: Position[F]) -> Step[F]:
        step = self._again(talk, position, None)
        reply = None if step.reply is None else replace(step.reply, toast=phrases.STALE, fresh=True)
        return replace(step, reply=reply, misplaced=True)

    def _said(self, talk: Talk, position: Position[F], said: Said) -> Step[F]:
        spoken = said.words.strip().casefold()
        for name, labels in pages.SPOKEN_CONTROLS.items():
            if any(spoken == self.label(label).casefold() for label in labels):
                return self._control(talk, position, name)
        pressed = None if self._is_over(position) else self._pressed_in_words(talk, position, spoken)
        if pressed is not None:
            return pressed
        place = position.open
        value = None if _stands_between(talk) or place is None else read(place.ask, said, position.answers, self.facts)
        if place is None or value is None:
            return self._again(talk, position, phrases.TAP_ONE)
        if isinstance(value, Misread):
            return self._again(talk, position, value.text)
        return self._take(talk, position, place, value)

    def _pressed_in_words(self, talk: Talk, position: Position[F], spoken: str) -> Step[F] | None:
        """Someone typed what a button of this page says."""
        for row in pages.page(self.script, talk, position, self.facts).rows:
            for button in row:
                if button.data is not None and self.label(button.label).casefold() == spoken:
                    return self._tapped(talk, position, button.data)
        return None

    def _shared(self, talk: Talk, position: Position[F], contact: Shared) -> Step[F]:
        place = position.open
        if talk.page or place is None or not place.ask.contact:
            return self._again(talk, position, phrases.CONTACT_NOT_ASKED)
        if not contact.own:
            return self._again(talk, position, phrases.CONTACT_OF_ANOTHER)
        return self._said(talk, position, Said(contact.phone))

    def _edited(self, talk: Talk, position: Position[F], edited: Edited) -> Step[F]:
        """A long text that was refused is sooner mended than written anew."""
        place = position.open
        if edited.said is None or place is None or not place.ask.formatted:
            return self._again(talk, position, phrases.EDITED)
        return self._said(talk, position, edited.said)

    def _sent(self, talk: Talk, position: Position[F], sent: Sent) -> Step[F]:
        place = position.open
        if sent.point is not None and not talk.page and place is not None and place.ask.pointed:
            return self._said(talk, position, Said(points.written(sent.point.latitude, sent.point.longitude)))
        if talk.page or place is None or place.ask.upload is None:
            return self._again(talk, position, phrases.unreadable(sent.medium))
        if sent.file is None:
            return self._again(talk, position, phrases.NO_FILE)
        refusal = place.ask.upload(sent.file, position.answers, self.facts)
        if refusal is not None:
            step = self._again(talk, position, refusal.text)
            reply = None if step.reply is None else replace(step.reply, background=refusal.background)
            return replace(step, reply=reply)
        return self._take(talk, position, place, sent.file.to_json())

    def _take(self, talk: Talk, position: Position[F], place: Place[F], value: str) -> Step[F]:
        return replace(self._moved(talk.answered(*place.slot, value), position.answers), answered=True)

    def _moved(self, talk: Talk, trusted: Answers = NOTHING) -> Step[F]:
        """Wherever the talk is now: the next question, the summary, or the end."""
        return self._again(talk, walk(self.script, talk, self.facts, trusted), None)

    def _control(self, talk: Talk, position: Position[F], name: str) -> Step[F]:
        at_summary = position.open is None
        match name:
            case pages.BACK:
                return self._back(talk, position)
            case pages.HELP:
                return self._again(replace(talk, page=""), position, pages.help_text(self.script, position))
            case pages.STOP if self.script.stop_label is not None:
                return Step(talk, None, position.answers, ended=Ended.CANCELLED)
            case pages.CANCEL if self.script.stop_label is not None:
                return self._again(talk, position, phrases.LATER)
            case pages.CANCEL | pages.STOP:
                return self._moved(replace(talk, page=pages.PAGE_CANCEL))
            case pages.CANCEL_SURELY if talk.page == pages.PAGE_CANCEL:
                return Step(talk, None, position.answers, ended=Ended.CANCELLED)
            case pages.GO_ON:
                return self._moved(replace(talk, page=""))
            case pages.PICK if at_summary and self.script.summary is not None:
                return self._moved(replace(talk, page=pages.PAGE_CHANGE))
            case pages.SUBMIT if at_summary and not talk.page:
                return Step(talk, None, position.answers, ended=Ended.CONCLUDED)
            case _:
                return self._extra(talk, position, name)

    def _extra(self, talk: Talk, position: Position[F], name: str) -> Step[F]:
        """A control of the script's own: its page, or what was chosen there."""
        name, chosen, value = name.partition(pages.CHOSEN)
        control = self.script.control(name)
        if control is None or position.open is None or not control.when(self.facts):
            return self._stale(talk, position)
        if not chosen:
            return self._moved(replace(talk, page=name))
        if talk.page != name or value not in {choice.value for choice in control.choices(self.facts)}:
            return self._stale(talk, position)
        ended = Ended.CANCELLED if control.ends else None
        return Step(replace(talk, page=""), None, position.answers, ended=ended, chosen=(name, value))

    def _is_gone(self, talk: Talk) -> bool:
        """Whether it shows the page of a control that the script no longer has."""
        return talk.page not in ("", pages.PAGE_CHANGE, pages.PAGE_CANCEL) and self.script.control(talk.page) is None

    def _before_control(self, talk: Talk) -> Talk:
        """Whoever comes back sees the question again, not the page of a control that she had left open."""
        return replace(talk, page="") if self.script.control(talk.page) is not None else talk

    def _back(self, talk: Talk, position: Position[F]) -> Step[F]:
        if talk.page:
            return self._moved(replace(talk, page=""))
        if not position.passed:
            return self._again(talk, position, phrases.FIRST_QUESTION)
        return self._moved(replace(talk, reopened=position.passed[-1].slot))

    def _change(self, talk: Talk, position: Position[F], name: str) -> Step[F]:
        place = next((place for place in position.passed if place.name == name and place.ask.label is not None), None)
        if place is None or talk.page != pages.PAGE_CHANGE:
            return self._stale(talk, position)
        return self._moved(replace(talk, reopened=place.slot, page=""))


def _stands_between(talk: Talk) -> bool:
    """Whether a page hides the open question; one of a control only lies beside it, and the question can be
    answered.
    """
    return talk.page in (pages.PAGE_CHANGE, pages.PAGE_CANCEL)
