"""The answers to an announcement: counted, by name, as Excel, and as the audience of another one."""

from conversations.announcing import hub
from conversations.announcing.answering import answers
from conversations.announcing.answering.answering import option
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Background, Reply
from conversations.screen import Outcome, Screen, number
from locales.text import _
from records import announcing, campaigns
from records.audiences import Audience, Trait
from records.campaign_answers import SILENT
from records.campaigns import UNSENT, Campaign
from records.permissions import Permission


def _asked(context: Context, argument: str) -> Campaign | None:
    """A campaign that has gone out and takes answers."""
    chosen = number(argument)
    found = None if chosen is None else campaigns.by_id(context.session, chosen)
    return None if found is None or found.answering is None or found.status in UNSENT else found


def replies(context: Context, argument: str) -> Outcome:
    campaign = _asked(context, argument)
    return None if campaign is None else answers.page(context, campaign)


def who(context: Context, argument: str) -> Outcome:
    """`campaign.choice.page`"""
    named, _dot, rest = argument.partition(".")
    choice, _dot, wanted = rest.partition(".")
    campaign, at = _asked(context, named), number(wanted)
    return None if campaign is None or at is None else answers.who(context, campaign, choice, at)


def sheet(context: Context, argument: str) -> Outcome:
    campaign, officer = _asked(context, argument), officer_with(context, Permission.ANNOUNCE)
    if campaign is None or officer is None:
        return None
    note(context, officer, "campaign.answers_exported", f"campaign:{campaign.id}")
    wait = _("One moment, I am gathering the answers.")
    return Reply(wait, fresh=True, background=Background("answer_sheet", str(campaign.id)))


def write(context: Context, argument: str) -> Outcome:
    """`campaign.choice`: a new draft for those who answered so, or not yet."""
    named, _dot, choice = argument.partition(".")
    campaign, officer = _asked(context, named), officer_with(context, Permission.ANNOUNCE)
    if campaign is None or officer is None or not (choice == SILENT or option(campaign, choice)):
        return None
    audience = Audience.of(Trait.REPLY, f"{campaign.id}.{choice}")
    made = announcing.draft(context.session, audience, officer.id, context.now)
    return hub.page(context, made.id)


SCREENS = (
    Screen("annreplies", replies, Permission.ANNOUNCE),
    Screen("annwho", who, Permission.ANNOUNCE),
    Screen("annsheet", sheet, Permission.ANNOUNCE),
    Screen("annwrite", write, Permission.ANNOUNCE),
)
