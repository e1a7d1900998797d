"""An officer says which day an announcement is about: it stands where {tanggal} is written."""

from dataclasses import dataclass
from datetime import date

from conversations import dates
from conversations.announcing import drafting
from conversations.context import Context
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script
from locales.text import Text, _, verbatim
from records import announcing

NONE = "none"


@dataclass(frozen=True, slots=True)
class Facts:
    """Today, and the day there is."""

    campaign_id: int
    today: date
    day: date | None = None


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    return campaign if isinstance(campaign, Text) else Facts(campaign.id, context.today, campaign.date_meant)


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return () if facts.day is None else (Choice(NONE, _("🗑 No day")),)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    day = None if answers["day"] == NONE else date.fromisoformat(answers["day"])
    changed = announcing.change(context.session, facts.campaign_id, date_meant=day)
    return drafting.kept(context, facts.campaign_id, changed=changed)


SCRIPT = Script(
    name="announcement_date",
    version=1,
    title=lambda _facts: _("Day of an announcement"),
    asks=(
        Ask(
            key="day",
            prompt=lambda _a, facts: _(
                "Which <b>day</b> is it about, for example {example}? It stands where {field} is written.",
                example=dates.written(facts.today),
                field="{tanggal}",
            ),
            reader=lambda typed, _a, facts: dates.ahead(typed, facts.today),
            choices=_choices,
            shown=lambda value, _a, _f: verbatim(value) if value == NONE else _("{day}", day=date.fromisoformat(value)),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
