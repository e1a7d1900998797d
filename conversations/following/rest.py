"""The rest: Q7 whether she looks for work; Q8 how satisfied she is, and what help she wants."""

from conversations.following import vocabulary
from conversations.following.facts import Facts
from conversations.following.length import room
from conversations.following.meaning import NO, not_at_work
from conversations.script import Answers, Ask, Choice
from locales.text import _, verbatim

SATISFACTION = ("1", "2", "3", "4", "5")


def _has_no_work(answers: Answers, _facts: Facts) -> bool:
    return not_at_work(answers) and answers.get("q1c") == NO


SEEKING: Ask[Facts] = Ask(
    key="q7",
    when=_has_no_work,
    prompt=lambda _a, _f: _("Are you <b>looking for work</b> or preparing a business?"),
    choices=lambda _a, _f: tuple(Choice(code.value, label) for code, label in vocabulary.SEEKING.items()),
)
SATISFIED: Ask[Facts] = Ask(
    key="satisfaction",
    when=lambda answers, facts: facts.is_long and room(answers, facts) >= 2,
    prompt=lambda _a, _f: _(
        "Looking back, how <b>satisfied</b> are you with the training? 1 is not at all, 5 is very much."
    ),
    choices=lambda _a, _f: tuple(Choice(mark, verbatim(mark)) for mark in SATISFACTION),
    columns=5,
)
NEEDS: Ask[Facts] = Ask(
    key="needs",
    when=lambda _answers, facts: facts.is_long,
    prompt=lambda _a, _f: _("Can the BLK <b>help you</b> with something? An officer will write to you."),
    choices=lambda _a, _f: tuple(Choice(code.value, label) for code, label in vocabulary.NEED.items()),
    columns=2,
)
