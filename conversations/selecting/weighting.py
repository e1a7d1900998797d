"""An officer sets how a class weighs its scores, and from which total on one passes."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.selecting.ranking_rules import rules_in_words
from conversations.selecting.standing import points
from locales.text import Text, _, lines
from records import classes, score_rules
from records.permissions import Permission
from records.ranking import HUNDREDTH, Rules

NONE = "-"
PRESETS = ((60, 40), (70, 30), (50, 50))
_WEIGHT = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Facts:
    """A class, the components that can count (code and name), and its rules so far."""

    class_id: int
    cohort_id: int
    programme: str
    components: tuple[tuple[str, str], ...]
    now: Text


def gather(context: Context, matter: Matter) -> Facts | Text:
    brief = None if matter.about is None else classes.brief(context.session, matter.about)
    if officer_with(context, Permission.SELECT) is None or brief is None or matter.about is None:
        return INVISIBLE
    profile = context.house.profile
    own = score_rules.of_classes(context.session, [matter.about], profile.selection)[matter.about]
    components = tuple((each.code, each.name) for each in profile.sessions.components)
    return Facts(matter.about, brief.cohort_id, brief.programme, components, rules_in_words(context, own))


def _weights(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """One whole number a component, in their order; those left out count nothing."""
    found = _WEIGHT.findall(readers.clean(typed))
    if not 1 <= len(found) <= len(facts.components) or not any(int(each) for each in found):
        return Misread(
            _(
                "Please write one whole number for each, in this order: {components}. For example: 60 40.",
                components=_names(facts),
            )
        )
    return " ".join(str(int(each)) for each in found)


def _names(facts: Facts) -> str:
    return ", ".join(name for _code, name in facts.components)


def _presets(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    """For the first two components."""
    if len(facts.components) < 2:
        return ()
    return tuple(Choice(f"{one} {other}", _said(f"{one} {other}", facts)) for one, other in PRESETS)


def _said(value: str, facts: Facts) -> Text:
    pairs = zip(facts.components, value.split(), strict=False)
    return lines(*(_("{name} {weight}", name=name, weight=weight) for (_code, name), weight in pairs), separator=", ")


def _passing(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    if typed == NONE:
        return NONE
    try:
        value = Decimal(readers.clean(typed).replace(",", "."))
    except InvalidOperation:
        return Misread(_("Please write a number from 0 to 100, for example 60."))
    if not value.is_finite() or not 0 <= value <= 100 or value != value.quantize(HUNDREDTH):
        return Misread(_("Please write a number from 0 to 100, for example 60."))
    return str(value)


def rules(answers: Answers, facts: Facts) -> Rules:
    given = [int(each) for each in answers["weights"].split()]
    weights = {code: weight for (code, _name), weight in zip(facts.components, given, strict=False) if weight}
    return Rules(weights, None if answers["passing"] == NONE else Decimal(answers["passing"]))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SELECT)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    chosen = rules(answers, facts)
    score_rules.keep(context.session, facts.class_id, dict(chosen.weights), chosen.passing)
    note(context, officer, "weights.set", f"class:{facts.class_id}")
    text = _(
        "⚖️ <b>{programme}</b>: {weights}; passing score {passing}. It holds for the next proposal.",
        programme=facts.programme,
        weights=_said(answers["weights"], facts),
        passing=_("none") if chosen.passing is None else points(chosen.passing),
    )
    rows = column(Button(_("⬅️ Overview"), f"m:selection:{facts.cohort_id}"), STAFF_MENU)
    return Conclusion(Reply(text, rows=rows))


SCRIPT = Script(
    name="weighting",
    version=1,
    title=lambda facts: _("Weights of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="weights",
            prompt=lambda _a, facts: _(
                "<b>{programme}</b>\n{now}\n\nHow do the scores weigh? Choose, or write one number for each, in this "
                "order: {components}.",
                programme=facts.programme,
                now=facts.now,
                components=_names(facts),
            ),
            choices=_presets,
            reader=_weights,
            shown=lambda value, _a, facts: _said(value, facts),
        ),
        Ask(
            key="passing",
            prompt=lambda _a, _f: _("From which total on does one pass? Write a number, or choose that all pass."),
            choices=lambda _a, _f: (Choice(NONE, _("No passing score")),),
            reader=_passing,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
