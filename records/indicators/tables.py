"""Indicators: what became of the graduates of a cut at a wave, and tables of it.

"Answered" (R) means that Q1 was answered; of several records of a wave the latest counts; whoever died is in no number.
What is counted are enrolments: a person in two classes is counted in each.

Working, unemployed and outside the labour force are BPS's (Sakernas, after the ILO's ICLS resolutions): an hour in the
last seven days, or temporarily absent from work. Months 6 and 12 stand for the second and fourth quarter after exit of
the US WIOA's performance indicators (20 CFR 677.155). The bounds are those of worst case and best case for whoever is
silent (Manski, "Nonparametric Bounds on Treatment Effects", Am. Econ. Rev. 80, 1990).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.cohorts import Cohort
from records.indicators import cells, onset, weighting
from records.indicators.cells import Cells, Place
from records.indicators.cut import By, Cut
from records.indicators.figure import Figure
from records.indicators.onset import Curve
from records.indicators.tally import Share, Tally
from records.indicators.weighting import Counts, Stratum, Weighted
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class Indicators:
    """What became of a group at a wave; every indicator is a property with its formula."""

    wave: int
    tally: Tally
    weighted: Weighted
    curve: Curve
    as_of: datetime

    @property
    def figure(self) -> Figure:
        """Placement E/R with its bounds E/N and (E+N-R)/N."""
        t = self.tally
        return Figure(
            graduates=t.graduates,
            reached=t.reached,
            answered=t.answered,
            working=t.working,
            main_activity_work=t.main_activity_work,
            undetermined=t.undetermined,
            worked_before=t.worked_before,
            before_known=t.before_known,
        )

    @property
    def self_employed_of_answered(self) -> Share:
        """BPS status of employment 1 to 3 (own account; with casual or unpaid help; with permanent staff), over R."""
        return Share(self.tally.self_employed, self.tally.answered)

    @property
    def self_employed_of_working(self) -> Share:
        """The same over E."""
        return Share(self.tally.self_employed, self.tally.working)

    @property
    def unemployment(self) -> Share:
        """Open unemployment (TPT, BPS): U/(E+U)."""
        return Share(self.tally.unemployed, self.tally.working + self.tally.unemployed)

    @property
    def relevance(self) -> Share:
        """Q4 of 3 or 4 over the working who answered it."""
        return Share(self.tally.relevant, self.tally.relevance_told)

    @property
    def wage(self) -> Share:
        """A wage at or above the city's minimum (UMK), over employees (BPS 4) who answered."""
        return Share(self.tally.wage_reached, self.tally.wage_told)

    @property
    def retention(self) -> Share:
        """Working at months 6 and 12 over working at month 6, where both were answered."""
        return Share(self.tally.retained, self.tally.retention_asked)

    @property
    def competent(self) -> Share:
        """Competent over those who sat the test, at the first try or later."""
        return Share(self.tally.competent, self.tally.examined)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `name` is the cohort's or programme's; of the others it is the key, for the caller to word."""

    key: str
    name: str
    indicators: Indicators


@dataclass(frozen=True, slots=True)
class Table:
    """The whole of a cut and its parts."""

    by: By
    total: Indicators
    rows: tuple[Row, ...]


def indicators(session: Session, cut: Cut, wave: int, now: datetime) -> Indicators:
    """Every indicator of a cut at a wave."""
    return summed(cells.read(session, cut, wave, apart=()), now)


def table(session: Session, cut: Cut, wave: int, by: By, now: datetime, waves: Sequence[int] = ()) -> Table:
    """A row for each cohort, programme, year, sex or kecamatan that has graduates, or for each of `waves`."""
    found = cells.read(session, cut, wave, apart=(by,))
    tallies = cells.tallies(found)
    total = _summed(found, tallies, now)
    if by is By.WAVE:
        return Table(by, total, response_by_wave(session, cut, waves, now))
    return Table(by, total, _rows(found, tallies, by, names(session, by), now))


def response_by_wave(session: Session, cut: Cut, waves: Sequence[int], now: datetime) -> tuple[Row, ...]:
    """A row for each wave."""
    return tuple(Row(str(wave), str(wave), indicators(session, cut, wave, now)) for wave in waves)


def _rows(found: Cells, tallies: dict[Place, Tally], by: By, names: dict[str, str], now: datetime) -> tuple[Row, ...]:
    """Sorted by name."""
    parts: dict[str, dict[Place, Tally]] = {}
    for place, tally in tallies.items():
        parts.setdefault(place.key(by), {})[place] = tally
    told = [Row(key, names.get(key, key), _summed(found, part, now)) for key, part in parts.items()]
    return tuple(sorted(told, key=lambda row: (row.name, row.key)))


def names(session: Session, by: By) -> dict[str, str]:
    """What rows are called, by their key; empty where the key says it."""
    if by is By.COHORT:
        return {str(key): name for key, name in session.execute(select(Cohort.id, Cohort.name))}
    if by is By.PROGRAMME:
        return {str(key): name for key, name in session.execute(select(Programme.id, Programme.name))}
    return {}


def summed(found: Cells, now: datetime) -> Indicators:
    """The indicators of all these cells together."""
    return _summed(found, cells.tallies(found), now)


def _summed(found: Cells, tallies: dict[Place, Tally], now: datetime) -> Indicators:
    """The indicators of those cells of which there are tallies."""
    lived: Counter[int] = Counter()
    for place in tallies:
        lived.update(found.by_place[place].lived)
    return Indicators(
        found.layout.wave, _sum(tallies.values()), _weighted(tallies), onset.curve(found.layout, lived), now
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _weighted(tallies: dict[Place, Tally]) -> Weighted:
    strata: dict[Stratum, Counts] = {}
    for place, one in tallies.items():
        stratum = (place.programme_id, place.sex)
        strata[stratum] = strata.get(stratum, Counts()) + Counts(one.graduates, one.answered, one.working)
    return weighting.weighted(strata)
