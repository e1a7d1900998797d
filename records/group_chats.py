"""Group chats: groups and channels into which an officer has put the bot, to announce there. Nothing said in them is
heard.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed


class GroupKind(StrEnum):
    """As Telegram calls them."""

    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class GroupChat(Base):
    """`chat_id` is below 0, and changes where a group becomes a supergroup. `cohort_id`: whose it is (None: of no one
    cohort). `gone_at`: since when the bot is not in it any more.
    """

    __tablename__ = "group_chats"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    kind: Mapped[str] = mapped_column(String(12))
    title: Mapped[str] = mapped_column(Sealed)
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"))
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    since: Mapped[datetime] = mapped_column(Instant)
    may_post: Mapped[bool]
    gone_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_usable(self) -> bool:
        return self.gone_at is None and self.may_post


def by_id(session: Session, group_id: int) -> GroupChat | None:
    return session.get(GroupChat, group_id, populate_existing=True)


def of_chat(session: Session, chat_id: int) -> GroupChat | None:
    chosen = select(GroupChat).where(GroupChat.chat_id == chat_id)
    return session.scalar(chosen, execution_options={"populate_existing": True})


def present(session: Session) -> list[GroupChat]:
    """Those the bot is in, in the order in which they were connected."""
    return list(session.scalars(select(GroupChat).where(GroupChat.gone_at.is_(None)).order_by(GroupChat.id)))


def connect(
    session: Session, chat_id: int, kind: GroupKind, title: str, staff_id: int, may_post: bool, now: datetime
) -> tuple[GroupChat, bool]:
    """An officer put the bot there; whether that is news."""
    known = of_chat(session, chat_id)
    if known is None:
        made = GroupChat(chat_id=chat_id, kind=kind.value, title=title, added_by=staff_id, since=now, may_post=may_post)
        session.add(made)
        session.flush()
        return made, True
    is_back = known.gone_at is not None
    known.title, known.may_post, known.kind = title, may_post, kind.value
    if is_back:
        known.gone_at, known.added_by, known.since = None, staff_id, now
    session.flush()
    return known, is_back


def is_for(session: Session, group_id: int, cohort_id: int | None) -> None:
    """Whose it is from now on."""
    session.execute(update(GroupChat).where(GroupChat.id == group_id).values(cohort_id=cohort_id))


def leave(session: Session, chat_id: int, now: datetime) -> GroupChat | None:
    """The bot is not in it any more; None where that is no news, or the chat was none of ours."""
    changed = session.execute(
        update(GroupChat)
        .where(GroupChat.chat_id == chat_id, GroupChat.gone_at.is_(None))
        .values(gone_at=now)
        .returning(GroupChat.id)
    ).first()
    return None if changed is None else by_id(session, changed.id)


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup. Where that is known already, since the bot was put into it, both are one."""
    known, new = of_chat(session, old_chat), of_chat(session, new_chat)
    if known is None:
        return
    if new is not None:
        session.delete(new)
        session.flush()
    known.chat_id, known.kind, known.gone_at = new_chat, GroupKind.SUPERGROUP.value, None
    session.flush()
