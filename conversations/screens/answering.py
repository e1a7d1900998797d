"""What the recipients of a draft may answer: nothing, whether they come, that they have read it, or one of a poll's."""

from conversations.announcing import hub
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _
from records import campaigns, polls
from records.campaigns import Answering, Campaign, CampaignStatus
from records.permissions import Permission

NONE = "none"
KINDS: dict[str, Text] = {
    NONE: _("No answers"),
    Answering.ATTENDANCE.value: _("🙋 I will come / I cannot come"),
    Answering.READ.value: _("👀 I have read this"),
    Answering.POLL.value: _("🗳 Answers of my own"),
}


def asks(context: Context, argument: str) -> Outcome:
    """`draft`, or `draft.kind` to choose one."""
    named, _dot, kind = argument.partition(".")
    chosen = number(named)
    campaign = None if chosen is None else campaigns.by_id(context.session, chosen)
    if campaign is None or campaign.status != CampaignStatus.DRAFT.value:
        return None
    if not kind:
        return _page(campaign)
    if kind not in KINDS:
        return None
    if kind == Answering.POLL.value:
        return Begin("announcement_poll", campaign.id)
    polls.offer(context.session, campaign.id, None if kind == NONE else Answering(kind))
    return hub.page(context, campaign.id)


def _page(campaign: Campaign) -> Reply:
    text = _(
        "💬 <b>Answers</b>\nWhat may people answer, by a button under the announcement? You see at any time how many "
        "chose what, and who has not answered yet."
    )
    now = campaign.answering or NONE
    buttons = [
        Button(label, f"m:annasks:{campaign.id}.{kind}", style=Style.PRIMARY if kind == now else Style.PLAIN)
        for kind, label in KINDS.items()
    ]
    return Reply(text, rows=column(*buttons, Button(_("⬅️ Back"), f"m:campaign:{campaign.id}")))


SCREENS = (Screen("annasks", asks, Permission.ANNOUNCE),)
