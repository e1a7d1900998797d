"""The requirements of a class in the hands of staff: each rule a button, its values a tap, and how the card reads."""

from conversations.applying import eligibility
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.offering.rule_form import RULES
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, column, grid
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines
from records import classes, rules
from records.permissions import Permission
from records.requirements import Requirements


def page(context: Context, argument: str) -> Outcome:
    """Every rule of a class, and how its card reads."""
    class_id = number(argument)
    return None if class_id is None else _page(context, class_id)


def _page(context: Context, class_id: int, noted: Text | None = None) -> Reply | None:
    current, brief = rules.of_class(context.session, class_id), classes.brief(context.session, class_id)
    if current is None or brief is None:
        return None
    text = _(
        "<b>Requirements</b>\n{programme}, {cohort}\n\nThe card reads:\n{preview}\n\n"
        "Tap a rule to change it. It holds for every registration from then on.",
        programme=brief.programme,
        cohort=brief.cohort,
        preview=eligibility.listed(current, context.house.profile),
    )
    already = rules.applied(context.session, class_id)
    warning = (
        _("{count} have applied already. Nothing changes for them; you judge them when you check.", count=already)
        if already
        else None
    )
    buttons = [
        Button(_("{rule}: {value}", rule=rule.name, value=rule.shown(current, context)), f"m:rule:{class_id}.{key}")
        for key, rule in RULES.items()
    ]
    see = Button(_("👁 See the card"), f"m:class:{class_id}")
    back = Button(_("⬅️ Back to the class"), f"m:classdesk:{class_id}")
    return Reply(lines(noted, text, warning, separator="\n\n"), rows=column(*buttons, see, back, STAFF_MENU))


def one_rule(context: Context, argument: str) -> Outcome:
    """The values of one rule (`class.rule`), the present one marked; or, with a value behind it, the change."""
    left, _dot, rest = argument.partition(".")
    key, _dot, value = rest.partition(".")
    class_id, rule = number(left), RULES.get(key)
    current = None if class_id is None else rules.of_class(context.session, class_id)
    if class_id is None or rule is None or current is None:
        return None
    if value:
        return _change(context, class_id, current, key, value)
    text = _("<b>{rule}</b>\nNow: {value}", rule=rule.name, value=rule.shown(current, context))
    return Reply(text, rows=(*_choices(context, class_id, current, key), (Button(_("⬅️ Back"), f"m:rules:{class_id}"),)))


def _choices(context: Context, class_id: int, current: Requirements, key: str) -> Rows:
    rule = RULES[key]
    buttons = []
    for value in rule.values(current):
        label = rule.said(value, context)
        if rule.changed(current, value) == current:
            label = _("• {label}", label=label)
        buttons.append(Button(label, f"m:rule:{class_id}.{key}.{value}"))
    return grid(buttons, rule.columns)


def _change(context: Context, class_id: int, current: Requirements, key: str, value: str) -> Reply | None:
    rule, officer = RULES[key], officer_with(context, Permission.CLASSES)
    if officer is None or value not in rule.values(current):
        return None
    wanted = rule.changed(current, value)
    if wanted == current:
        return _page(context, class_id)
    rules.change(context.session, class_id, wanted)
    note(context, officer, "class.requirements", f"class:{class_id}:{key}={value}")
    said = _("Changed: {rule}: {value}", rule=rule.name, value=rule.shown(wanted, context))
    return _page(context, class_id, said)


SCREENS = (Screen("rules", page, Permission.CLASSES), Screen("rule", one_rule, Permission.CLASSES))
