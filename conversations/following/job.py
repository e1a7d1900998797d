"""The job: Q3 since when, Q4 how it fits the training, Q5 what it brings, Q6 its sector and place, and its name."""

from conversations import readers
from conversations.following import income, vocabulary
from conversations.following.facts import Facts
from conversations.following.length import room
from conversations.following.meaning import NO, kind_of_work, works
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _
from records.labour import Activity
from records.questionnaire import NO_ANSWER, SINCE_FROM

NAME_LETTERS = 60


def _works_or_learns(answers: Answers, _facts: Facts) -> bool:
    """OJT is asked about like a job, though it is none."""
    return works(answers) or answers.get("q1") == Activity.OJT


def _since(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    """None that lies ahead; an answer may come a month after its wave."""
    possible = (code for code, first in SINCE_FROM.items() if first <= facts.wave + 1)
    return tuple(Choice(code.value, vocabulary.SINCE[code]) for code in possible)


def _earns(answers: Answers, facts: Facts) -> bool:
    return facts.is_long and facts.umk is not None and _works_or_learns(answers, facts) and answers.get("ojt") != NO


def _income(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return () if facts.umk is None else income.bands(facts.umk)


def _is_described(answers: Answers, facts: Facts) -> bool:
    return facts.is_long and _works_or_learns(answers, facts)


def _name_wanted(answers: Answers, facts: Facts) -> bool:
    """It is optional: where there is room for it beside what is still to come."""
    return works(answers) and room(answers, facts) >= (2 if facts.is_long else 1)


def _name_asked(answers: Answers, _facts: Facts) -> Text:
    if kind_of_work(answers) == Activity.EMPLOYED:
        return _("<b>Where</b> do you work? Write the employer's name, or skip it.")
    return _("What is the business <b>called</b>? Write its name, or skip it.")


def _name(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return typed if typed == NO_ANSWER else readers.words(typed, limit=NAME_LETTERS, least=2)


SINCE: Ask[Facts] = Ask(
    key="q3",
    when=lambda answers, facts: kind_of_work(answers) is not None and facts.since_known is None,
    prompt=lambda _a, _f: _("<b>Since when</b> do you do this work?"),
    choices=_since,
    help=_("If you have had several jobs since the training: when did the first one begin?"),
)
RELEVANCE: Ask[Facts] = Ask(
    key="q4",
    when=_works_or_learns,
    prompt=lambda _a, facts: _("How well does it <b>fit your training</b> in {programme}?", programme=facts.programme),
    choices=lambda _a, _f: tuple(Choice(code, label) for code, label in vocabulary.RELEVANCE.items()),
)
INCOME: Ask[Facts] = Ask(
    key="q5",
    when=_earns,
    prompt=lambda _a, _f: _(
        "About how much does it <b>bring you in a month</b>, after what it costs? You need not answer."
    ),
    choices=_income,
    help=_("Only whether it reaches the city's minimum wage is counted; the amount is sealed."),
)
SECTOR: Ask[Facts] = Ask(
    key="sector",
    when=_is_described,
    prompt=lambda _a, _f: _("In which <b>field</b> is it?"),
    choices=lambda _a, _f: tuple(Choice(code.value, label) for code, label in vocabulary.SECTOR.items()),
    columns=2,
)
PLACE: Ask[Facts] = Ask(
    key="place",
    when=_is_described,
    prompt=lambda _a, _f: _("<b>Where</b> is it?"),
    choices=lambda _a, facts: tuple(
        Choice(code, label) for code, label in vocabulary.work_places(facts.places).items()
    ),
)
NAME: Ask[Facts] = Ask(
    key="employer",
    when=_name_wanted,
    prompt=_name_asked,
    choices=lambda _a, _f: (Choice(NO_ANSWER, _("Skip")),),
    reader=_name,
    help=_("So that we need not ask all of it again next time, but only: still there?"),
)
