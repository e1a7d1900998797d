"""The road's page in docs: up to date, with every status and every way."""

import re
from enum import StrEnum

import pytest

from conversations.road_diagram import PAGE, ROADS, Road, document, mermaid


def test_the_page_in_docs_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(), "run 'make diagrams'"


@pytest.mark.parametrize(("title", "first", "a_road"), ROADS, ids=[title for title, _first, _road in ROADS])
def test_a_diagram_shows_every_status_and_every_way(title: str, first: StrEnum, a_road: Road) -> None:
    ways = set(re.findall(r"^    (\S+) --> (\S+)$", mermaid(first, a_road), re.MULTILINE))
    drawn = {(one, other) for one, other in ways if "[*]" not in (one, other)}
    assert drawn == {(status.value, after.value) for status, following in a_road.items() for after in following}, title
    assert ("[*]", first.value) in ways
    assert {one for one, _other in ways} | {other for _one, other in ways} >= {status.value for status in a_road}
