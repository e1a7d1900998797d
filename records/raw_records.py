"""Raw records: the monitoring records of a cut as an analyst gets them, with a pseudonym in place of the person.

No name, number, phone, address, employer or chat is read for them, and of a birth only five years are told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.indicators import Cut
from records.monitoring import MonitoringRecord
from records.people import Person
from records.programmes import Programme
from records.vault import Vault
from records.within import among

AT_ONCE = 500
BAND_YEARS = 5
_COLUMNS = (
    MonitoringRecord.person_id,
    Cohort.name,
    TrainingClass.code,
    Programme.name,
    Person.sex,
    Person.birth_date,
    Person.kecamatan,
    MonitoringRecord.wave,
    MonitoringRecord.recorded_at,
    MonitoringRecord.status,
    MonitoringRecord.activity,
    MonitoringRecord.employment,
    MonitoringRecord.since,
    MonitoringRecord.relevance,
    MonitoringRecord.umk_reached,
    MonitoringRecord.sector,
    MonitoringRecord.work_place,
    MonitoringRecord.seeking,
    MonitoringRecord.satisfaction,
    MonitoringRecord.ojt_paid,
    MonitoringRecord.source,
    MonitoringRecord.complete,
    MonitoringRecord.latest,
)

_OF_HERS = Enrolment.id == MonitoringRecord.enrolment_id
_TOLD = select(*_COLUMNS).select_from(MonitoringRecord).join(Enrolment, _OF_HERS)
_COUNTED = select(func.count(MonitoringRecord.id)).join(Enrolment, _OF_HERS)


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record. The codes are those of the questionnaire; None: not asked, not answered, or not known."""

    person: str
    cohort: str
    class_code: str
    programme: str
    sex: str | None
    born: str | None
    kecamatan: str | None
    wave: int
    recorded_on: date
    status: str
    activity: str
    employment: int | None
    since: str | None
    relevance: int | None
    umk_reached: bool | None
    sector: str | None
    work_place: str | None
    seeking: str | None
    satisfaction: int | None
    ojt_paid: bool | None
    source: str
    complete: bool
    latest: bool


def of_cut(session: Session, vault: Vault, cut: Cut, zone: ZoneInfo) -> Iterator[RawRecord]:
    """Every record of the cut's graduates less deaths, of all waves, in the order in which they were made; read a few
    hundred at a time.
    """
    chosen = among(cut, _TOLD).order_by(MonitoringRecord.id).execution_options(yield_per=AT_ONCE)
    for person_id, cohort, code, programme, sex, born, kecamatan, wave, at, *told in session.execute(chosen):
        yield RawRecord(
            vault.pseudonym("person", person_id),
            *(cohort, code, programme, sex, birth_band(born), kecamatan, wave),
            _day(at, zone),
            *told,
        )


def count(session: Session, cut: Cut) -> int:
    """How many there are."""
    return session.scalars(among(cut, _COUNTED)).one()


def birth_band(born: str | None) -> str | None:
    """The five years in which somebody was born, as "1995-1999"."""
    if born is None or not born[:4].isdigit():
        return None
    first = int(born[:4]) // BAND_YEARS * BAND_YEARS
    return f"{first}-{first + BAND_YEARS - 1}"


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()
