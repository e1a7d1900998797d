"""Permissions: which role may do what. A table, so that the centre can change it without a new program."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import String, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base
from records.staff import Officer, Role


class Permission(StrEnum):
    REVIEW = "review"
    GRADUATE = "graduate"
    FIGURES = "figures"
    ANNOUNCE = "announce"
    ANSWER = "answer"
    CLASSES = "classes"
    SESSIONS = "sessions"
    SELECT = "select"
    PUBLISH = "publish"
    TRAINING = "training"
    PEOPLE = "people"
    FOLLOW = "follow"


class Grant(Base):
    __tablename__ = "permissions"

    role: Mapped[str] = mapped_column(String(16), primary_key=True)
    permission: Mapped[str] = mapped_column(String(16), primary_key=True)


# What the migrations fill the table with.
INITIAL: dict[Role, tuple[Permission, ...]] = {
    Role.ADMINISTRATOR: tuple(Permission),
    Role.OFFICER: tuple(Permission),
    Role.VIEWER: (Permission.FIGURES,),
}


# Built once: turns of staff and every tick ask for them.
_OF_ROLE = select(Grant.permission).where(Grant.role == bindparam("role"))
_ROLES = select(Grant.role).where(Grant.permission.in_(bindparam("permissions", expanding=True))).distinct()


def of_officer(session: Session, officer: Officer) -> frozenset[Permission]:
    granted = plain.rows(session, _OF_ROLE, role=officer.role).scalars()
    return frozenset(Permission(name) for name in granted)


def roles_with(session: Session, wanted: Collection[Permission]) -> frozenset[str]:
    """The roles that may do any of it."""
    return frozenset(plain.rows(session, _ROLES, permissions=sorted(one.value for one in wanted)).scalars())
