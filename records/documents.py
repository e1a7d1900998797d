"""Documents of applications: what was sent, what became of it, and what is brought to the counter instead.

The bytes lie in the store (see store.FileStore); a row says which file, and what is still to be done about it.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.applications import Application
from records.base import Base, Identity, Instant, Sealed


class DocumentKind(StrEnum):
    KTP = "ktp"
    DIPLOMA = "ijazah"
    FAMILY_CARD = "kk"
    PORTRAIT = "foto"
    AK1 = "ak1"


class DocumentState(StrEnum):
    """`offered`: a file of which nobody knows yet what it is. `received`: to be fetched and checked. `same`: it equals
    another document of hers, and she is asked. `counter` and `not_in_hand` are flags without a file.
    """

    OFFERED = "offered"
    RECEIVED = "received"
    STORED = "stored"
    SAME = "same"
    COUNTER = "counter"
    NOT_IN_HAND = "not_in_hand"
    UNREADABLE = "unreadable"
    ASKED_AGAIN = "asked_again"
    REPLACED = "replaced"
    DELETED = "deleted"


_S = DocumentState
# What counts as an answer, and what of it needs nothing more from the applicant.
LIVE = (_S.RECEIVED.value, _S.STORED.value, _S.SAME.value, _S.COUNTER.value, _S.NOT_IN_HAND.value)
THERE = (_S.STORED.value, _S.COUNTER.value, _S.NOT_IN_HAND.value)
WITH_FILE = (_S.STORED.value, _S.SAME.value, _S.ASKED_AGAIN.value)


class Document(Base):
    """`due_at` is when something is to be done about it next (fetching it, deleting the message, telling, removing the
    file); None: nothing is. `in_chat`: the applicant's message may still stand in her chat. `sorted`: its kind is
    certain. `name` and `preview` are files of the store; without a preview the file is its own. `why` is the code of
    what was wrong.
    """

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(16))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    talk_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    in_chat: Mapped[bool] = mapped_column(default=False)
    file_id: Mapped[str | None] = mapped_column(Sealed)
    sorted: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str | None] = mapped_column(String(40))
    preview: Mapped[str | None] = mapped_column(String(40))
    media: Mapped[str | None] = mapped_column(String(40))
    size: Mapped[int | None]
    pages: Mapped[int | None]
    digest: Mapped[str | None] = mapped_column(String(64), index=True)
    why: Mapped[str | None] = mapped_column(String(24))
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    received_at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def has_file(self) -> bool:
        """Whether its bytes lie in the store and may be looked at."""
        return self.name is not None and self.state in WITH_FILE


def by_id(session: Session, document_id: int) -> Document | None:
    return session.get(Document, document_id)


# Built once: each turn about documents asks for it.
_OF_APPLICATION = (
    select(Document)
    .where(Document.application_id == bindparam("application"), plain.one_of(Document.state, LIVE))
    .order_by(Document.id)
)


def of_application(session: Session, application_id: int) -> list[Document]:
    """What counts as an answer, in the order of receiving; while a replacement is on its way, both."""
    return list(session.scalars(_OF_APPLICATION, {"application": application_id}))


def of_talk(session: Session, application_id: int, talk_id: int) -> list[Document]:
    """Everything that one talk brought, also what could not be read."""
    return list(
        session.scalars(
            select(Document)
            .where(Document.application_id == application_id, Document.talk_id == talk_id)
            .order_by(Document.id)
        )
    )


def asked_again(session: Session, application_id: int) -> list[Document]:
    """Those that an officer wants anew, and that have not come yet."""
    return list(
        session.scalars(
            select(Document)
            .where(Document.application_id == application_id, Document.state == _S.ASKED_AGAIN.value)
            .order_by(Document.id)
        )
    )


# Built once: every tick asks for them.
_DUE = (
    select(Document)
    .where(Document.due_at <= bindparam("now"))
    .order_by(Document.due_at, Document.id)
    .limit(bindparam("limit"))
)
_NEXT_DUE = select(func.min(Document.due_at)).where(Document.due_at > bindparam("after"))


def lacking(session: Session, application_id: int, wanted: Iterable[DocumentKind]) -> tuple[DocumentKind, ...]:
    """Kinds to which nothing was said and nothing was sent."""
    found = {document.kind for document in of_application(session, application_id)}
    return tuple(kind for kind in wanted if kind.value not in found)


def is_complete(session: Session, application_id: int, wanted: Iterable[DocumentKind]) -> bool:
    """Whether every wanted kind is there, or flagged."""
    there = {d.kind for d in of_application(session, application_id) if d.state in THERE}
    return all(kind.value in there for kind in wanted)


def due(session: Session, now: datetime, limit: int) -> list[Document]:
    """Those about which something is to be done now, the oldest first."""
    return list(session.scalars(_DUE, {"now": now, "limit": limit}))


def next_due(session: Session, after: datetime) -> datetime | None:
    return plain.scalar(session, _NEXT_DUE, after=after)


def elsewhere(session: Session, document: Document) -> list[int]:
    """Applications of other people with the very same file: something for an officer to look at."""
    if document.digest is None:
        return []
    mine = select(Application.person_id).where(Application.id == document.application_id).scalar_subquery()
    return list(
        session.scalars(
            select(Application.id)
            .join(Document, Document.application_id == Application.id)
            .where(Document.digest == document.digest, Application.person_id != mine)
            .distinct()
            .order_by(Application.id)
        )
    )


def files(session: Session) -> dict[str, int]:
    """Every file that a row names, with the row's id."""
    rows = session.execute(select(Document.id, Document.name, Document.preview).where(Document.name.is_not(None)))
    return {name: document_id for document_id, *names in rows for name in names if name is not None}
