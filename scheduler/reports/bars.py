"""The placement chart of what was gathered: a line a trade, with the bounds of what is certain."""

from collections.abc import Callable
from dataclasses import replace

from conversations.reporting import headlines
from locales.text import Text, _
from records.figures import Bar, Report
from records.indicators import SMALL_CELL
from scheduler.charts import Chart, Words, placement
from scheduler.reports.frames import Voice, label, source
from scheduler.reports.gathering import Gathered


def bars(voice: Voice, found: Gathered) -> Chart:
    rows = tuple(Bar(row.name, row.indicators.figure) for row in found.table.rows)
    group = voice.say(label(found, voice.centre))
    report = Report(group, found.wanted.wave, found.figure, rows, found.wanted.as_of)
    words = replace(chart_words(report, voice.say), footer=voice.say(source(found, voice.centre)))
    return placement(report, words, SMALL_CELL)


def chart_words(report: Report, say: Callable[[Text], str]) -> Words:
    """Every word of the chart, in one language."""
    return Words(
        title=say(_("Working after training, by programme")),
        subtitle=say(_("{cohort}, month {wave} after the training", cohort=report.cohort, wave=report.wave)),
        headline=say(headlines.short_headline(report.total)),
        bounds=say(headlines.bounds(report.total)),
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
