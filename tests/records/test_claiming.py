"""Claiming: it costs as much as what it takes, however much waits."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from records import dispatch
from records.vault import Vault
from tests.records.memory import in_memory


def test_a_claim_looks_at_the_rows_it_takes_and_at_no_others(vault: Vault) -> None:
    """Asked for the status too, SQLite walked through all that waited as soon as there was more than one to take."""
    engine, asked = in_memory(vault), list[tuple[str, Any]]()
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, sql, values, *_: asked.append((sql, values)))
    with Session(engine) as session:
        connection = session.connection()
        connection.execute(dispatch._CLAIM, {"ids": [1, 2, 3], "of_epoch": 1})
        sql, values = asked[-1]
        (plan,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
    assert "USING INTEGER PRIMARY KEY" in plan.detail
