"""How an announcement ended, as Excel: a sheet an outcome, with whoever it concerns and why."""

from conversations.announcing.going.reasons import OUTCOMES, in_words
from conversations.announcing.going.report import back
from conversations.buttons import STAFF_MENU
from conversations.reply import Document, Reply, column
from locales.text import _
from records import campaign_reports, campaigns
from records.campaign_reports import Reason
from scheduler.campaign_sheet import Voice, sheet
from scheduler.errand import Tools


async def send(tools: Tools, argument: str) -> Reply | None:
    campaign_id = int(argument)
    campaign = await tools.database.read(campaigns.by_id, campaign_id)
    if campaign is None:
        return None
    found = await tools.database.read(campaign_reports.reasons, campaign_id)
    made = await tools.slow.run(sheet, tools.reading, campaign_id, _voice(tools, campaign_id, found))
    text = _(
        "<b>Delivery report</b> of {count} people. It holds personal data: keep it safe, and destroy it afterwards.",
        count=sum(one.count for one in found),
    )
    day = tools.clock.now().astimezone(tools.house.calendar.zone)
    document = Document(f"laporan-pengumuman-{campaign_id}-{day:%Y-%m-%d}.xlsx", made)
    return Reply(text, rows=column(back(campaign), STAFF_MENU), document=document, protected=True)


def _voice(tools: Tools, campaign_id: int, found: list[Reason]) -> Voice:
    """Said here: the languages are not known in the process for slow work."""
    said = {(one.status, one.why): in_words(one.status, one.why) for one in found}
    reasons = {key: tools.plain(why) for key, why in said.items() if why is not None}
    zone = tools.house.calendar.zone
    note = f"Pengumuman {campaign_id} per {tools.clock.now().astimezone(zone):%d-%m-%Y %H:%M}."
    return Voice({status: tools.plain(words) for status, words in OUTCOMES.items()}, reasons, note, zone)
