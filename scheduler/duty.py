"""Duties: what happens by itself at a date. Nothing dated is a job: what is due is a question to the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from conversations.context import Context, House
from locales.languages import DEFAULT
from records.session import Session


@dataclass(frozen=True, slots=True)
class Duty:
    """One kind of thing that falls due.

    `perform` does what is due now, in one transaction, at most a few hundred rows of it, and says how many it took (0:
    nothing was due). `next_due` is the first instant strictly after the context's `now` at which something falls due,
    None where nothing is known to. One that `listens` counts somebody's silence: it waits until everything that people
    had sent while nobody listened was heard.
    """

    name: str
    perform: Callable[[Context], int]
    next_due: Callable[[Context], datetime | None]
    listens: bool = False


def nobody(session: Session, house: House, now: datetime) -> Context:
    """The context of what happens by itself: in nobody's chat."""
    return Context(session, now, house, 0, DEFAULT)
