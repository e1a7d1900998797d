"""Gathering: every number that a report shows, read in one snapshot by the process for slow work."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy.orm import Session

from records import acts, cohorts, programmes
from records.acts import Acts
from records.indicators import By, Cut, Flow, Row, Table, flow, indicators, response_by_wave, table
from records.indicators.figure import Figure
from records.monitoring import BEFORE
from records.reading import Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report: of which cut, at which wave, among which waves, as the records stand at `as_of`, on the local `day`."""

    cut: Cut
    wave: int
    waves: tuple[int, ...]
    as_of: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Gathered:
    """`cohort` and `programme` are the names of what the cut names. `waves` has a row for each wave; `flows` lead from
    one that was asked to the next, `change` from the first of them to the last (None: fewer than two were).
    """

    wanted: Wanted
    cohort: str | None
    programme: str | None
    table: Table
    waves: tuple[Row, ...]
    flows: tuple[Flow, ...]
    change: Flow | None
    acts: Acts

    @property
    def figure(self) -> Figure:
        return self.table.total.figure


def gather(reading: Reading, wanted: Wanted) -> Gathered:
    with reading.session() as session:
        return gathered(session, wanted)


def gathered(session: Session, wanted: Wanted) -> Gathered:
    cut, as_of = wanted.cut, wanted.as_of
    waves = response_by_wave(session, cut, wanted.waves, as_of)
    asked = [wave for wave in (BEFORE, *wanted.waves) if _was_asked(session, cut, wave, waves, as_of)]
    return Gathered(
        wanted=wanted,
        cohort=_cohort(session, cut.cohort_id),
        programme=_programme(session, cut.programme_id),
        table=table(session, cut, wanted.wave, By.PROGRAMME, as_of),
        waves=waves,
        flows=tuple(flow(session, cut, one, other) for one, other in pairwise(asked)),
        change=flow(session, cut, asked[0], asked[-1]) if len(asked) > 1 else None,
        acts=acts.of_cut(session, cut),
    )


def _was_asked(session: Session, cut: Cut, wave: int, rows: tuple[Row, ...], as_of: datetime) -> bool:
    if wave == BEFORE:
        return indicators(session, cut, BEFORE, as_of).figure.answered > 0
    return any(row.indicators.wave == wave and row.indicators.figure.reached for row in rows)


def _cohort(session: Session, cohort_id: int | None) -> str | None:
    found = None if cohort_id is None else cohorts.by_id(session, cohort_id)
    return None if found is None else found.name


def _programme(session: Session, programme_id: int | None) -> str | None:
    found = None if programme_id is None else programmes.by_id(session, programme_id)
    return None if found is None else found.name
