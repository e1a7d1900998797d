"""The answers to an announcement as Excel: everybody who got it, with what she chose and when."""

from conversations.announcing.answering import answers
from conversations.announcing.answering.answering import options
from conversations.buttons import STAFF_MENU
from conversations.reply import Button, Document, Reply, column
from locales.text import _
from records import campaign_answers, campaigns
from records.campaigns import Campaign
from scheduler.campaign_answers_sheet import Voice, sheet
from scheduler.errand import Tools


async def send(tools: Tools, argument: str) -> Reply | None:
    campaign_id = int(argument)
    campaign = await tools.database.read(campaigns.by_id, campaign_id)
    if campaign is None:
        return None
    counts = await tools.database.read(campaign_answers.counts, campaign_id)
    made = await tools.slow.run(sheet, tools.reading, campaign_id, _voice(tools, campaign))
    text = _(
        "<b>Answers</b> of {count} people. It holds personal data: keep it safe, and destroy it afterwards.",
        count=sum(counts.values()),
    )
    rows = column(Button(_("⬅️ Answers"), f"m:annreplies:{campaign_id}"), STAFF_MENU)
    return Reply(text, rows=rows, document=Document(f"jawaban-pengumuman-{campaign_id}.xlsx", made), protected=True)


def _voice(tools: Tools, campaign: Campaign) -> Voice:
    """Said here: the languages are not known in the process for slow work."""
    zone = tools.house.calendar.zone
    note = f"Jawaban atas pengumuman {campaign.id} per {tools.clock.now().astimezone(zone):%d-%m-%Y %H:%M}."
    labels = {one.choice: tools.plain(one.label) for one in options(campaign)}
    return Voice(labels, tools.plain(answers.NOT_YET), note, zone)
