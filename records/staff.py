"""Staff: officers, known by the chat they write from, with a role; and the invitations that make them."""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed
from records.vault import Vault

INVITATION_DAYS = 7


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    VIEWER = "viewer"


class Officer(Base):
    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(Sealed)
    role: Mapped[str] = mapped_column(String(16))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Invitation(Base):
    """A link by which somebody becomes an officer, once. Only a keyed hash of its token is kept."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


# Built once: turns of staff and every tick ask for them.
_BY_CHAT = select(Officer).where(Officer.chat_id == bindparam("chat_id"), Officer.active)
_ACTIVE = select(Officer).where(Officer.active).order_by(Officer.id)


def by_chat(session: Session, chat_id: int) -> Officer | None:
    return session.scalar(_BY_CHAT, {"chat_id": chat_id})


def by_id(session: Session, staff_id: int) -> Officer:
    return session.get_one(Officer, staff_id)


def active(session: Session) -> list[Officer]:
    return list(session.scalars(_ACTIVE))


def appoint(session: Session, chat_id: int, name: str, role: Role, now: datetime) -> Officer:
    """Makes the owner of a chat an officer, or gives her another role."""
    officer = session.scalar(select(Officer).where(Officer.chat_id == chat_id))
    if officer is None:
        officer = Officer(chat_id=chat_id, name=name, created_at=now)
        session.add(officer)
    officer.role, officer.active = role.value, True
    session.flush()
    return officer


def invite(session: Session, vault: Vault, role: Role, now: datetime) -> str:
    """A token good for a week and for one person."""
    token = secrets.token_urlsafe(18)
    session.add(
        Invitation(
            token_digest=vault.digest("invitation", token),
            role=role.value,
            expires_at=now + timedelta(days=INVITATION_DAYS),
        )
    )
    session.flush()
    return token


def accept(session: Session, vault: Vault, token: str, chat_id: int, name: str, now: datetime) -> Officer | None:
    """Whoever opens a valid invitation is appointed; None where it is unknown, used or expired."""
    invitation = session.scalar(
        select(Invitation).where(
            Invitation.token_digest == vault.digest("invitation", token),
            Invitation.used_by.is_(None),
            Invitation.expires_at > now,
        )
    )
    if invitation is None:
        return None
    officer = appoint(session, chat_id, name, Role(invitation.role), now)
    session.execute(update(Invitation).where(Invitation.id == invitation.id).values(used_by=officer.id))
    return officer
