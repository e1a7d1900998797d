"""Still: a later wave opens with last time's answer. One tap carries it over; where something changed, all is asked."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from conversations.following.facts import Facts
from conversations.following.meaning import NO, YES, kind_of_work, works
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice
from locales.text import Text, _, lines
from records.labour import Activity
from records.questionnaire import NO_ANSWER, Seeking

V = TypeVar("V")

KEY = "still"
# What a wave wants to know anew, though nothing changed.
ANEW = frozenset({KEY, "q5", "satisfaction", "needs", "whose", "reason"})


def question(last: Answers) -> Text | None:
    """What fits the last answer; None where all is asked anew."""
    if works(last) and kind_of_work(last) is not None:
        return _at_work(last)
    if last.get("q1") == Activity.OJT:
        return _("In the last 7 days, were you <b>still in your OJT</b> or internship?")
    if (last.get("q1b"), last.get("q1c")) != (NO, NO):
        return None
    match last.get("q7"):
        case Seeking.SEEKING:
            return _("Are you <b>still looking for work</b>?")
        case Seeking.PREPARING:
            return _("Are you <b>still preparing a business</b>?")
        case _:
            return None


def _at_work(last: Answers) -> Text:
    name = last.get("employer")
    employed = kind_of_work(last) == Activity.EMPLOYED
    if employed and name not in (None, NO_ANSWER):
        return _("Are you <b>still at {employer}</b>?", employer=name or "")
    if employed:
        return _("Do you <b>still work at the same place</b>?")
    if kind_of_work(last) == Activity.FAMILY_BUSINESS:
        return _("In the last 7 days, did you <b>still help in the family's business</b>?")
    return _("In the last 7 days, did you <b>still run your business</b> or sell something?")


def _covers(last: Answers) -> Text | None:
    """The definition of BPS, which is about the last seven days; “yes” must cover them."""
    if works(last):
        return _("<i>“Yes” means: in the last 7 days you worked there, if only for an hour, or were on leave.</i>")
    if last.get("q1") == Activity.OJT:
        return None
    return _("<i>“Yes” means: in the last 7 days you did not work or sell anything, not even for an hour.</i>")


def _told(facts: Facts) -> Answers:
    return Answers({(key, 0): value for key, value in facts.last.items()})


def _prompt(_answers: Answers, facts: Facts) -> Text:
    last = _told(facts)
    return lines(question(last), _covers(last))


ASK: Ask[Facts] = Ask(
    key=KEY,
    when=lambda _answers, facts: question(_told(facts)) is not None,
    prompt=_prompt,
    choices=lambda _a, _f: (
        Choice(YES, _("✅ Yes, still"), Style.SUCCESS),
        Choice(NO, _("No, it has changed")),
    ),
    columns=2,
)


def carried(answers: Answers, facts: Facts) -> dict[tuple[str, int], str]:
    """Last time's answers, where they still hold."""
    if answers.get(KEY) != YES:
        return {}
    return {(key, 0): value for key, value in facts.last.items() if key not in ANEW}


def in_all(answers: Answers, facts: Facts) -> Answers:
    """What this talk told, over what it carried over."""
    return Answers({**carried(answers, facts), **answers.values})


def unless_carried(ask: Ask[Facts]) -> Ask[Facts]:
    """The ask as it is put in a later wave: not where its answer was carried over, and knowing all that was."""

    def when(answers: Answers, facts: Facts) -> bool:
        known = in_all(answers, facts)
        return (ask.key, 0) not in carried(answers, facts) and ask.when(known, facts)

    choices = None if ask.choices is None else _knowing(ask.choices)
    return replace(ask, when=when, prompt=_knowing(ask.prompt), choices=choices)


def _knowing(said: Callable[[Answers, Facts], V]) -> Callable[[Answers, Facts], V]:
    return lambda answers, facts: said(in_all(answers, facts), facts)
