"""Retention: documents whose time is over, and files of which nobody has said what they are."""

from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from records import plain
from records.applications import Application, ApplicationStatus
from records.base import Instant
from records.documents import WITH_FILE, Document, DocumentState
from records.steps import Kind, Step

# With one of these steps the documents have been looked at, or are of no use any more.
_CHECKED = (
    ApplicationStatus.ADMINISTRATIVELY_PASSED.value,
    ApplicationStatus.NOT_ELIGIBLE.value,
    ApplicationStatus.WITHDRAWN.value,
)
_AWAITING = (
    ApplicationStatus.SUBMITTED.value,
    ApplicationStatus.VERIFYING.value,
    ApplicationStatus.CORRECTION.value,
)
_STEPS = select(func.max(Step.at)).where(Step.kind == Kind.APPLICATION.value, Step.matter_id == Application.id)
_CHECKED_AT = func.coalesce(
    _STEPS.where(plain.one_of(Step.status, _CHECKED)).scalar_subquery(),
    _STEPS.where(~plain.one_of(Step.status, _AWAITING)).scalar_subquery(),
)
_CHECKED_FILES = (
    select(Document)
    .join(Application, Application.id == Document.application_id)
    .where(plain.one_of(Document.state, WITH_FILE), ~plain.one_of(Application.status, _AWAITING))
)
# Built once: every tick asks for them.
_MOMENT = bindparam("moment", type_=Instant)
_CHECKED_BEFORE = _CHECKED_FILES.where(_MOMENT >= _CHECKED_AT).order_by(Document.id).limit(bindparam("limit"))
_NEXT_CHECKED = _CHECKED_FILES.where(_MOMENT < _CHECKED_AT).with_only_columns(func.min(_CHECKED_AT, type_=Instant()))
_OFFERED = (
    select(Document.id)
    .where(Document.state == DocumentState.OFFERED.value, Document.received_at <= _MOMENT)
    .order_by(Document.id)
    .limit(bindparam("limit"))
)


def offered_before(session: Session, moment: datetime, limit: int) -> list[int]:
    """Files of which nobody has said what they are."""
    return list(plain.rows(session, _OFFERED, moment=moment, limit=limit).scalars())


def checked_before(session: Session, moment: datetime, limit: int) -> list[Document]:
    """Documents with a file that were checked until then, and whose application does not wait for anything more."""
    return list(session.scalars(_CHECKED_BEFORE, {"moment": moment, "limit": limit}))


def next_checked(session: Session, after: datetime) -> datetime | None:
    """The first checking after this."""
    return plain.scalar(session, _NEXT_CHECKED, moment=after)
