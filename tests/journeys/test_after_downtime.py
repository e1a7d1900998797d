"""After downtime: whoever answered in time is heard before anybody's silence counts."""

from datetime import timedelta

from tests.journeys.applicant import newcomer
from tests.journeys.selecting import publishes, scored, statuses
from tests.stage import Stage

# From the stage's morning to 15.00 of the day that `publishes` chooses.
TO_THE_DEADLINE = timedelta(days=6, hours=5)


async def test_a_tap_that_waits_to_be_read_at_the_deadline_is_in_time(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await stage.until(stage.clock.now() + TO_THE_DEADLINE - timedelta(seconds=10))
    await stage.goes_down()
    await one.phone.taps_unheard("Ya, saya daftar ulang")
    stage.clock.forward(timedelta(seconds=140))  # Telegram keeps a tap for 150
    await stage.comes_up()
    await stage.a_moment_passes()  # the ticks come first, as they may
    await stage.is_quiet()
    await stage.a_moment_passes()
    assert await statuses(stage, class_id) == {one.number: "peserta", two.number: "cadangan"}


async def test_whoever_could_not_be_heard_at_her_deadline_gets_time_and_is_told(stage: Stage) -> None:
    class_id, (one, two, three) = await scored(stage, [90, 80, 70], seats=2)
    await publishes(stage)
    await stage.until(stage.clock.now() + TO_THE_DEADLINE - timedelta(hours=1))
    await stage.goes_down()
    stage.clock.forward(timedelta(hours=2))
    await stage.comes_up()
    await three.phone.says("/status")
    await stage.a_moment_passes()
    for each in (one, two):
        await each.phone.waits_for(f"{each.name}, layanan ini tadi tidak dapat dihubungi")
        each.phone.sees("sampai Senin, 12 Oktober 2026 pukul 18.00 WIB")
    await one.phone.taps("Ya, saya daftar ulang")
    await stage.passes(0.2)
    found = await statuses(stage, class_id)
    assert found == {one.number: "peserta", two.number: "mengundurkan_diri", three.number: "daftar_ulang"}
    await two.phone.waits_for("sampai batas waktu kami belum menerima kabar")


async def test_a_minute_late_is_not_too_late(stage: Stage) -> None:
    class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await stage.until(stage.clock.now() + TO_THE_DEADLINE + timedelta(minutes=1))
    await one.phone.taps("Ya, saya daftar ulang")
    assert (await statuses(stage, class_id))[one.number] == "peserta"


async def test_what_was_typed_while_the_bot_was_down_is_not_lost_to_an_expired_talk(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await stage.goes_down()
    stage.clock.forward(timedelta(hours=20))
    await siti.says_unheard("Apakah kelas las dibuka lagi tahun ini?")
    stage.clock.forward(timedelta(hours=6))  # the window of an untouched question is a day
    await stage.comes_up()
    await stage.a_moment_passes()
    await stage.is_quiet()
    await siti.looks()
    siti.sees("Pertanyaan Anda sudah diterima")
