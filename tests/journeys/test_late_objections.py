"""An objection that is granted when reserves are called no more: the mistake was ours, so she is called all the same,
as long as the training has not begun; and where it has, she is told so.
"""

import pytest

from tests.journeys.office import bu_ratna, goes_to, weeks_pass
from tests.journeys.selecting import COHORT, Scored, publishes, scored, statuses
from tests.stage import Stage

# The class of `scored` begins 30 days after the stage's morning; its reserves are called until the 27th day.
AFTER_THE_CUTOFF, AFTER_THE_LAST_CALL = 28, 31
WHY = "Nilai wawancara saya tertukar dengan peserta lain."


async def one_was_refused(stage: Stage, seats: int) -> tuple[int, Scored, Scored]:
    """The first has the seat, the second stays below the passing score; the days go by."""
    class_id, (one, two) = await scored(stage, [90, 40], seats=seats)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Seleksi")
    await ratna.taps(COHORT)
    await ratna.taps("Bobot nilai: Las SMAW")
    await ratna.says("60 40")
    await ratna.says("60")
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Ya, saya daftar ulang")
    return class_id, one, two


async def is_granted(stage: Stage, who: Scored) -> None:
    """She objects; Bu Ratna, who did not publish, grants it."""
    await who.phone.says("/status")
    await who.phone.taps("Ajukan keberatan")
    await who.phone.says(WHY)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Keberatan menunggu: 1")
    await ratna.taps("Buka 1")
    await ratna.taps("Terima keberatan")
    await stage.a_moment_passes()
    await stage.a_moment_passes()


async def test_where_a_seat_is_free_it_is_offered_to_her(stage: Stage) -> None:
    class_id, _one, two = await one_was_refused(stage, seats=2)
    await weeks_pass(stage, AFTER_THE_CUTOFF)
    await is_granted(stage, two)
    assert (await statuses(stage, class_id))[two.number] == "daftar_ulang"
    await two.phone.waits_for(f"Kabar baik, {two.name}. Ada kursi kosong di Las SMAW")
    await two.phone.taps("Ya, saya daftar ulang")
    assert (await statuses(stage, class_id))[two.number] == "peserta"


@pytest.mark.long
async def test_where_none_is_free_she_waits_until_the_training_begins_and_is_told(stage: Stage) -> None:
    class_id, _one, two = await one_was_refused(stage, seats=1)
    await weeks_pass(stage, AFTER_THE_CUTOFF)
    await is_granted(stage, two)
    assert (await statuses(stage, class_id))[two.number] == "cadangan"
    await two.phone.waits_for("Anda sekarang masuk daftar cadangan")
    await two.phone.says("/status")
    two.phone.sees("Cadangan dipanggil sampai Rabu, 4 November 2026")
    await stage.passes(2)
    await two.phone.waits_for(f"{two.name}, terima kasih sudah menunggu.")
    assert (await statuses(stage, class_id))[two.number] == "tidak_lulus"


async def test_whoever_waits_after_the_cutoff_gets_the_seat_of_a_participant_who_leaves(stage: Stage) -> None:
    class_id, one, two = await one_was_refused(stage, seats=1)
    await weeks_pass(stage, AFTER_THE_CUTOFF)
    await is_granted(stage, two)
    await one.phone.forges(f"m:withdrawn:{one.application_id}")
    await stage.a_moment_passes()
    assert (await statuses(stage, class_id))[two.number] == "daftar_ulang"


@pytest.mark.long
async def test_once_the_training_has_begun_nobody_is_promised_a_seat(stage: Stage) -> None:
    class_id, _one, two = await one_was_refused(stage, seats=2)
    await weeks_pass(stage, AFTER_THE_LAST_CALL)
    await is_granted(stage, two)
    bu_ratna(stage).sees("Kursi di kelas itu sudah tidak bisa ditawarkan")
    assert (await statuses(stage, class_id))[two.number] == "tidak_lulus"
    await two.phone.waits_for("diterima")
    two.phone.sees("kelasnya sudah tidak bisa menerima")
    assert any("Kabari saya" in label for label in two.phone.labels())


async def test_others_are_called_no_more_after_the_cutoff(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Ya, saya daftar ulang")
    await weeks_pass(stage, AFTER_THE_CUTOFF)
    assert (await statuses(stage, class_id))[two.number] == "tidak_lulus"
