"""Programmes: the trades (kejuruan) that are taught."""

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity


class Programme(Base):
    __tablename__ = "programmes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    teaches: Mapped[str] = mapped_column(Text)


def all_of_them(session: Session) -> list[Programme]:
    return list(session.scalars(select(Programme).order_by(Programme.name)))


def by_id(session: Session, programme_id: int) -> Programme | None:
    return session.get(Programme, programme_id)
