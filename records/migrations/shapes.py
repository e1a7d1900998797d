"""Shapes: how migrations after the first say a table. Part of history as they are: what is here must not change."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()


def required(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def optional(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def table(
    name: str,
    *columns: sa.Column[Any],
    key: tuple[str, ...] = ("id",),
    refers: Mapping[str, str] | None = None,
    unique: tuple[tuple[str, ...], ...] = (),
) -> None:
    """A table whose constraints are named by the rule of records/base.py. `refers` maps columns to other tables."""
    constraints: list[sa.Constraint] = [sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")]
    for column, other in (refers or {}).items():
        constraints.append(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}_{other}"))
    constraints += [sa.UniqueConstraint(*these, name=f"uq_{name}_{these[0]}") for these in unique]
    op.create_table(name, *columns, *constraints)


def column(table_name: str, *columns: sa.Column[Any], refers: Mapping[str, str] | None = None) -> None:
    """New columns of a table that has rows: optional ones, or with a `server_default` that is dropped again."""
    with op.batch_alter_table(table_name) as batch:
        for one in columns:
            batch.add_column(one)
        for name, other in (refers or {}).items():
            batch.create_foreign_key(f"fk_{table_name}_{name}_{other}", other, [name], ["id"])
    defaulted = [one.name for one in columns if one.server_default is not None]
    if defaulted:
        with op.batch_alter_table(table_name) as batch:
            for name in defaulted:
                batch.alter_column(name, server_default=None)


def without(table_name: str, *names: str) -> None:
    """Takes columns away again."""
    with op.batch_alter_table(table_name) as batch:
        for name in names:
            batch.drop_column(name)


def grant(*pairs: tuple[str, str]) -> None:
    """Roles (first) may do something (second) from now on."""
    permissions = sa.table("permissions", sa.column("role", sa.String), sa.column("permission", sa.String))
    op.bulk_insert(permissions, [{"role": role, "permission": name} for role, name in pairs])


def revoke(*names: str) -> None:
    permissions = sa.table("permissions", sa.column("permission", sa.String))
    op.execute(sa.delete(permissions).where(permissions.c.permission.in_(names)))
