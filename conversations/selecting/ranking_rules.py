"""The rules of a ranking in words: staff can explain them to anybody who asks."""

from conversations.context import Context
from conversations.selecting.standing import points
from locales.text import Text, _, lines
from records.ranking import NUMBER, Rules


def rules_in_words(context: Context, rules: Rules) -> Text:
    """Weights, what passes, and what decides between equals: staff can explain it to anybody who asks."""
    weighed = [
        _("{component} {weight}", component=context.house.profile.sessions.name_of(code), weight=weight)
        for code, weight in rules.weights.items()
        if weight
    ]
    ties = [criterion(context, name) for name in (*rules.tie_break, NUMBER)]
    return _(
        "Weights: {weights}. Passing score: {passing}. Equal totals: {ties}.",
        weights=lines(*weighed, separator=", "),
        passing=_("none") if rules.passing is None else points(rules.passing),
        ties=lines(*ties, separator=_SEPARATOR),
    )


_SEPARATOR = " → "


def criterion(context: Context, name: str) -> Text:
    match name:
        case "terkirim":
            return _("the older registration")
        case "nomor":
            return _("the lower registration number")
        case component:
            return _("higher score in {component}", component=context.house.profile.sessions.name_of(component))
