"""Series: announcements that repeat by themselves, each occurrence once, whatever happens between two ticks.

The content is that of a model, a campaign which is never sent itself: every occurrence is a campaign with a copy of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, String, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain, upsert
from records.base import Base, Identity, Instant
from records.campaigns import Campaign, CampaignStatus


class Rhythm(StrEnum):
    """On days of the week, or so many days before something of each class."""

    WEEKLY = "weekly"
    BEFORE = "before"


class Anchor(StrEnum):
    """What a relative one precedes. A session is of a test or an interview of the selection, an examination the
    competency test (uji kompetensi).
    """

    CLASS_START = "class_start"
    CLASS_END = "class_end"
    SESSION = "session"
    EXAMINATION = "examination"
    REREGISTRATION = "reregistration"


class Outcome(StrEnum):
    """What became of an occurrence. `proposed`: it went to so many by then that a second officer was asked first.
    `late`: nobody was awake at its hour, and now it would come too late.
    """

    SENT = "sent"
    PROPOSED = "proposed"
    SKIPPED = "skipped"
    LATE = "late"
    EMPTY = "empty"


class SeriesState(StrEnum):
    """A waiting one goes to so many that a second officer looks at it first."""

    WAITING = "waiting"
    ACTIVE = "active"
    STOPPED = "stopped"


class Series(Base):
    """`weekdays` are numbers, Monday 0, as "0,2"; `hour` is local, as "08:00". `days_before`: how many days before the
    day that it is about it goes out. `with_lessons`: only on days on which the class has a lesson.

    `until` is the last day of sending (None: until it is stopped); what fell due before `since` is not made up for.
    """

    __tablename__ = "announcement_series"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    rhythm: Mapped[str] = mapped_column(String(8))
    weekdays: Mapped[str | None] = mapped_column(String(14))
    anchor: Mapped[str | None] = mapped_column(String(16))
    hour: Mapped[str] = mapped_column(String(5))
    days_before: Mapped[int] = mapped_column(default=0)
    with_lessons: Mapped[bool] = mapped_column(default=False)
    until: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(8))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    since: Mapped[datetime] = mapped_column(Instant)

    @property
    def is_active(self) -> bool:
        return self.state == SeriesState.ACTIVE.value

    @property
    def at(self) -> time:
        return time.fromisoformat(self.hour)

    @property
    def days(self) -> frozenset[int]:
        return frozenset(map(int, (self.weekdays or "").split(",") if self.weekdays else ()))


class Occurrence(Base):
    """One that was dealt with. `occurrence` says which: the day, or the anchor and its day. `at`: when it fell due."""

    __tablename__ = "announcement_occurrences"

    series_id: Mapped[int] = mapped_column(ForeignKey("announcement_series.id"), primary_key=True)
    occurrence: Mapped[str] = mapped_column(String(32), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(8))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Plan:
    """How often, and when, as an officer chose it."""

    rhythm: Rhythm
    hour: str
    weekdays: str | None = None
    anchor: Anchor | None = None
    days_before: int = 0
    with_lessons: bool = False
    until: date | None = None


# Built once: every tick asks for them.
_ACTIVE = select(Series.id).where(Series.state == SeriesState.ACTIVE.value).order_by(Series.id)
_KNOWN = select(Occurrence.occurrence).where(Occurrence.series_id == bindparam("series"))


def begin(
    session: Session, campaign_id: int, plan: Plan, staff_id: int, now: datetime, *, waits: bool = False
) -> Series | None:
    """From now on a draft repeats, as the model of what is sent; where it `waits`, once another officer approves.
    None: it is no draft any more, or has no words.
    """
    is_draft = (Campaign.id == campaign_id, Campaign.status == CampaignStatus.DRAFT.value, Campaign.words.is_not(None))
    changed = session.execute(
        update(Campaign).where(*is_draft).values(status=CampaignStatus.MODEL.value).returning(Campaign.id)
    )
    if changed.first() is None:
        return None
    made = Series(
        campaign_id=campaign_id,
        rhythm=plan.rhythm.value,
        weekdays=plan.weekdays,
        anchor=None if plan.anchor is None else plan.anchor.value,
        hour=plan.hour,
        days_before=plan.days_before,
        with_lessons=plan.with_lessons,
        until=plan.until,
        state=(SeriesState.WAITING if waits else SeriesState.ACTIVE).value,
        staff_id=staff_id,
        since=now,
    )
    session.add(made)
    session.flush()
    return made


def by_id(session: Session, series_id: int) -> Series | None:
    return session.get(Series, series_id, populate_existing=True)


def of_model(session: Session, campaign_id: int) -> Series | None:
    return session.scalar(select(Series).where(Series.campaign_id == campaign_id).order_by(Series.id.desc()).limit(1))


def active(session: Session) -> list[Series]:
    ids = list(plain.rows(session, _ACTIVE).scalars())
    return list(session.scalars(select(Series).where(Series.id.in_(ids)).order_by(Series.id))) if ids else []


def stop(session: Session, series_id: int) -> bool:
    """Nothing more of it is sent. False: it was stopped before."""
    changed = session.execute(
        update(Series)
        .where(Series.id == series_id, Series.state != SeriesState.STOPPED.value)
        .values(state=SeriesState.STOPPED.value)
        .returning(Series.id)
    )
    return changed.first() is not None


def approve(session: Session, series_id: int, staff_id: int, now: datetime) -> bool:
    """It repeats from now on. False: it waits no more, or is her own."""
    changed = session.execute(
        update(Series)
        .where(Series.id == series_id, Series.state == SeriesState.WAITING.value, Series.staff_id != staff_id)
        .values(state=SeriesState.ACTIVE.value, approved_by=staff_id, since=now)
        .returning(Series.id)
    )
    return changed.first() is not None


def listed(session: Session, limit: int) -> list[Series]:
    """Those that are not stopped, those that wait for somebody first."""
    chosen = select(Series).where(Series.state != SeriesState.STOPPED.value)
    return list(session.scalars(chosen.order_by(Series.state.desc(), Series.id).limit(limit)))


def known(session: Session, series_id: int) -> frozenset[str]:
    """The occurrences that were dealt with."""
    return frozenset(plain.rows(session, _KNOWN, series=series_id).scalars())


def take(session: Session, series_id: int, occurrence: str, outcome: Outcome, at: datetime) -> bool:
    """Deals with an occurrence that falls due then, once: False where another tick, process or officer did."""
    key = {"series_id": series_id, "occurrence": occurrence}
    return upsert.insert_new(session, Occurrence, key, {"outcome": outcome.value, "campaign_id": None, "at": at})


def became(session: Session, series_id: int, occurrence: str, campaign_id: int, outcome: Outcome) -> None:
    """Which campaign an occurrence is, and what became of that."""
    session.execute(
        update(Occurrence)
        .where(Occurrence.series_id == series_id, Occurrence.occurrence == occurrence)
        .values(campaign_id=campaign_id, outcome=outcome.value)
    )


def latest(session: Session, series_id: int, limit: int) -> list[Occurrence]:
    """What became of it lately, the last of them first."""
    of_it = select(Occurrence).where(Occurrence.series_id == series_id)
    return list(session.scalars(of_it.order_by(Occurrence.at.desc(), Occurrence.occurrence.desc()).limit(limit)))
