"""Imprints of enrolments: all that their records tell as one integer, so that one look into one index tells it.

A wave has the six lower bits of its record's imprint (see records/imprints.py); above all waves stand the seven bits of
what else the wave of the figure told. The sum over an enrolment's records puts the parts side by side, since no two of
its records that count are of one wave.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import CTE, BigInteger, ScalarSelect, Select, case, cast, func, literal, select

from records.enrolments import Enrolment
from records.imprints import DETAIL_BITS, SINCE, STATUSES, WAVE_BITS
from records.labour import LabourStatus
from records.monitoring import BEFORE, MonitoringRecord
from records.questionnaire import Since

RETENTION = (6, 12)
BITS = 62
MOST_WAVES = (BITS - DETAIL_BITS) // WAVE_BITS


@dataclass(frozen=True, slots=True)
class Layout:
    """Which wave stands where; `wave` is that of the figure, and `counted_waves` are those whose statuses count."""

    wave: int
    waves: tuple[int, ...]
    counted_waves: tuple[int, ...]

    def _place(self, wave: int) -> int | None:
        return WAVE_BITS * self.waves.index(wave) if wave in self.waves else None

    def status(self, imprint: int, wave: int) -> LabourStatus | None:
        """What the record of a wave says; None without one."""
        place = self._place(wave)
        digit = 0 if place is None else imprint >> place & 7
        return STATUSES[digit - 1] if digit else None

    def since(self, imprint: int, wave: int) -> Since | None:
        place = self._place(wave)
        digit = 0 if place is None else imprint >> place + 3 & 7
        return SINCE[digit - 1] if digit else None

    def details(self, imprint: int) -> "Details":
        bits = imprint >> WAVE_BITS * len(self.waves)
        return Details(bool(bits & 1), bits >> 1 & 3, bits >> 3 & 3, bits >> 5 & 3)

    @property
    def counted(self) -> int:
        """The bits that the counts rest on: the details, and the statuses of the waves that count."""
        statuses = sum(7 << place for place in map(self._place, self.counted_waves) if place is not None)
        return statuses | (1 << DETAIL_BITS) - 1 << WAVE_BITS * len(self.waves)

    @property
    def lived(self) -> int:
        """The bits that the time to the first job rests on: the waves after the training up to the figure's."""
        places = (self._place(wave) for wave in self.waves if BEFORE < wave <= self.wave)
        return sum(63 << place for place in places if place is not None)


@dataclass(frozen=True, slots=True)
class Details:
    """`employment`: 1 self-employed (BPS 1-3), 2 employee (BPS 4), 3 any other, 0 not told. `relevance` and `wage`:
    2 yes, 1 no, 0 not told.
    """

    main_is_work: bool
    employment: int
    relevance: int
    wage: int


def layout(wave: int, told: Iterable[int], also: Iterable[int] = ()) -> Layout:
    """Room for the waves that have been told. Where that are more than fit, the earliest after the training give way:
    the figure's own, the one before the training and those of `also` never do.
    """
    needed = {wave, BEFORE, *RETENTION, *also}
    others = sorted({one for one in told if one < wave} - needed, reverse=True)
    return Layout(wave, tuple(sorted(needed | set(others[: MOST_WAVES - len(needed)]))), tuple(sorted(needed)))


def each(layout: Layout) -> ScalarSelect[int]:
    """The imprint of each enrolment of a statement, looked up one by one; NULL of whom nothing is recorded."""
    told = _told(layout).where(MonitoringRecord.enrolment_id == Enrolment.id)
    return told.correlate(Enrolment).scalar_subquery()


def all_of(layout: Layout, first: int, last: int) -> CTE:
    """`enrolment_id` and `imprint` of all enrolments from the first id to the last that anything is recorded of."""
    enrolment = MonitoringRecord.enrolment_id
    told = _told(layout).where(enrolment.between(first, last)).group_by(enrolment)
    # Summed once, and not anew by each of the processes that PostgreSQL lets work beside each other.
    return told.add_columns(enrolment).cte("told").prefix_with("MATERIALIZED", dialect="postgresql")


def _told(layout: Layout) -> Select[int]:
    record = MonitoringRecord
    places = {wave: 1 << WAVE_BITS * place for place, wave in enumerate(layout.waves)}
    of_wave = cast(record.imprint.bitwise_and((1 << WAVE_BITS) - 1), BigInteger)
    above = literal(1 << WAVE_BITS * len(layout.waves), BigInteger, literal_execute=True)
    details = cast(record.imprint.bitwise_rshift(WAVE_BITS), BigInteger) * above
    whole = of_wave * case(places, value=record.wave, else_=0) + case((record.wave == layout.wave, details), else_=0)
    # Every wave is from 0 on: said so that the one index is chosen that holds all of this.
    return select(cast(func.sum(whole), BigInteger).label("imprint")).where(record.wave >= BEFORE, record.latest)
