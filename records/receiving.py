"""Receiving: what becomes of a document from the moment it comes until nothing is left to be done about it.

Every function is one conditional change: of two that come at once, one finds the row as it expects it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from records.documents import LIVE, THERE, Document, DocumentKind, DocumentState

_S = DocumentState
# What a flag replaces, and what a file that was checked does: not those that are on their way.
_ANY = (*LIVE, _S.ASKED_AGAIN.value)
_CHECKED = tuple(state for state in _ANY if state != _S.RECEIVED.value)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file somebody sent: Telegram's id of it, in which message of which chat, and in which talk."""

    file_id: str
    chat_id: int
    message_id: int
    talk_id: int | None = None
    sorted: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was checked and lies in the store."""

    name: str
    preview: str | None
    media: str
    size: int
    pages: int
    digest: str


def receive(
    session: Session,
    application_id: int,
    kind: DocumentKind | None,
    parcel: Parcel,
    now: datetime,
) -> int:
    """Writes down a file that came, to be fetched at once; without a kind it is offered. The id of its row.

    One of this kind that was not fetched yet gives way now; one that is stored does when this one is.
    """
    if kind is not None:
        _give_way(session, application_id, kind.value, (_S.RECEIVED.value,), now)
    values = {
        "application_id": application_id,
        "kind": "" if kind is None else kind.value,
        "state": (_S.OFFERED if kind is None else _S.RECEIVED).value,
        "chat_id": parcel.chat_id,
        "talk_id": parcel.talk_id,
        "message_id": parcel.message_id,
        "in_chat": True,
        "file_id": parcel.file_id,
        "sorted": parcel.sorted,
        "attempts": 0,
        "due_at": None if kind is None else now,
        "received_at": now,
    }
    document_id: int = session.execute(insert(Document).values(values).returning(Document.id)).scalar_one()
    return document_id


def assign(session: Session, document_id: int, application_id: int, kind: DocumentKind, now: datetime) -> bool:
    """Says of an offered file what it is; False where that was said before."""
    _give_way(session, application_id, kind.value, (_S.RECEIVED.value,), now)
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == _S.OFFERED.value)
        .values(application_id=application_id, kind=kind.value, state=_S.RECEIVED.value, due_at=now)
        .returning(Document.id)
    )
    return changed.first() is not None


def flag(
    session: Session,
    application_id: int,
    kind: DocumentKind,
    state: DocumentState,
    now: datetime,
    talk_id: int | None = None,
) -> None:
    """She brings it to the counter, or has not got it yet; what was sent of this kind before gives way."""
    _give_way(session, application_id, kind.value, _ANY, now)
    values = {
        "application_id": application_id,
        "kind": kind.value,
        "state": state.value,
        "talk_id": talk_id,
        "in_chat": False,
        "sorted": True,
        "attempts": 0,
        "received_at": now,
        "settled_at": now,
    }
    session.execute(insert(Document).values(values))


def _give_way(
    session: Session, application_id: int, kind: str, states: Iterable[str], now: datetime, but: int = 0
) -> None:
    """Its message and its file are removed once this is committed."""
    session.execute(
        update(Document)
        .where(
            Document.application_id == application_id,
            Document.kind == kind,
            Document.id != but,
            Document.state.in_(tuple(states)),
        )
        .values(state=_S.REPLACED.value, due_at=now)
    )


def rename(session: Session, document_id: int, kind: DocumentKind) -> None:
    """It is another kind than was thought: two files of an album were told apart."""
    session.execute(update(Document).where(Document.id == document_id).values(kind=kind.value))


def make_certain(session: Session, application_id: int, talk_id: int, now: datetime) -> None:
    """The kinds of what a talk brought are certain now: what waited for that is due."""
    session.execute(
        update(Document)
        .where(
            Document.application_id == application_id,
            Document.talk_id == talk_id,
            Document.sorted.is_(False),
            Document.due_at.is_not(None),
        )
        .values(due_at=now)
    )
    session.execute(
        update(Document)
        .where(Document.application_id == application_id, Document.talk_id == talk_id)
        .values(sorted=True)
    )


def store(session: Session, document_id: int, kept: Kept, now: datetime) -> DocumentState | None:
    """It is checked and lies in the store; what was there of its kind gives way. None where nobody wants it any more.

    Where it equals another document of this application it counts only once she has said that this is right.
    """
    document = session.get(Document, document_id)
    if document is None or document.state != _S.RECEIVED.value:
        return None
    same = session.scalar(
        select(Document.id).where(
            Document.application_id == document.application_id,
            Document.digest == kept.digest,
            Document.kind != document.kind,
            Document.state.in_((_S.STORED.value, _S.SAME.value)),
        )
    )
    state = _S.STORED if same is None else _S.SAME
    document.state, document.settled_at, document.due_at, document.attempts = state.value, now, now, 0
    document.name, document.preview, document.media = kept.name, kept.preview, kept.media
    document.size, document.pages, document.digest, document.why = kept.size, kept.pages, kept.digest, None
    session.flush()
    if state is _S.STORED:
        _settle_kind(session, document, now)
    return state


def _settle_kind(session: Session, document: Document, now: datetime) -> None:
    _give_way(session, document.application_id, document.kind, _CHECKED, now, but=document.id)


def accept_same(session: Session, document_id: int, now: datetime) -> bool:
    """One file holds both: she said so. Staff see it (see `why`)."""
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == _S.SAME.value)
        .values(state=_S.STORED.value, why="same")
        .returning(Document.id)
    ).first()
    if changed is None:
        return False
    document = session.get_one(Document, document_id)
    session.refresh(document)
    _settle_kind(session, document, now)
    return True


def withdraw_same(session: Session, document_id: int, now: datetime) -> bool:
    """She sent one file twice by mistake, and is going to send another."""
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == _S.SAME.value)
        .values(state=_S.REPLACED.value, due_at=now)
        .returning(Document.id)
    )
    return changed.first() is not None


def refuse(session: Session, document_id: int, why: str, now: datetime) -> bool:
    """It cannot be read, or Telegram does not give it any more: she is asked again. False: nobody wants it any more."""
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == _S.RECEIVED.value)
        .values(state=_S.UNREADABLE.value, why=why, due_at=now, settled_at=now, attempts=0)
        .returning(Document.id)
    )
    return changed.first() is not None


def ask_again(session: Session, document_id: int, why: str, now: datetime) -> bool:
    """An officer wants another one of this kind; the file stays until that is there. `why` is a code."""
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state.in_(THERE))
        .values(state=_S.ASKED_AGAIN.value, why=why, settled_at=now)
        .returning(Document.id)
    )
    return changed.first() is not None


def postpone(session: Session, document_id: int, until: datetime) -> None:
    """Something did not work that may work later; a row that has changed meanwhile is due when that says."""
    session.execute(
        update(Document)
        .where(Document.id == document_id, Document.due_at < until)
        .values(due_at=until, attempts=Document.attempts + 1)
    )


def drop(session: Session, document_id: int, now: datetime) -> bool:
    """An offered file is no document of an application: it is not fetched, and its message stays where it is."""
    changed = session.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == _S.OFFERED.value)
        .values(state=_S.DELETED.value, file_id=None, in_chat=False, settled_at=now)
        .returning(Document.id)
    )
    return changed.first() is not None


def done(session: Session, document_id: int, in_chat: bool) -> None:
    """Nothing is left to be done; what gave way or was deleted is forgotten but for its row."""
    document = session.get_one(Document, document_id)
    document.due_at, document.in_chat = None, in_chat
    if document.state in (_S.REPLACED.value, _S.DELETED.value):
        document.name = document.preview = document.digest = document.file_id = None
    session.flush()


def delete(session: Session, document_id: int, now: datetime) -> None:
    """Its file is removed once this is committed."""
    session.execute(
        update(Document).where(Document.id == document_id).values(state=_S.DELETED.value, due_at=now, settled_at=now)
    )
