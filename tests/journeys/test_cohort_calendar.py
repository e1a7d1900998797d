"""Registration opens and closes by its dates: staff hear of each once; a closing put off lets people go on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.journeys.applicant import SITI, answers, fills_in, newcomer, registers
from tests.journeys.founding import COHORT, changes, empty_centre, founds, opens_the_cohorts
from tests.person import Phone

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
CLOSING = datetime(2026, 10, 23, 9, 0, tzinfo=UTC)


def told(head: Phone, words: str) -> int:
    return sum(words in message["text"] for message in head.bot_messages())


async def test_staff_hear_once_that_registration_opened_and_closed_with_how_many_applicants(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        await stage.until(OPENING)
        await head.waits_for(f"📝 Pendaftaran {COHORT} dibuka, sampai Jumat, 23 Oktober 2026 pukul 16.00 WIB: 1 kelas.")
        await registers(await newcomer(stage), SITI)
        await stage.until(CLOSING)
        await head.waits_for(f"🔒 Pendaftaran {COHORT} ditutup: 1 pendaftar untuk 16 kursi.")
        head.sees("• Menjahit: 1 pendaftar, 16 kursi")
        await stage.passes(3)
        await head.looks()
        assert (told(head, "📝 Pendaftaran"), told(head, "🔒 Pendaftaran")) == (1, 1)


async def test_after_nine_days_of_downtime_the_opening_is_told_once(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        await stage.goes_down()
        stage.clock.set(OPENING + timedelta(days=9))
        await stage.comes_up()
        await stage.a_moment_passes()
        await stage.a_moment_passes()
        await head.waits_for(f"📝 Pendaftaran {COHORT} dibuka")
        await stage.a_moment_passes()
        await head.looks()
        assert told(head, "📝 Pendaftaran") == 1


async def test_of_a_registration_that_opened_and_closed_in_the_downtime_only_the_closing_is_told(
    tmp_path: Path,
) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        await stage.goes_down()
        stage.clock.set(CLOSING + timedelta(days=3))
        await stage.comes_up()
        await stage.a_moment_passes()
        await stage.a_moment_passes()
        await head.waits_for("🔒 Pendaftaran")
        assert told(head, "📝 Pendaftaran") == 0


async def test_where_the_closing_is_put_off_a_form_that_had_ended_goes_on_and_the_new_closing_is_told(
    tmp_path: Path,
) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        await stage.until(CLOSING - timedelta(hours=1))
        siti = await newcomer(stage)
        await fills_in(siti, SITI, until="alamat")
        await stage.until(CLOSING + timedelta(hours=1))
        await siti.says(SITI.address)
        await opens_the_cohorts(head)
        await head.taps(COHORT)
        await changes(head, "Pendaftaran ditutup", "30 oktober 2026 16.00")
        head.sees("Sebelumnya: Jumat, 23 Oktober 2026 pukul 16.00 WIB.")
        await siti.says("/menu")
        await siti.taps("Lanjutkan")
        await answers(siti, SITI, since="alamat")
        siti.sees("Nomor pendaftaran: 2026-1-0001")
        await stage.passes(10)
        await head.looks()
        assert told(head, "🔒 Pendaftaran") == 2
