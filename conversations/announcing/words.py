"""An officer writes what an announcement says. It is kept with the draft, whose page follows."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import group_words, hub
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import announcing, campaigns
from records.audiences import recipients
from records.campaigns import CampaignStatus
from records.permissions import Permission

LETTERS = 3000
BEGUN = _("That announcement is confirmed already, so that its words stay as they are.")


@dataclass(frozen=True, slots=True)
class Facts:
    """Whom the draft is for, and how many they are."""

    campaign_id: int
    audience: Text
    people: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    if campaign.status != CampaignStatus.DRAFT.value:
        return BEGUN
    size = recipients.count(context.session, campaign.people)
    return Facts(campaign.id, group_words.in_a_line(context, campaign.people), size.people)


def _letters(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    """An announcement keeps its lines."""
    kept = "\n".join(readers.clean(line) for line in typed.splitlines()).strip()
    if not any(char.isalnum() for char in kept):
        return Misread(_("Please write the announcement in words."))
    if len(kept) > LETTERS:
        return Misread(
            _("That is too long: {count} characters. Please use at most {limit}.", count=len(kept), limit=LETTERS)
        )
    return kept


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Nothing goes out yet: the draft's page shows what will be read and by whom."""
    if not announcing.write(context.session, facts.campaign_id, answers["words"], formatted=False):
        return Conclusion(Reply(BEGUN))
    return Conclusion(hub.page(context, facts.campaign_id))


SCRIPT = Script(
    name="announcement_words",
    version=1,
    title=lambda facts: _("Announcement to {audience}", audience=facts.audience),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, facts: _(
                "Write the announcement to <b>{audience}</b> ({people} people) in one message. You will see it "
                "before it goes out.",
                audience=facts.audience,
                people=facts.people,
            ),
            reader=_letters,
            shown=lambda value, _a, _f: verbatim(value if len(value) <= 40 else value[:39] + "…"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=2),
)
