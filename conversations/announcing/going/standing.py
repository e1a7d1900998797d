"""How an announcement stands that was confirmed, and who was not reached."""

from dataclasses import replace

from conversations.announcing.answering import answers
from conversations.announcing.going import amends, course, report
from conversations.announcing.going.progress import progress
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, column
from locales.text import _, lines
from records.campaigns import Campaign


def page(context: Context, campaign: Campaign) -> Reply:
    """How it stands, what was answered until now, and where nothing more is going out, who was not reached."""
    going = course.read(context, campaign)
    shown = replace(progress(going, context.now, context.house.calendar.zone), stays=False)
    steering = shown.rows if going.runs else ()
    notes = (None if going.runs else report.text(context, campaign), answers.summary(context, campaign))
    outcomes = () if going.runs else report.rows(context, campaign)
    refresh = Button(_("🔄 How it stands now"), f"m:campaign:{campaign.id}") if going.runs else None
    rows = (
        *steering,
        *outcomes,
        *amends.rows(context, campaign),
        *column(refresh, answers.button(campaign), STAFF_MENU),
    )
    standing = replace(shown, rows=rows)
    return standing.with_note(lines(*notes, separator="\n\n")) if any(notes) else standing
