"""The minimum wage of a year: staff set it, and are told where one is missing."""

from datetime import UTC, datetime

from records import minimum_wages
from tests.journeys.office import bu_ratna, goes_to
from tests.stage import Stage


async def test_an_officer_sets_next_years_amount_and_a_strange_one_is_asked_once_more(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    stage.clock.set(datetime(2026, 12, 10, 3, tzinfo=UTC))
    await goes_to(ratna, "Alumni")
    await ratna.taps("2027 belum ada")
    ratna.sees("2026: Rp2.700.926")
    ratna.sees("UMK 2027 belum ada")
    await ratna.taps("Isi satu tahun")
    await ratna.taps("2027")
    await ratna.says("Rp9 juta")
    ratna.sees("jauh dari Rp2.700.926")
    await ratna.taps("Tulis ulang")
    await ratna.says("2.880.000")
    ratna.sees("UMK 2027: Rp2.880.000")
    assert "belum ada" not in ratna.last()
    umk = stage.canting.house.profile.umk
    assert await stage.reads(minimum_wages.at, umk, 2027) == 2_880_000
