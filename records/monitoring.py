"""Monitoring records: the timeline of what became of a graduate. An observation belongs to the talk it was made in and
grows with its taps; a correction is another record, never an overwrite."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    Computed,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    bindparam,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed
from records.followups import Followup
from records.imprints import of_record
from records.labour import Activity, LabourStatus

# The wave of what was before the training.
BEFORE = 0


class Source(StrEnum):
    SELF = "self"
    STAFF_CALL = "staff call"
    EMPLOYER = "employer"


class MonitoringRecord(Base):
    """`employment` is the BPS code 1-7; `since` the code of Q3; `relevance` Q4 (1 not at all to 4 very); `umk_reached`
    whether Q5 is at or above the minimum wage (the band itself lies in the sealed details); `sector` a letter of KBLI;
    `seeking` Q7; `satisfaction` Q8 (1 to 5). `complete`: the questionnaire was through. `latest`: nothing later is
    known of this enrolment and wave. `staff_id`: the officer who took the answer down.
    """

    __tablename__ = "monitoring_records"
    __table_args__ = (
        # Not the enrolment first: that index would be taken for the next one, and has nothing of what is counted.
        UniqueConstraint("talk_id", "enrolment_id"),
        # Whatever figures count of a record, so that the sealed words beside it are not read.
        Index(
            "ix_monitoring_counted",
            *("enrolment_id", "wave", "latest", "imprint"),
        ),
        # How somebody stands by the last that counts (see audiences).
        Index("ix_monitoring_standing", *("person_id", "latest", "enrolment_id", "wave", "status")),
        Index(
            "uq_monitoring_latest",
            *("wave", "enrolment_id"),
            unique=True,
            sqlite_where=text("latest = 1"),
            postgresql_where=text("latest"),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    wave: Mapped[int]
    followup_id: Mapped[int | None] = mapped_column(ForeignKey("followups.id"))
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talks.id"))
    status: Mapped[str] = mapped_column(String(16))
    activity: Mapped[str] = mapped_column(String(16))
    employment: Mapped[int | None]
    since: Mapped[str | None] = mapped_column(String(24))
    details: Mapped[str] = mapped_column(Sealed)
    source: Mapped[str] = mapped_column(String(16))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    relevance: Mapped[int | None]
    umk_reached: Mapped[bool | None]
    sector: Mapped[str | None] = mapped_column(String(4))
    work_place: Mapped[str | None] = mapped_column(String(12))
    seeking: Mapped[str | None] = mapped_column(String(16))
    satisfaction: Mapped[int | None]
    ojt_paid: Mapped[bool | None]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    complete: Mapped[bool] = mapped_column(default=False)
    latest: Mapped[bool] = mapped_column(default=True)
    # Made by the database of the columns above (see imprints).
    imprint: Mapped[int] = mapped_column(SmallInteger, Computed(of_record(), persisted=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What was told; the fields are those of MonitoringRecord, `answers` all of them by question."""

    status: LabourStatus
    activity: Activity
    answers: Mapping[str, str]
    employment: int | None = None
    since: str | None = None
    relevance: int | None = None
    umk_reached: bool | None = None
    sector: str | None = None
    work_place: str | None = None
    seeking: str | None = None
    satisfaction: int | None = None
    ojt_paid: bool | None = None
    complete: bool = False


def observe(
    session: Session,
    followup: Followup,
    talk_id: int,
    told: Observed,
    now: datetime,
    *,
    source: Source = Source.SELF,
    staff_id: int | None = None,
) -> MonitoringRecord:
    """What this talk has told so far about one enrolment."""
    new = MonitoringRecord(
        enrolment_id=followup.enrolment_id,
        person_id=followup.person_id,
        wave=followup.wave,
        followup_id=followup.id,
        talk_id=talk_id,
        source=source.value,
        staff_id=staff_id,
    )
    return _observe(session, new, told, now)


def observe_before(
    session: Session, enrolment_id: int, person_id: int, talk_id: int, told: Observed, now: datetime
) -> MonitoringRecord:
    """Wave 0: what she did before the training, asked when she re-registers."""
    new = MonitoringRecord(
        enrolment_id=enrolment_id, person_id=person_id, wave=BEFORE, talk_id=talk_id, source=Source.SELF.value
    )
    return _observe(session, new, told, now)


# Built once: each tap of a questionnaire asks for them.
_OF_TALK = select(MonitoringRecord).where(
    MonitoringRecord.enrolment_id == bindparam("enrolment"), MonitoringRecord.talk_id == bindparam("talk")
)
_OF_ENROLMENT = (
    select(MonitoringRecord)
    .where(MonitoringRecord.enrolment_id == bindparam("enrolment"))
    .order_by(MonitoringRecord.id)
)
_OUTDATING = (
    update(MonitoringRecord)
    .where(
        MonitoringRecord.enrolment_id == bindparam("enrolment"),
        MonitoringRecord.wave == bindparam("of_wave"),
        MonitoringRecord.latest,
    )
    .values(latest=False)
    # Objects at hand follow what the database says: the ORM cannot reckon with values that are given later.
    .execution_options(synchronize_session="fetch")
)


def _observe(session: Session, new: MonitoringRecord, told: Observed, now: datetime) -> MonitoringRecord:
    """The record of this talk, the new one where there is none yet, as far as was told. It counts from now on."""
    record = session.scalar(_OF_TALK, {"enrolment": new.enrolment_id, "talk": new.talk_id})
    if record is None or not record.latest:
        _outdate(session, new.enrolment_id, new.wave)
    if record is None:
        record = new
        session.add(record)
    record.status, record.activity = told.status.value, told.activity.value
    record.employment, record.since, record.relevance = told.employment, told.since, told.relevance
    record.umk_reached, record.sector, record.work_place = told.umk_reached, told.sector, told.work_place
    record.seeking, record.satisfaction, record.ojt_paid = told.seeking, told.satisfaction, told.ojt_paid
    record.complete, record.latest = told.complete, True
    record.details = json.dumps(dict(told.answers), separators=(",", ":"), sort_keys=True)
    record.recorded_at = now
    session.flush()
    return record


def _outdate(session: Session, enrolment_id: int, wave: int) -> None:
    """Of an enrolment and a wave, one record counts: none yet, until the next is written."""
    session.execute(_OUTDATING, {"enrolment": enrolment_id, "of_wave": wave})


def timeline(session: Session, person_id: int) -> list[MonitoringRecord]:
    """Everything known of a person, the earliest first."""
    return list(
        session.scalars(
            select(MonitoringRecord)
            .where(MonitoringRecord.person_id == person_id)
            .order_by(MonitoringRecord.recorded_at, MonitoringRecord.id)
        )
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before: when her work began (the code of Q3), and her answers of the newest earlier wave."""

    since: str | None
    answers: Mapping[str, str]


def told_before(session: Session, enrolment_id: int, wave: int, talk_id: int) -> Before:
    """Of an enrolment before this wave and, of when work began, in another talk than this one at whatever wave."""
    records = session.scalars(_OF_ENROLMENT, {"enrolment": enrolment_id}).all()
    since = [one.since for one in records if one.since is not None and one.talk_id != talk_id]
    earlier = [one for one in records if one.latest and BEFORE < one.wave < wave]
    last = max(earlier, key=lambda one: (one.wave, one.id), default=None)
    return Before(since[-1] if since else None, {} if last is None else answers_of(last))


def answers_of(record: MonitoringRecord) -> dict[str, str]:
    """All that was answered, by question."""
    told: dict[str, str] = json.loads(record.details)
    return told
