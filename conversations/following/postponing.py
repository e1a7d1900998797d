"""Putting it off: she is reminded later today, tomorrow or in a week, and the question stays open meanwhile."""

from conversations.context import Context
from conversations.following.facts import Facts
from conversations.following.moments import Later, When
from conversations.reply import Button, Reply, Style, column
from conversations.script import Choice, Control, Matter
from locales.text import Text, _
from records import followups

_LABELS: dict[When, Text] = {
    When.TODAY: _("🕒 Later today"),
    When.TOMORROW: _("🌅 Tomorrow"),
    When.WEEK: _("📅 Next week"),
}


def _choices(facts: Facts) -> tuple[Choice, ...]:
    """Where tomorrow is closed as well as that day in a week, both are the same day after."""
    shown = {one.at: one for one in reversed(facts.later)}
    return tuple(Choice(one.when.value, _label(one), Style.PRIMARY) for one in facts.later if shown[one.at] is one)


def _label(later: Later) -> Text:
    return _("📅 {day}", day=later.at.date()) if later.moved else _LABELS[later.when]


def put_off(context: Context, matter: Matter, facts: Facts, value: str) -> Reply:
    """Notes when she is reminded; the question stays open."""
    chosen = next(one for one in facts.later if one.when.value == value)
    most = context.house.profile.followup.most_snoozes
    if matter.about is None or not followups.snooze(context.session, matter.about, chosen.at, most):
        text = _("We have put it off often enough, {name}. You may answer whenever it suits you.", name=facts.name)
    else:
        text = _("All right, {name}. We remind you on {when}.", name=facts.name, when=chosen.at)
    return Reply(text, rows=column(Button(_("Answer now after all"), "m:resume")))


LATER: Control[Facts] = Control(
    name="later",
    label=_("⏰ Remind me later"),
    prompt=lambda _facts: _("When does it suit you?"),
    choices=_choices,
    chosen=put_off,
    when=lambda facts: bool(facts.later),
)
