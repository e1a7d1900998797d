"""Withdrawing: before the selection, of an offer, or of a seat; the next in order gets it."""

from tests.journeys.selecting import proposes, publishes, scored, statuses
from tests.stage import Stage


async def test_whoever_withdraws_gives_her_seat_to_the_next_at_once(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Saya mengundurkan diri")
    one.phone.sees("yakin mengundurkan diri dari Las SMAW")
    one.phone.sees("Kursi Anda diberikan kepada orang lain")
    await one.phone.taps("Ya, saya mengundurkan diri")
    one.phone.sees("sudah dicatat: Anda mengundurkan diri.")
    await stage.a_moment_passes()
    await two.phone.waits_for("Ada kursi kosong di Las SMAW")
    assert list((await statuses(stage, class_id)).values()) == ["mengundurkan_diri", "daftar_ulang"]


async def test_a_participant_who_withdraws_before_the_training_frees_her_seat_too(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Ya, saya daftar ulang")
    await one.phone.taps("Cukup sampai di sini")
    await one.phone.forges(f"m:withdrawn:{one.application_id}")
    one.phone.sees("sudah dicatat: Anda mengundurkan diri.")
    assert (await statuses(stage, class_id))[two.number] == "daftar_ulang"


async def test_one_may_withdraw_before_the_selection_too(stage: Stage) -> None:
    class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    await one.phone.says("/status")
    await one.phone.taps("Mengundurkan diri")
    one.phone.sees("Pendaftaran Anda lalu berakhir, dan ini tidak bisa dibatalkan.")
    one.phone.sees_not("ursi")
    await one.phone.taps("Ya, saya mengundurkan diri")
    one.phone.sees("sudah dicatat: Anda mengundurkan diri. Terima kasih sudah memberi kabar. Anda boleh mendaftar lagi")
    one.phone.sees_not("ursi")
    assert (await statuses(stage, class_id))[one.number] == "mengundurkan_diri"
    ratna = await proposes(stage)
    ratna.sees("1 lulus dari 1 kursi, batas 80,00; 0 cadangan, 0 tidak")
