"""Acts: what officers did about the graduates of a cut, besides asking them."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.calls import Call
from records.enrolments import Enrolment
from records.followups import Followup
from records.help_requests import HelpRequest
from records.indicators import Cut
from records.monitoring import BEFORE, MonitoringRecord, Source
from records.within import among


@dataclass(frozen=True, slots=True)
class Acts:
    """`by_call` are the people whose answers an officer took down on the phone, `by_themselves` those who answered in
    the bot or on the web page, `by_employers` those of whom an employer told. `calls` were made to `called` people; of
    `wishes` for help `granted` were closed.
    """

    by_themselves: int
    by_call: int
    by_employers: int
    calls: int
    called: int
    wishes: int
    granted: int


def of_cut(session: Session, cut: Cut) -> Acts:
    told = _told(session, cut)
    calls, called = _called(session, cut)
    wishes, granted = _wished(session, cut)
    return Acts(
        by_themselves=told.get(Source.SELF.value, 0),
        by_call=told.get(Source.STAFF_CALL.value, 0),
        by_employers=told.get(Source.EMPLOYER.value, 0),
        calls=calls,
        called=called,
        wishes=wishes,
        granted=granted,
    )


def _told(session: Session, cut: Cut) -> dict[str, int]:
    """How many people each source told of, in the waves after the training."""
    counted = (
        select(MonitoringRecord.source, func.count(MonitoringRecord.person_id.distinct()))
        .select_from(MonitoringRecord)
        .join(Enrolment, Enrolment.id == MonitoringRecord.enrolment_id)
        .where(MonitoringRecord.wave > BEFORE)
        .group_by(MonitoringRecord.source)
    )
    return {row[0]: row[1] for row in session.execute(among(cut, counted))}


def _called(session: Session, cut: Cut) -> tuple[int, int]:
    """Calls, less those taken back, and to how many people."""
    counted = (
        select(func.count(Call.id), func.count(Call.person_id.distinct()))
        .select_from(Call)
        .join(Followup, Followup.id == Call.followup_id)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .where(Call.undone_at.is_(None))
    )
    calls, called = session.execute(among(cut, counted)).one()
    return calls, called


def _wished(session: Session, cut: Cut) -> tuple[int, int]:
    """Requests for help, and how many of them an officer has closed."""
    counted = (
        select(func.count(HelpRequest.id), func.count(HelpRequest.closed_at))
        .select_from(HelpRequest)
        .join(Followup, Followup.id == HelpRequest.followup_id)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
    )
    wishes, granted = session.execute(among(cut, counted)).one()
    return wishes, granted
