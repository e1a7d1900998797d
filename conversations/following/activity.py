"""What she does: Q1 main activity; Q1b an hour of work all the same; Q1c temporarily absent from work; Q2c which kind
of work; Q2 permanence of the employment; Q2b workers of one's own. For OJT, whether it is paid.
"""

from typing import Any

from conversations.following import vocabulary
from conversations.following.meaning import NO, YES, kind_of_work, not_at_work
from conversations.script import Answers, Ask, Choice
from locales.text import _
from records.labour import MAIN_ACTIVITY_IS_WORK, Activity


def yes_no(_answers: Answers, _facts: Any) -> tuple[Choice, ...]:
    return (Choice(YES, _("Yes")), Choice(NO, _("No")))


def _hour_or_absent(answers: Answers, _facts: Any) -> bool:
    return not_at_work(answers) and YES in (answers.get("q1b"), answers.get("q1c"))


MAIN: Ask[Any] = Ask(
    key="q1",
    prompt=lambda _a, _f: _("In the last 7 days, what was your <b>main activity</b>?"),
    choices=lambda _a, _f: tuple(Choice(code.value, label) for code, label in vocabulary.ACTIVITY.items()),
    help=_("Selling from home or online, taking orders and leaving goods at a stall are a business too."),
)
HOUR: Ask[Any] = Ask(
    key="q1b",
    when=lambda answers, _f: not_at_work(answers),
    prompt=lambda _a, _f: _(
        "In those 7 days, did you <b>work or sell something</b> all the same, if only for an hour?"
    ),
    choices=yes_no,
    columns=2,
)
RESTING: Ask[Any] = Ask(
    key="q1c",
    when=lambda answers, _f: not_at_work(answers) and answers.get("q1b") == NO,
    prompt=lambda _a, _f: _("Do you have a <b>job or business that is resting</b> at present?"),
    choices=yes_no,
    columns=2,
)
KIND: Ask[Any] = Ask(
    key="q2c",
    when=_hour_or_absent,
    prompt=lambda _a, _f: _("Which kind of work is it?"),
    choices=lambda _a, _f: tuple(
        Choice(code.value, label) for code, label in vocabulary.ACTIVITY.items() if code in MAIN_ACTIVITY_IS_WORK
    ),
)
PERMANENCE: Ask[Any] = Ask(
    key="q2",
    when=lambda answers, _f: kind_of_work(answers) == Activity.EMPLOYED,
    prompt=lambda _a, _f: _("Is your workplace or employer <b>permanent</b>?"),
    choices=lambda _a, _f: tuple(Choice(code, label) for code, label in vocabulary.PERMANENCE.items()),
)
WORKERS: Ask[Any] = Ask(
    key="q2b",
    when=lambda answers, _f: kind_of_work(answers) == Activity.OWN_BUSINESS,
    prompt=lambda _a, _f: _("Do others <b>work for you</b>?"),
    choices=lambda _a, _f: tuple(Choice(code, label) for code, label in vocabulary.WORKERS.items()),
)
PAID: Ask[Any] = Ask(
    key="ojt",
    when=lambda answers, _f: answers.get("q1") == Activity.OJT,
    prompt=lambda _a, _f: _("Are you <b>paid</b> during your OJT or internship?"),
    choices=yes_no,
    columns=2,
)
