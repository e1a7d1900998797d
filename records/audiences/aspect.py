"""Aspects: one thing that must hold of a recipient, as a question to the database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import BigInteger, ColumnElement, Select, and_, cast, null, or_, select

# The person, and the chat of somebody who is no person of ours: one of the two is NULL.
Named: TypeAlias = Select[int | None, int | None]
Column: TypeAlias = ColumnElement[int | None]
NOBODY: Column = cast(null(), BigInteger)


@dataclass(frozen=True, slots=True)
class Aspect:
    """Said in two ways: `named` finds everybody of whom it holds, some perhaps twice; `holds` looks at one recipient
    (her columns person and chat), which takes less where others have narrowed them down already.
    """

    named: Named
    holds: Callable[[Column, Column], ColumnElement[bool]]


def people(ids: Select[int]) -> Named:
    """People by their ids, none of them a mere chat."""
    found = ids.subquery()
    return select(found.c[0].label("person_id"), NOBODY.label("chat_id"))


def among(named: Named, person: Column, chat: Column) -> ColumnElement[bool]:
    """Whether a recipient is among these: never NULL, so that it may be denied too."""
    found = named.subquery()
    return or_(
        and_(person.is_not(None), person.in_(select(found.c[0]).where(found.c[0].is_not(None)))),
        and_(person.is_(None), chat.in_(select(found.c[1]).where(found.c[1].is_not(None)))),
    )
