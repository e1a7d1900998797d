"""Indicators: every number of every cut is what a slow count of the plain values says, on both databases."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records.database import Database
from records.indicators import UNKNOWN, By, Cut, Indicators, Share, flow, graduates, indicators, table
from records.vault import Vault
from tests.examples import few
from tests.records.clock import NOON
from tests.records.indicators.oracle import Truth
from tests.records.indicators.population import WAVES, Alumna, Settled, Settlement, alumni

RELAXED = few(
    5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


class UndoneError(Exception):
    """Ends the transaction of an example."""


async def _with(
    database: Database, vault: Vault, drawn: list[Alumna], look: Callable[[Session, Settled], None]
) -> None:
    """Looks at a drawn population, which is gone afterwards."""

    def tried(session: Session) -> None:
        look(session, Settlement(session, vault).settle(drawn))
        raise UndoneError

    with pytest.raises(UndoneError):
        await database.write(tried)


def _agree(found: Indicators, people: list[Alumna], wave: int) -> None:
    truth = Truth([one for one in people if one.counts], wave)
    tally, figure = found.tally, found.figure
    assert (tally.graduates, tally.reached, tally.answered) == (truth.graduates, truth.reached, truth.answered)
    for status in ("working", "ojt", "unemployed", "outside", "undetermined"):
        assert getattr(tally, status) == truth.with_status(status)
    assert tally.main_activity_work == truth.main_activity_work
    assert (figure.worked_before, figure.before_known) == truth.worked_before
    assert found.self_employed_of_answered == Share(truth.self_employed, truth.answered)
    assert found.self_employed_of_working == Share(truth.self_employed, truth.with_status("working"))
    seeking = truth.with_status("unemployed")
    assert found.unemployment == Share(seeking, truth.with_status("working") + seeking)
    assert found.relevance == Share(*truth.relevance)
    assert found.wage == Share(*truth.wage)
    assert found.retention == Share(*truth.retention)
    assert found.competent == Share(*truth.competent)
    assert found.weighted.share == (None if truth.weighted is None else pytest.approx(truth.weighted))


@RELAXED
@given(drawn=alumni(), worth=st.sampled_from((0, graduates.WORTH_A_LOOK, 1_000)))
async def test_every_number_is_what_a_slow_count_says(
    database: Database, vault: Vault, drawn: list[Alumna], worth: int
) -> None:
    """Whether records are looked up one by one or summed in passing."""

    def look(session: Session, made: Settled) -> None:
        cuts: list[tuple[Cut, Callable[[Alumna], bool]]] = [
            (Cut(), lambda _one: True),
            (Cut(cohort_id=made.cohorts[0]), lambda one: one.cohort == 0),
            (Cut(year=made.years[1], sex="P"), lambda one: one.cohort == 1 and one.sex == "P"),
            (Cut(programme_id=made.programmes[2]), lambda one: one.programme == 2),
            (Cut(kecamatan="33.75.02"), lambda one: one.kecamatan == "33.75.02"),
            (Cut(kecamatan=UNKNOWN), lambda one: one.kecamatan is None),
            (Cut(sex=UNKNOWN), lambda one: one.sex is None),
        ]
        for cut, belongs in cuts:
            for wave in (3, 6):
                _agree(indicators(session, cut, wave, NOON), [one for one in drawn if belongs(one)], wave)

    with patch.object(graduates, "WORTH_A_LOOK", worth):
        await _with(database, vault, drawn, look)


@RELAXED
@given(drawn=alumni())
async def test_the_rows_of_a_table_are_the_indicators_of_its_cuts(
    database: Database, vault: Vault, drawn: list[Alumna]
) -> None:
    def look(session: Session, made: Settled) -> None:
        whole = Cut(cohort_id=made.cohorts[0])
        for by in (By.COHORT, By.PROGRAMME, By.YEAR, By.SEX, By.KECAMATAN):
            found = table(session, whole, 6, by, NOON)
            assert found.total == indicators(session, whole, 6, NOON)
            for row in found.rows:
                assert row.indicators == indicators(session, whole.to(by, row.key), 6, NOON)
            assert sum(row.indicators.tally.graduates for row in found.rows) == found.total.tally.graduates
        by_wave = table(session, whole, 6, By.WAVE, NOON, WAVES)
        assert [row.indicators for row in by_wave.rows] == [indicators(session, whole, w, NOON) for w in WAVES]

    await _with(database, vault, drawn, look)


@RELAXED
@given(drawn=alumni())
async def test_a_flow_counts_everybody_once_from_wave_to_wave(
    database: Database, vault: Vault, drawn: list[Alumna]
) -> None:
    def look(session: Session, _made: Settled) -> None:
        found = flow(session, Cut(), 3, 12)
        expected: dict[tuple[str, str], int] = {}
        for one in drawn:
            if one.counts:
                move = tuple(one.told[w].status if w in one.told else "silent" for w in (3, 12))
                expected[move[0], move[1]] = expected.get((move[0], move[1]), 0) + 1
        assert dict(found.moves) == expected
        assert found.graduates == len([one for one in drawn if one.counts])

    await _with(database, vault, drawn, look)
