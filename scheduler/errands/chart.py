"""The chart of a cohort's figure at a wave; the argument is `cohort.wave`."""

from conversations.buttons import STAFF_MENU
from conversations.reply import Picture, Reply, column
from conversations.screens import results
from records import figures
from records.figures import SMALL_CELL
from scheduler.charts import placement, placement_png
from scheduler.errand import Tools
from scheduler.reports.bars import chart_words


async def draw(tools: Tools, argument: str) -> Reply | None:
    cohort_id, _dot, wave = argument.partition(".")
    report = await tools.database.read(figures.of_cohort, int(cohort_id), int(wave), tools.clock.now())
    words = chart_words(report, lambda text: tools.house.languages.plain(text, tools.chat.language))
    png = await tools.slow.run(placement_png, placement(report, words, SMALL_CELL))
    return Reply(results.in_words(report), picture=Picture(png), rows=column(STAFF_MENU))
