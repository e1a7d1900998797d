"""The errands by name. To add one: copy one, and name it here."""

from scheduler.errand import Errand
from scheduler.errands import (
    chart,
    poster,
)

ERRANDS: dict[str, Errand] = {
    "chart": chart.draw,
    "poster": poster.draw,
from scheduler.errands import chart, search

ERRANDS: dict[str, Errand] = {
    "chart": chart.draw,
    "search": search.search,
}
