"""Due but never contacted: empty, or each with its reason."""

from datetime import timedelta

from tests.journeys.alumni import DUE, graduated
from tests.journeys.office import bu_ratna, goes_to, officers_return
from tests.stage import Stage


async def test_whoever_was_due_and_not_reached_is_listed_with_the_reason(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await sri.blocks()
    await stage.until(DUE + timedelta(hours=1))
    await officers_return(stage)
    head = bu_ratna(stage)
    await goes_to(head, "Alumni")
    await head.taps("Belum pernah dihubungi")
    head.sees("1: memblokir bot atau keluar dari Telegram: untuk daftar telepon")
    head.sees("1: tanpa Telegram: untuk daftar telepon")
    head.sees("Semuanya ada alasannya.")
    await head.taps("tanpa Telegram")
    head.sees("bulan 1")
    await head.forges("m:uncontacted:held")
    await head.forges("m:uncontacted:nonsense")
