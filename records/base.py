"""The ground of every model: column types that keep instants in UTC and personal values sealed."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from records.vault import Vault

# SQLite counts up only in columns of the very type INTEGER.
Identity = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """Constraints are named by rule, so that migrations on both databases can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must know its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealed(TypeDecorator[str]):
    """Words that lie in the database, its log and its backups only sealed, by the engine's vault (see `give_vault`)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_of(dialect).seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else vault_of(dialect).open(bytes(value))


def give_vault(dialect: Dialect, vault: Vault) -> None:
    """An engine's dialect is the one thing of the engine that a column type gets to see: it carries the vault."""
    holder: Any = dialect
    holder.canting_vault = vault


def vault_of(dialect: Dialect) -> Vault:
    holder: Any = dialect
    vault: Vault = holder.canting_vault
    return vault
