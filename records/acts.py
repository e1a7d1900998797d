"""Acts: what officers did about the graduates of a cut, besides asking them."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.indicators import Cut
from records.monitoring import MonitoringRecord, Source
from records.raw_records import among


@dataclass(frozen=True, slots=True)
class Acts:
    """`by_call` are the people whose answers an officer took down on the phone, `by_themselves` those who answered in
    the bot or on the web page, `by_employers` those of whom an employer told.
    """

    by_themselves: int
    by_call: int
    by_employers: int


def of_cut(session: Session, cut: Cut) -> Acts:
    told = among(cut, select(MonitoringRecord.source, func.count(MonitoringRecord.person_id.distinct())))
    rows = session.execute(told.where(MonitoringRecord.wave > 0).group_by(MonitoringRecord.source))
    counted = {source: count for source, count in rows}  # noqa: C416  a Result has `keys`: dict() takes it for a mapping
    return Acts(
        by_themselves=counted.get(Source.SELF.value, 0),
        by_call=counted.get(Source.STAFF_CALL.value, 0),
        by_employers=counted.get(Source.EMPLOYER.value, 0),
    )
