"""The errands by name. To add one: copy one, and name it here."""

from scheduler.errand import Errand
from scheduler.errands import (
    chart,
    papers,
    poster,
    search,
)

ERRANDS: dict[str, Errand] = {
    "chart": chart.draw,
    "list": papers.listing,
    "paper": papers.paper,
    "poster": poster.draw,
    "search": search.search,
}
