"""Upsert: a row is made, or brought up to date where its key is there already, in one statement on either database.

To look first and then to write loses against another process that looks at the same moment.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from records.base import Base


def upsert(session: Session, model: type[Base], key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Columns by name; `key` is the primary key or a unique one."""
    made = _insert(session)(model).values(**key, **values)
    session.execute(made.on_conflict_do_update(index_elements=list(key), set_=dict(values)))


def insert_new(session: Session, model: type[Base], key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """The same, but a row that is there stays as it is: True where it is new."""
    made = _insert(session)(model).values(**key, **values).on_conflict_do_nothing(index_elements=list(key))
    return session.execute(made.returning(*model.__table__.primary_key)).first() is not None


def _insert(session: Session) -> Any:
    """The dialect's own INSERT. Only the one that is in use is loaded."""
    if session.connection().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as on_postgresql

        return on_postgresql
    from sqlalchemy.dialects.sqlite import insert as on_sqlite

    return on_sqlite
