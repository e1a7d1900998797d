"""A sheet: the page of one question, as values. It shows whatever the engine's page shows: the question, its choices,
a field where words are read, and the controls below.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from conversations import pages
from conversations.following.facts import Facts
from conversations.following.job import NAME
from conversations.reply import Button, Reply, Rows
from conversations.stage import Open
from conversations.walk import Place, Position
from locales.text import Text

# Help stands on the page already; whoever wants to be reminded later just closes it.
LEFT_OUT = frozenset(f"{pages.CONTROL}:{name}" for name in (pages.HELP, pages.BACK, "later"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """`at` names what is asked, so that an answer to an earlier page is known as such. The buttons' data is without the
    talk's number. `step` of `total` is None where the page is no question; where they are not counted, there are about
    so many. `typed` is what she wrote and could not be read.
    """

    at: str
    text: Text
    step: int | None
    total: int
    is_counted: bool
    answers: Rows
    back: Button | None
    controls: tuple[Button, ...]
    takes_words: bool
    help: Text | None
    note: Text | None = None
    typed: str = ""


def place_of(opened: Open, position: Position[Any]) -> str:
    """What is asked now, in one word."""
    if opened.talk.page:
        return f"{pages.CONTROL}{opened.talk.page}"
    return pages.CONTROL if position.open is None else position.open.name


def sheet(opened: Open, position: Position[Any], note: Text | None = None, typed: str = "") -> Sheet:
    """The page of where the talk stands."""
    page = pages.page(opened.script, opened.talk, position, opened.facts)
    question = None if opened.talk.page else position.open
    buttons = _Buttons(page, opened.talk.id, beside=question is None)
    return Sheet(
        at=place_of(opened, position),
        text=_words(opened, position, question, page),
        step=None if question is None else len(position.passed) + 1,
        total=_total(opened, position),
        is_counted=opened.script.counted,
        answers=buttons.answers,
        back=buttons.back,
        controls=buttons.controls,
        takes_words=question is not None and question.ask.reader is not None,
        help=None if question is None else question.ask.help,
        note=note,
        typed=typed,
    )


def _total(opened: Open, position: Position[Any]) -> int:
    """Of a script whose questions grow on the way: as many as it takes in the usual case."""
    if opened.script.counted or not isinstance(opened.facts, Facts):
        return position.total
    return max(position.total, opened.facts.most_taps)


def _words(opened: Open, position: Position[Any], question: Place[Any] | None, page: Reply) -> Text:
    if question is not None:
        return question.ask.prompt(position.answers, _discreet(opened.facts))
    return page.text or opened.script.title(opened.facts)


def _discreet(facts: Any) -> Any:
    """Without the name of her employer: nobody knows yet who holds the link."""
    if not isinstance(facts, Facts):
        return facts
    return replace(facts, last={key: value for key, value in facts.last.items() if key != NAME.key})


class _Buttons:
    """A page's buttons by what they are for. Those that lead elsewhere in Telegram have no place on the web.

    On a page beside the questions every control is a choice but the one that leads back.
    """

    def __init__(self, page: Reply, talk_id: int, *, beside: bool) -> None:
        leads_back = _control(pages.GO_ON if beside else pages.BACK)
        own = [[named for one in row if (named := _named(one, talk_id)) is not None] for row in page.rows]
        self.back = next((one for row in own for one in row if one.data == leads_back), None)
        self.answers = _rows([one for one in row if beside or not _is_control(one)] for row in own)
        self.controls: tuple[Button, ...] = ()
        if beside:
            self.answers = _rows([one for one in row if one != self.back] for row in self.answers)
        else:
            self.controls = tuple(one for row in own for one in row if _is_control(one) and one.data not in LEFT_OUT)


def _rows(rows: Iterable[Sequence[Button]]) -> Rows:
    return tuple(tuple(row) for row in rows if row)


def _named(button: Button, talk_id: int) -> Button | None:
    """The button with its data as a form sends it: without the talk's number."""
    number, _colon, rest = (button.data or "").partition(":")
    return None if number != str(talk_id) else Button(button.label, rest, style=button.style)


def _is_control(button: Button) -> bool:
    return (button.data or "").startswith(_control(""))


def _control(name: str) -> str:
    return f"{pages.CONTROL}:{name}"
