"""Diagrams: every script as a flow chart (Mermaid), drawn from its routes. `python -m conversations.diagram` writes
docs/conversations.md, and docs/road.md with it (see road_diagram).
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale

from conversations import road_diagram
from conversations.examples import Example, examples
from conversations.routes import END, SUMMARY, Map, Route, explore
from conversations.script import Ask, Script
from conversations.scripts import SCRIPTS
from locales.languages import DEFAULT, Catalogue, Languages
from locales.text import Text
from records import profile

PAGE = Path(__file__).parents[1] / "docs" / "conversations.md"
LETTERS = 60
NAMED = 3

_HEAD = """# Conversations

Every conversation is a script: a tuple of asks, walked by one engine. The open ask is the first without a valid answer.
These charts are not drawn by hand. The engine walks each script with the examples of `conversations/examples.py`, and
`make diagrams` writes this page; a test fails while it is not up to date.

How to read them: a slanted box is answered by typing, a round one by a button, a square one by either. A dotted arrow
asks again: an answer that is refused with a kind sentence, or a button that goes back to an earlier ask. An answer that
leads to two places does so by what was said before or by facts: what a class requires, what is known already. Not
drawn, since they are the same everywhere: *back*, *help* and *cancel*, words that cannot be read (asked again), and
*change*, which reopens any answer from the summary.
"""


def document(explored: Callable[[str], Map]) -> str:
    """The page with the chart of every script, from what was explored of the script of a name."""
    known = examples(profile.load())
    sections = (_section(script, known[name], explored(name)) for name, script in SCRIPTS.items())
    return "\n".join([_HEAD, *sections])


def _section(script: Script[Any], example: Example, found: Map) -> str:
    title = _plain(script.title(example.facts[0]))
    return f"## {script.name}\n\n“{title}”, version {script.version}.\n\n```mermaid\n{mermaid(found)}\n```\n"


def mermaid(found: Map) -> str:
    """A script as a flow chart: its asks in their order, and where each answer leads."""
    nodes = [_node(key, ask, found) for key, ask in found.asks.items()]
    summary = [f'{SUMMARY}[["Summary: check, change or send"]]'] if found.has_summary else []
    finish = [f"{SUMMARY} --> finish"] if summary else []
    first = next(iter(found.asks))
    arrows = [f"begin([begin]) --> {_id(first)}", *_arrows(found), *finish]
    return "\n    ".join(["flowchart TD", *nodes, *summary, "finish([end])", *arrows])


def _node(key: str, ask: Ask[Any], found: Map) -> str:
    opens, closes = ("[", "]") if ask.choices and ask.reader else ("(", ")") if ask.choices else ("[/", "/]")
    return f'{_id(key)}{opens}"<b>{key}</b><br/>{_quoted(_plain(found.prompts[key]))}"{closes}'


def _arrows(found: Map) -> list[str]:
    """One arrow for all answers that lead from one ask to the same other."""
    groups: dict[tuple[str, str, bool], list[Route]] = {}
    for route in found.routes:
        groups.setdefault((route.source, route.target, route.reopens), []).append(route)
    ways_on = {source: 0 for source, _target, _reopens in groups}
    for source, target, reopens in groups:
        ways_on[source] += target != source and not reopens
    order = list(found.asks)
    sorted_groups = sorted(groups.items(), key=lambda item: order.index(item[0][0]))
    return [_arrow(routes, ways_on[key[0]] == 1) for key, routes in sorted_groups]


def _arrow(routes: list[Route], only: bool) -> str:
    """Without a label where all answers go the same way."""
    first = routes[0]
    again = first.reopens or first.source == first.target
    line = "-.->" if again else "-->"
    label = "" if only and not again else f'|"{_quoted(_answers(routes))}"|'
    return f"{_id(first.source)} {line}{label} {_id(first.target)}"


def _answers(routes: list[Route]) -> str:
    said = list(dict.fromkeys("typed words" if route.answer is None else _plain(route.answer) for route in routes))
    rest = len(said) - NAMED
    words = " · ".join(said[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
    return f"{words}: refused" if routes[0].source == routes[0].target else words


def _id(key: str) -> str:
    """Prefixed, since some words mean something to Mermaid."""
    return {SUMMARY: SUMMARY, END: "finish"}.get(key, f"ask_{key}")


def _plain(text: Text) -> str:
    """In English and without tags, on one line, not too long."""
    english = Languages({DEFAULT: Catalogue(DEFAULT, Locale("en"), {})}, ZoneInfo("Asia/Jakarta"))
    words = " ".join(re.sub(r"<[^<>]*>", "", english.plain(text, DEFAULT)).split())
    return words if len(words) <= LETTERS else words[: LETTERS - 1].rstrip() + "…"


def _quoted(words: str) -> str:
    return words.replace('"', "#quot;")


def main() -> None:
    known = examples(profile.load())
    PAGE.write_text(document(lambda name: explore(SCRIPTS[name], known[name])), encoding="utf-8")
    road_diagram.PAGE.write_text(road_diagram.document(), encoding="utf-8")


if __name__ == "__main__":
    main()
