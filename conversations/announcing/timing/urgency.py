"""An officer says why an announcement cannot wait for the usual sending hours. The reason stays with it."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import drafting
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records import announcing
from records.calendar import Hours
from records.permissions import Permission

# Nobody can type it.
USUAL = "\N{SECTION SIGN}"
LEAST_LETTERS = 10


@dataclass(frozen=True, slots=True)
class Facts:
    """`hours`: until when an urgent one may go out; `is_urgent`: it is so already."""

    campaign_id: int
    hours: Hours
    is_urgent: bool


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    hours = context.house.calendar.times(context.today).notices
    return Facts(campaign.id, hours, campaign.urgent_why is not None)


def _prompt(_answers: Answers, facts: Facts) -> Text:
    return _(
        "An urgent announcement may go out from {begins} until {ends} WIB; Friday prayers and holidays are kept free "
        "all the same.\n\nWhy can it not wait for the usual hours? Your reason stands on its page.",
        begins=f"{facts.hours.begin:%H.%M}",
        ends=f"{facts.hours.end:%H.%M}",
    )


def _read(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return readers.words(typed.replace(USUAL, ""), least=LEAST_LETTERS)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    why = None if answers["why"] == USUAL else answers["why"]
    changed = announcing.change(context.session, facts.campaign_id, urgent_why=why)
    if changed:
        action = "campaign.urgent" if why is not None else "campaign.not_urgent"
        note(context, officer, action, f"campaign:{facts.campaign_id}")
    return drafting.kept(context, facts.campaign_id, changed=changed)


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return (Choice(USUAL, _("It can wait after all")),) if facts.is_urgent else ()


SCRIPT = Script(
    name="announcement_urgent",
    version=1,
    title=lambda _facts: _("Why the announcement is urgent"),
    asks=(
        Ask(
            key="why",
            prompt=_prompt,
            reader=_read,
            choices=_choices,
            shown=lambda value, _a, _f: _("It can wait after all") if value == USUAL else verbatim(value),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
