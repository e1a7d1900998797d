"""The stage: where talks begin, go on and end, each step written to the records before anything is said."""

from dataclasses import dataclass, replace
from typing import Any

from conversations import phrases
from conversations.buttons import BACK_HOME, STAFF_MENU
from conversations.context import Context
from conversations.double_tap import is_second_of_two
from conversations.engine import Ended, Engine, Step
from conversations.event import Event, Returned
from conversations.home import menu
from conversations.pages import title_of
from conversations.reply import Background, Reply, column
from conversations.script import Matter, Script
from conversations.scripts import SCRIPTS
from conversations.talk import Entry, Talk
from conversations.trodden import Trodden
from conversations.walk import walk
from locales.text import Text, _
from records import staff, talks, waiting_talks
from records.talks import StoredTalk, TalkState

Replies = tuple[Reply, ...]
_TRODDEN = Trodden()


@dataclass(frozen=True, slots=True)
class Open:
    """A stored talk with its script, its facts and the engine that walks it."""

    stored: StoredTalk
    script: Script[Any]
    facts: Any
    talk: Talk

    @property
    def matter(self) -> Matter:
        return matter_of(self.stored)

    def engine(self, context: Context) -> Engine[Any]:
        return Engine(self.script, self.facts, context.plain)


def matter_of(stored: StoredTalk) -> Matter:
    return Matter(stored.id, stored.subject_person, stored.about)


def set_up(context: Context, stored: StoredTalk) -> Open | Text:
    """The talk ready to be walked, or the sentence that says why it cannot go on."""
    script = SCRIPTS[stored.script]
    facts = script.gather(context, matter_of(stored))
    if isinstance(facts, Text):
        return facts
    return Open(stored, script, facts, Talk.from_json(stored.id, stored.script, stored.journal))


def advance(context: Context, stored: StoredTalk, event: Event) -> Replies:
    """One event for the open talk."""
    opened = set_up(context, stored)
    if isinstance(opened, Text):
        _save(context, stored, TalkState.EXPIRED, left_over(SCRIPTS[stored.script], stored.journal))
        return _then_waiting(context, stored, Reply(opened, rows=menu(context)))
    step = opened.engine(context).advance(opened.talk, event, _TRODDEN.answers(opened.talk, opened.facts))
    if not step.misplaced and is_second_of_two(event, stored, opened.script.glance, context.now):
        return (Reply(None),)
    if step.ended is None:
        _TRODDEN.keep(step.talk, opened.facts, step.answers)
    else:
        _TRODDEN.forget(step.talk)
    begun = None
    if step.answered and opened.script.observe is not None:
        begun = opened.script.observe(context, opened.matter, step.answers, opened.facts)
    return _starting(begun, _told(context, opened, event, step))


def _told(context: Context, opened: Open, event: Event, step: Step[Any]) -> Replies:
    """What a step says, once it is written down."""
    if step.ended is not None:
        return _end(context, opened, step)
    if not isinstance(event, Returned):
        _save(context, opened.stored, opened.stored.state, step.talk.to_json())
    if step.chosen is not None:
        return (_chosen(context, opened, step.chosen),)
    return () if step.reply is None else (step.reply,)


def _chosen(context: Context, opened: Open, chosen: tuple[str, str]) -> Reply:
    """What somebody chose beside the questions is done."""
    name, value = chosen
    control = opened.script.control(name)
    if control is None:
        raise ValueError(f"the script {opened.script.name} has no control {name}")
    return control.chosen(context, opened.matter, opened.facts, value)


def _starting(begun: Background | None, replies: Replies) -> Replies:
    """Work that an answer started goes with the first reply to it."""
    if begun is None or not replies or replies[0].background is not None:
        return replies
    first, *rest = replies
    return (replace(first, background=begun), *rest)


def takes_files(context: Context, stored: StoredTalk) -> bool:
    """Whether the open question of a talk can be answered with a file."""
    opened = set_up(context, stored)
    if isinstance(opened, Text):
        return False
    place = walk(opened.script, opened.talk, opened.facts).open
    return place is not None and place.ask.upload is not None and not opened.talk.page


def _end(context: Context, opened: Open, step: Step[Any]) -> Replies:
    if step.ended is Ended.CANCELLED:
        _save(context, opened.stored, TalkState.CANCELLED, Talk(opened.talk.id, opened.talk.script).to_json())
        last_word = _goodbye(context, opened) if step.chosen is None else _chosen(context, opened, step.chosen)
        return _then_waiting(context, opened.stored, last_word)
    conclusion = opened.script.conclude(context, opened.matter, step.answers, opened.facts)
    if conclusion.again is not None:
        reopened = replace(step.talk, reopened=(conclusion.again, 0))
        _save(context, opened.stored, opened.stored.state, reopened.to_json())
        return (conclusion.reply,)
    _save(context, opened.stored, TalkState.CONCLUDED, left_over(opened.script, step.talk.to_json()))
    return _then_waiting(context, opened.stored, conclusion.reply)


def left_over(script: Script[Any], journal: str) -> str:
    """What the journal of a talk that is over keeps."""
    return Talk(0, script.name).to_json() if script.forgets else journal


def _goodbye(context: Context, opened: Open) -> Reply:
    if opened.script.stopped is not None:
        return opened.script.stopped(context, opened.matter, opened.facts)
    text = _("“{title}” is cancelled.", title=title_of(opened.script, opened.talk, opened.facts))
    officer = staff.by_chat(context.session, context.chat_id)
    return Reply(text, rows=column(None if officer is None else STAFF_MENU, BACK_HOME))


def _then_waiting(context: Context, ended: StoredTalk, last_word: Reply) -> Replies:
    """After the end of a talk, the one that waited behind it begins or goes on; behind one that waited itself, and was
    answered on the web meanwhile, none did.
    """
    if ended.state is TalkState.WAITING:
        return (last_word,)
    while (stored := waiting_talks.first_waiting(context.session, context.chat_id)) is not None:
        opened = set_up(context, stored)
        if isinstance(opened, Text):
            _save(context, stored, TalkState.EXPIRED, left_over(SCRIPTS[stored.script], stored.journal))
            continue
        _save(context, stored, TalkState.OPEN, stored.journal)
        step = opened.engine(context).advance(opened.talk, Returned())
        if step.ended is not None:
            return (last_word, *_end(context, opened, step))
        note = _("Now on with “{title}”.", title=title_of(opened.script, opened.talk, opened.facts))
        return (last_word,) if step.reply is None else (last_word, replace(step.reply.with_note(note), fresh=True))
    return (last_word,)


def begin(
    context: Context, script_name: str, about: int | None, subject: int | None, open_talk: StoredTalk | None
) -> Replies:
    """A new talk; behind the open one, unless it is that very one or the new one is urgent."""
    script = SCRIPTS[script_name]
    if open_talk is not None and (open_talk.script, open_talk.about) == (script_name, about):
        return advance(context, open_talk, Returned())
    facts = script.gather(context, Matter(0, subject, about))
    if isinstance(facts, Text):
        return (Reply(facts, rows=column(BACK_HOME)),)
    if open_talk is not None and not script.urgent:
        return _wait(context, script, facts, about, subject, open_talk)
    if open_talk is not None:
        _save(context, open_talk, TalkState.WAITING, open_talk.journal)
    talk = open_new(context, script, about, subject, TalkState.OPEN, _prefilled(script, facts))
    engine: Engine[Any] = Engine(script, facts, context.plain)
    step = engine.begin(talk)
    return () if step.reply is None else (step.reply,)


def _wait(
    context: Context, script: Script[Any], facts: Any, about: int | None, subject: int | None, open_talk: StoredTalk
) -> Replies:
    if waiting_talks.waiting_about(context.session, context.chat_id, script.name, about) is None:
        open_new(context, script, about, subject, TalkState.WAITING, _prefilled(script, facts))
    note = _("“{title}” waits until this here is finished or cancelled.", title=script.title(facts))
    first, *rest = advance(context, open_talk, Returned())
    return (replace(first.with_note(note), fresh=True), *rest)


def give_way(context: Context, open_talk: StoredTalk, script_name: str, about: int) -> StoredTalk | None:
    """The open talk waits from now on. The one it gives way to, where that had waited behind it; None where there is
    none yet.
    """
    _save(context, open_talk, TalkState.WAITING, open_talk.journal)
    waited = waiting_talks.waiting_about(context.session, context.chat_id, script_name, about)
    if waited is None:
        return None
    _save(context, waited, TalkState.OPEN, waited.journal)
    return replace(waited, state=TalkState.OPEN)


def _prefilled(script: Script[Any], facts: Any) -> tuple[Entry, ...]:
    return () if script.prefill is None else script.prefill(facts)


def open_new(
    context: Context,
    script: Script[Any],
    about: int | None,
    subject: int | None,
    state: TalkState,
    journal: tuple[Entry, ...] = (),
) -> Talk:
    empty = Talk(0, script.name, journal)
    talk_id = talks.begin(
        context.session,
        script=script.name,
        version=script.version,
        actor_chat=context.chat_id,
        subject_person=subject,
        about=about,
        journal=empty.to_json(),
        state=state,
        now=context.now,
    )
    return replace(empty, id=talk_id)


def _save(context: Context, stored: StoredTalk, state: TalkState, journal: str) -> None:
    talks.save(context.session, stored.id, state, journal, context.now)


def last_word(context: Context) -> Reply | None:
    """How the latest talk ended, said again; None where its script has no such word."""
    script_name = talks.last_concluded(context.session, context.chat_id)
    script = None if script_name is None else SCRIPTS[script_name]
    return None if script is None or script.afterwards is None else script.afterwards(context)


def closed() -> Reply:
    """A button of a talk that is over, or never was."""
    return Reply(None, toast=phrases.STALE)
