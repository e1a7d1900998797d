"""Plain questions: for columns, by statements that were built once, past the ORM's bookkeeping of objects. That takes
as long again as the question itself, and the ticks ask a hundred of them.
"""

from collections.abc import Iterable
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, CursorResult, Select, UpdateBase, literal
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import QueryableAttribute

T = TypeVar("T")
Columns = TypeVarTuple("Columns")


def rows(session: Session, chosen: Select[*Columns], **values: object) -> CursorResult[*Columns]:
    """What the session holds back is written before, as the ORM would."""
    session.flush()
    return session.connection().execute(chosen, values)


def scalar(session: Session, chosen: Select[T], **values: object) -> T | None:
    """The same for a single value."""
    session.flush()
    return session.connection().scalar(chosen, values)


def changed(session: Session, change: UpdateBase) -> int:
    """How many rows a change concerned, be they millions: none is brought here to be counted."""
    session.flush()
    return session.connection().execute(change).rowcount


def one_of(column: QueryableAttribute[str], values: Iterable[str]) -> ColumnElement[bool]:
    """For a statement that is built once: `in_` would write its list anew each time it is run."""
    listed: list[Any] = [literal(value) for value in values]
    return column.in_(listed)
