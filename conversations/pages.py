"""The pages of a talk: an open question, the summary, what to change, whether to cancel. Each is a Reply."""

from dataclasses import replace
from typing import TypeVar

from conversations import phrases
from conversations.reply import Button, ContactKeyboard, Reply, Rows, Style, column, grid
from conversations.script import Answers, Control, Script
from conversations.talk import Talk
from conversations.walk import Place, Position
from locales.text import Text, _, lines, verbatim

F = TypeVar("F")

CONTROL, CHANGE, KEEP = ".", "~", "!"
BACK, HELP, CANCEL, STOP = "back", "help", "cancel", "stop"
CANCEL_SURELY, GO_ON, PICK, SUBMIT = "surely", "on", "pick", "submit"
PAGE_CHANGE, PAGE_CANCEL = "change", "cancel"
# Between the name of a control and what was chosen on its page.
CHOSEN = "="

# What may be typed instead of tapped.
SPOKEN_CONTROLS: dict[str, tuple[Text, ...]] = {
    BACK: (phrases.BACK, _("back")),
    HELP: (phrases.HELP, _("help")),
    CANCEL: (phrases.CANCEL, _("cancel")),
    STOP: (_("stop"), _("enough")),
}


def page(script: Script[F], talk: Talk, position: Position[F], facts: F) -> Reply:
    """The page that a talk shows."""
    found = _page(script, talk, position, facts)
    return replace(found, protected=True) if script.confidential else found


def _page(script: Script[F], talk: Talk, position: Position[F], facts: F) -> Reply:
    if talk.page == PAGE_CANCEL:
        return _cancel_page(script, talk, facts)
    opened = script.control(talk.page)
    if position.open is not None and opened is not None:
        return _control_page(opened, talk, facts)
    if position.open is not None:
        return _question(script, talk, position, position.open, facts)
    if talk.page == PAGE_CHANGE:
        return _change_page(talk, position)
    return _summary(script, talk, position, facts)


def control(talk: Talk, name: str) -> str:
    return f"{talk.id}:{CONTROL}:{name}"


def _question(script: Script[F], talk: Talk, position: Position[F], place: Place[F], facts: F) -> Reply:
    text = place.ask.prompt(position.answers, facts)
    if script.counted and position.total > 1:
        step = _("<i>Step {step} of {total}</i>", step=len(position.passed) + 1, total=position.total)
        text = lines(step, text)
    if place.ask.contact:
        return Reply(text, contact=_contact_keyboard(position))
    return Reply(text, rows=_answer_rows(talk, position, place, facts) + _navigation(script, talk, position, facts))


def _contact_keyboard(position: Position[F]) -> ContactKeyboard:
    old = () if position.old is None else (verbatim(position.old),)
    return ContactKeyboard(phrases.SHARE_NUMBER, (*old, phrases.BACK, phrases.CANCEL), phrases.NUMBER_PLACEHOLDER)


def _answer_rows(talk: Talk, position: Position[F], place: Place[F], facts: F) -> Rows:
    choices = () if place.ask.choices is None else place.ask.choices(position.answers, facts)
    buttons = [Button(c.label, f"{talk.id}:{place.name}:{c.value}", style=c.style) for c in choices]
    rows = grid(buttons, place.ask.columns)
    if position.old is None:
        return rows
    kept = said(place, position.old, position.answers, facts)
    return ((Button(_("Keep: {value}", value=kept), f"{talk.id}:{place.name}:{KEEP}"),), *rows)


def _navigation(script: Script[F], talk: Talk, position: Position[F], facts: F) -> Rows:
    back = (Button(phrases.BACK, control(talk, BACK)),) if position.passed else ()
    on = (*back, Button(script.help_label or phrases.HELP, control(talk, HELP)))
    if script.stop_label is None:
        return ((*on, Button(phrases.CANCEL, control(talk, CANCEL))),)
    stop = Button(script.stop_label, control(talk, STOP))
    offered = tuple(Button(one.label, control(talk, one.name)) for one in script.controls if one.when(facts))
    return (on, (stop,)) if not offered else grid((*on, *offered, stop))


def _control_page(opened: Control[F], talk: Talk, facts: F) -> Reply:
    buttons = [
        Button(choice.label, control(talk, f"{opened.name}{CHOSEN}{choice.value}"), style=choice.style)
        for choice in opened.choices(facts)
    ]
    back = Button(phrases.BACK, control(talk, GO_ON))
    return Reply(opened.prompt(facts), rows=column(*buttons, back))


def said(place: Place[F], value: str, answers: Answers, facts: F) -> Text:
    """A value in words: as its ask shows it, as its button says it, masked, or as it was typed."""
    if place.ask.shown is not None:
        return place.ask.shown(value, answers, facts)
    for choice in place.ask.choices(answers, facts) if place.ask.choices else ():
        if choice.value == value:
            return choice.label
    return verbatim(masked(value) if place.ask.sensitive else value)


def masked(value: str) -> str:
    """All but the last four characters hidden; all of them where that would tell half of it or more."""
    return "•" * (len(value) - 4) + value[-4:] if len(value) > 8 else "•" * 8


def _summary(script: Script[F], talk: Talk, position: Position[F], facts: F) -> Reply:
    if script.summary is None or script.submit is None:
        raise ValueError(f"the script {script.name} has no summary to show")
    facts_said = [
        _("{label}: <b>{value}</b>", label=place.ask.label, value=_value(position, place, facts))
        for place in position.passed
        if place.ask.label is not None
    ]
    text = lines(script.summary(position.answers, facts), lines(*facts_said), separator="\n\n")
    return Reply(
        text,
        rows=(
            (Button(script.submit, control(talk, SUBMIT), style=Style.SUCCESS),),
            (Button(_("✏️ Change something"), control(talk, PICK)),),
            (Button(phrases.BACK, control(talk, BACK)), Button(phrases.CANCEL, control(talk, CANCEL))),
        ),
    )


def _value(position: Position[F], place: Place[F], facts: F) -> Text:
    return said(place, position.answers.values[place.slot], position.answers, facts)


def _change_page(talk: Talk, position: Position[F]) -> Reply:
    buttons = [
        Button(place.ask.label, f"{talk.id}:{CHANGE}:{place.name}")
        for place in position.passed
        if place.ask.label is not None
    ]
    return Reply(
        _("What would you like to change?"),
        rows=(*column(*buttons), (Button(phrases.BACK, control(talk, GO_ON)),)),
    )


def title_of(script: Script[F], talk: Talk, facts: F) -> Text:
    """A talk's title, with the person it is about once she has told her name."""
    title = script.title(facts)
    name = None if script.named is None else talk.latest().get((script.named, 0))
    return title if name is None else _("{title} ({name})", title=title, name=name)


def _cancel_page(script: Script[F], talk: Talk, facts: F) -> Reply:
    question = _("Cancel “{title}”? What you filled in will be removed.", title=title_of(script, talk, facts))
    return Reply(
        script.leaving or question,
        rows=column(
            Button(_("No, go on"), control(talk, GO_ON), style=Style.PRIMARY),
            Button(_("Yes, cancel it"), control(talk, CANCEL_SURELY), style=Style.DANGER),
        ),
    )


def help_text(script: Script[F], position: Position[F]) -> Text:
    """Why it is asked, where the button says so; help for the open question, and the way to a person."""
    own = position.open.ask.help if position.open is not None else None
    return lines(script.why, lines(own, phrases.HELP_GENERAL), separator="\n\n")
