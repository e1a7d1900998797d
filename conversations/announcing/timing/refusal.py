"""A second officer says why an announcement should not go out as it stands. Whoever proposed it reads that."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import drafting, naming
from conversations.announcing.buttons import see
from conversations.announcing.timing import two_people
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import campaigns, proposing
from records.campaigns import CampaignStatus
from records.permissions import Permission

MEANWHILE = _("This announcement does not wait for a second officer any more.")
LEAST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Facts:
    """What is refused."""

    campaign_id: int
    title: Text


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.ANNOUNCE)
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer is None or campaign is None:
        return INVISIBLE
    if campaign.status != CampaignStatus.PROPOSED.value or campaign.proposed_by == officer.id:
        return MEANWHILE
    return Facts(campaign.id, naming.title(campaign))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if not proposing.refuse(context.session, facts.campaign_id, officer.id, answers["why"]):
        return Conclusion(Reply(MEANWHILE))
    note(context, officer, "campaign.refused", f"campaign:{facts.campaign_id}")
    two_people.tell_proposer(context, facts.campaign_id, officer)
    return Conclusion(
        Reply(_("Refused. Whoever proposed it reads why."), rows=column(see(facts.campaign_id), STAFF_MENU))
    )


SCRIPT = Script(
    name="announcement_refusal",
    version=1,
    title=lambda facts: _("Why “{title}” is not sent", title=facts.title),
    asks=(
        Ask(
            key="why",
            prompt=lambda _a, facts: _(
                "Why should <b>{title}</b> not go out as it stands? Please write it kindly: whoever proposed it reads "
                "it.",
                title=facts.title,
            ),
            reader=lambda typed, _a, _f: readers.words(typed, least=LEAST_LETTERS),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    stopped=drafting.left_alone,
)
