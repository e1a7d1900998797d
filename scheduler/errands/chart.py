"""The chart of a cohort's figure at a wave; the argument is `cohort.wave`."""

from collections.abc import Callable

from conversations.buttons import STAFF_MENU
from conversations.reply import Picture, Reply, column
from conversations.screens import results
from locales.text import Text, _
from records import figures
from records.figures import SMALL_CELL, Report
from scheduler.charts import Words, placement, placement_png
from scheduler.errand import Tools


async def draw(tools: Tools, argument: str) -> Reply | None:
    cohort_id, _dot, wave = argument.partition(".")
    report = await tools.database.read(figures.of_cohort, int(cohort_id), int(wave), tools.clock.now())
    words = chart_words(report, lambda text: tools.house.languages.plain(text, tools.chat.language))
    png = await tools.slow.run(placement_png, placement(report, words, SMALL_CELL))
    return Reply(results.in_words(report), picture=Picture(png), rows=column(STAFF_MENU))


def chart_words(report: Report, say: Callable[[Text], str]) -> Words:
    """Every word of the chart, in one language."""
    return Words(
        title=say(_("Working after training, by programme")),
        subtitle=say(_("{cohort}, month {wave} after the training", cohort=report.cohort, wave=report.wave)),
        headline=say(results.short_headline(report.total)),
        bounds=say(results.bounds(report.total)),
        row=say(_("answered {answered} of {graduates}", answered="{answered}", graduates="{graduates}")),
        percent=say(_("{number}%", number="{number}")),
        too_few=say(_("too few answers")),
        mark=say(_("of those who answered")),
        range=say(_("of all graduates: between")),
        line=say(_("the cohort")),
        footer=say(
            _(
                "As of {when}. {answered} of {graduates} answered.",
                when=report.as_of,
                answered=report.total.answered,
                graduates=report.total.graduates,
            )
        ),
    )
