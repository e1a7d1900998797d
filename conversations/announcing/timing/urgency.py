"""An officer says why an announcement cannot wait for the usual sending hours. The reason stays with it."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import hub
from conversations.announcing.drafting import BEGUN
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import announcing, campaigns
from records.calendar import Hours
from records.campaigns import CampaignStatus
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
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    if campaign.status != CampaignStatus.DRAFT.value:
        return BEGUN
    hours = context.house.calendar.times(context.today).notices
    return Facts(campaign.id, hours, campaign.urgent_why is not None)


def _prompt(_answers: Answers, facts: Facts) -> Text:
    return _(
        "An urgent announcement may go out from {begins} until {ends}; Friday prayers and holidays are kept free all "
        "the same.\n\nWhy can it not wait for the usual hours? Your reason stands on its page.",
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
    if not announcing.change(context.session, facts.campaign_id, urgent_why=why):
        return Conclusion(Reply(BEGUN))
    action = "campaign.urgent" if why is not None else "campaign.not_urgent"
    note(context, officer, action, f"campaign:{facts.campaign_id}")
    return Conclusion(hub.page(context, facts.campaign_id))


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
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
