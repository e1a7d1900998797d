"""Indicators: what became of the graduates, for any cut, with what makes a percentage honest."""

from records.indicators.cut import UNKNOWN, By, Cut, read
from records.indicators.figure import SMALL_CELL, Figure, Withheld
from records.indicators.flows import SILENT, Flow, flow
from records.indicators.onset import Curve, Median, Step
from records.indicators.small_cells import Public, PublicRow, published
from records.indicators.tables import Indicators, Row, Table, indicators, response_by_wave, table
from records.indicators.tally import Share, Tally
from records.indicators.weighting import Weighted

__all__ = [
    "SILENT",
    "SMALL_CELL",
    "UNKNOWN",
    "By",
    "Curve",
    "Cut",
    "Figure",
    "Flow",
    "Indicators",
    "Median",
    "Public",
    "PublicRow",
    "Row",
    "Share",
    "Step",
    "Table",
    "Tally",
    "Weighted",
    "Withheld",
    "flow",
    "indicators",
    "published",
    "read",
    "response_by_wave",
    "table",
]
