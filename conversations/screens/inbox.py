"""The inbox: questions that wait for an officer."""

from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.screens.desk import STAFF_MENU
from locales.text import _, lines
from records import questions
from records.permissions import Permission

SHOWN = 8


def inbox(context: Context, _argument: str) -> Reply:
    waiting = questions.waiting(context.session)
    if not waiting:
        return Reply(_("No question waits. All is answered."), rows=column(STAFF_MENU))
    shown = waiting[:SHOWN]
    listed = [
        _("<b>{n}.</b> {words}", n=n, words=q.words if len(q.words) <= 200 else q.words[:199] + "…")
        for n, q in enumerate(shown, 1)
    ]
    buttons = [Button(_("Answer {n}", n=n), f"m:answer:{q.id}") for n, q in enumerate(shown, 1)]
    head = _("<b>Questions waiting: {count}</b>", count=len(waiting))
    rows = tuple(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4))
    return Reply(lines(head, *listed, separator="\n\n"), rows=(*rows, (STAFF_MENU,)))


def answer(_context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else Begin("answer", chosen)


SCREENS = (Screen("questions", inbox, Permission.ANSWER), Screen("answer", answer, Permission.ANSWER))
