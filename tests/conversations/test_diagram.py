"""Diagrams: found by walking, and the page in docs is up to date."""

import re
from collections import Counter

import pytest

from conversations.diagram import PAGE, document, mermaid
from conversations.examples import Example
from conversations.routes import END, SUMMARY, Route, explore
from conversations.scripts import SCRIPTS
from locales.text import Text
from tests.conversations.interview import CHILDREN, COLOUR, NAME, PET, SHADE, Facts, script
from tests.conversations.speaker import explored, plain

EXAMPLE = Example((Facts(sold_out=("blue",)),), {"name": ("Siti",), "children": ("0",), "pet": ("Two goats",)})


def test_the_page_in_docs_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(explored), "run 'make diagrams'"


def test_a_chart_shows_every_ask_and_where_its_answers_lead() -> None:
    assert mermaid(explore(script(NAME, COLOUR, PET), EXAMPLE)).splitlines() == [
        "flowchart TD",
        '    ask_name[/"<b>name</b><br/>Your name?"/]',
        '    ask_colour("<b>colour</b><br/>Which colour, Siti?")',
        '    ask_pet["<b>pet</b><br/>Cat or dog?"]',
        '    summary[["Summary: check, change or send"]]',
        "    finish([end])",
        "    begin([begin]) --> ask_name",
        "    ask_name --> ask_colour",
        "    ask_colour --> ask_pet",
        '    ask_colour -.->|"blue: refused"| ask_colour',
        "    ask_pet --> summary",
        '    ask_pet -.->|"My name is wrong"| ask_name',
        "    summary --> finish",
    ]


def test_a_script_without_a_summary_ends_at_its_last_ask() -> None:
    found = explore(script(CHILDREN, summary=False), EXAMPLE)
    assert found.routes == (Route("children", None, END),)


def test_routes_are_found_through_every_choice() -> None:
    found = explore(script(NAME, COLOUR, SHADE), Example((Facts(),), {"name": ("Siti",)}))
    said = {plain(route.answer) for route in found.routes if route.source == "shade" and isinstance(route.answer, Text)}
    assert said == {"dark red", "light red", "dark blue", "light blue"}
    assert {route.target for route in found.routes if route.source == "shade"} == {SUMMARY}


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_examples_reach_every_ask_of_every_script(name: str) -> None:
    found = explored(name)
    assert list(found.asks) == [ask.key for ask in SCRIPTS[name].asks]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_chart_names_each_of_its_boxes_once_and_points_at_no_other(name: str) -> None:
    chart = mermaid(explored(name))
    boxes = Counter(re.findall(r"^    (\w+)[\[(]", chart, re.MULTILINE))
    assert set(boxes.values()) == {1}
    arrows = re.findall(r"(\w+)(?:\(\[begin\]\))? -\.?->(?:\|\"[^\"|]*\"\|)? (\w+)$", chart, re.MULTILINE)
    assert {box for arrow in arrows for box in arrow} == set(boxes)
    assert len(arrows) == len([line for line in chart.splitlines() if "->" in line])
