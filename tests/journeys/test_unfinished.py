"""Unfinished registrations: a word after a day, one before the closing, and never more; nothing typed is lost."""

from datetime import timedelta

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.drafts import CLOSED, CLOSING, QUIET
from tests.journeys.offering import open_cohort
from tests.journeys.office import officers_leave
from tests.person import Phone
from tests.stage import Stage


async def las(stage: Stage, days: int = 10) -> None:
    """A class that one can register for during so many days."""
    await stage.writes(open_cohort, stage.clock.now(), days=days)


async def begins(stage: Stage, days: int = 10, until: str = "alamat") -> Phone:
    await las(stage, days)
    siti = await newcomer(stage)
    await siti.starts("k_9999-1-kelas")
    await siti.taps("📝 Daftar")
    await answers(siti, until=until)
    return siti


async def test_after_a_day_she_is_reminded_once_and_goes_on_where_she_was(stage: Stage) -> None:
    siti = await begins(stage)
    await stage.passes(hours=23)
    assert await siti.heard(QUIET) == 0
    await stage.passes(hours=26)
    assert await siti.heard(QUIET) == 1
    siti.sees("Pendaftaran Las SMAW (Siti Rahmawati) belum selesai.")
    await siti.taps("Lanjutkan")
    siti.sees("alamat")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")
    await stage.passes(days=9)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING), await siti.heard(CLOSED)) == (0, 0, 0)


async def test_before_the_closing_she_is_told_once_more_and_after_it_that_it_is_over(stage: Stage) -> None:
    siti = await begins(stage)
    await stage.passes(days=15)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING), await siti.heard(CLOSED)) == (1, 1, 1)
    await siti.says("/menu")
    assert not any("Lanjutkan" in label for label in siti.labels())


async def test_where_the_closing_is_near_already_one_word_is_enough(stage: Stage) -> None:
    siti = await begins(stage, days=2)
    await stage.passes(days=1, hours=20)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING)) == (0, 1)


async def test_whoever_only_looked_at_the_form_is_not_written_to(stage: Stage) -> None:
    await las(stage)
    siti = await newcomer(stage)
    await siti.starts("k_9999-1-kelas")
    await siti.taps("📝 Daftar")
    await stage.passes(days=15)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING), await siti.heard(CLOSED)) == (0, 0, 0)


async def test_whoever_cancelled_is_not_written_to(stage: Stage) -> None:
    siti = await begins(stage)
    await siti.says("/batal")
    await siti.taps("Ya, batalkan")
    await stage.passes(days=15)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING), await siti.heard(CLOSED)) == (0, 0, 0)


async def test_after_nine_days_without_the_bot_one_word_comes_and_not_two(stage: Stage) -> None:
    siti = await begins(stage)
    stage.clock.forward(timedelta(days=9))
    await stage.canting.do_what_is_due()
    await stage.passes(hours=12)
    assert (await siti.heard(QUIET), await siti.heard(CLOSING)) == (0, 1)


async def test_what_was_typed_is_kept_for_all_the_months_of_a_long_registration(stage: Stage) -> None:
    siti = await begins(stage, days=120)
    await officers_leave(stage)
    await stage.passes(days=110)
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_a_form_that_waited_behind_another_is_kept_as_well(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await las(stage, days=3)
    await siti.starts("k_9999-1-kelas")
    await siti.taps("📝 Daftar")
    siti.sees("alamat")
    await stage.passes(days=4)
    assert await siti.heard(CLOSED) == 0
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_a_duty_that_is_done_twice_reminds_once(stage: Stage) -> None:
    siti = await begins(stage)
    stage.clock.forward(timedelta(hours=26))
    for _twice in range(2):
        await stage.canting.do_duties()
    await stage.passes(hours=20)
    assert await siti.heard(QUIET) == 1
