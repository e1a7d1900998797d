"""Re-registration: every seat finds somebody who takes it, the reserves in their order."""

import asyncio
from collections import Counter

from sqlalchemy import select

from records import people
from records.enrolments import Enrolment
from records.monitoring import MonitoringRecord
from records.people import Person
from records.session import Session
from tests.journeys.memory import audit_trail
from tests.journeys.office import officers_leave
from tests.journeys.selecting import Scored, publishes, scored, statuses
from tests.stage import Stage


async def test_one_tap_takes_the_seat_and_the_rest_is_as_far_as_one_likes(stage: Stage) -> None:
    class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Ya, saya daftar ulang")
    one.phone.sees(f"✅ {one.name}, Anda peserta Las SMAW.")
    assert (await statuses(stage, class_id))[one.number] == "peserta"
    await one.phone.taps("Cari kerja")
    await one.phone.taps("Tidak")
    await one.phone.taps("Tidak")
    await one.phone.taps("Sore")
    await one.phone.says("Mbak Contoh")
    await one.phone.says("0812 3456 7890")
    one.phone.sees(f"Terima kasih, {one.name}. Anda peserta Las SMAW; pelatihan mulai")
    assert await stage.reads(_wave_zero, one.phone.id) == [(0, "unemployed", "cari_kerja")]
    assert await stage.reads(_reachable, one.phone.id) == ("sore", "Mbak Contoh", "+6281234567890")


def _wave_zero(session: Session, chat_id: int) -> list[tuple[int, str, str]]:
    person = people.of_chat(session, chat_id)[0]
    found = session.scalars(select(MonitoringRecord).where(MonitoringRecord.person_id == person.id))
    return [(record.wave, record.status, record.activity) for record in found]


def _reachable(session: Session, chat_id: int) -> tuple[str | None, str | None, str | None]:
    person: Person = people.of_chat(session, chat_id)[0]
    return person.preferred_hours, person.second_contact, person.second_contact_phone


async def test_a_second_tap_on_the_offer_changes_nothing(stage: Stage) -> None:
    class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    message_id, data = one.phone.button("Ya, saya daftar ulang")
    await one.phone.taps("Ya, saya daftar ulang")
    await one.phone.taps("Cukup sampai di sini")
    await one.phone.forges(data, message_id)
    one.phone.sees("Anda sudah daftar ulang: Anda peserta Las SMAW.")
    assert await stage.reads(_enrolled, class_id) == 1


def _enrolled(session: Session, class_id: int) -> int:
    return len(session.scalars(select(Enrolment.id).where(Enrolment.class_id == class_id)).all())


async def test_two_rounds_of_silence_call_the_reserves_in_their_order(stage: Stage) -> None:
    class_id, (one, two, three, four) = await scored(stage, [90, 80, 70, 60], seats=1)
    await publishes(stage)
    await stage.passes(1)
    assert (await statuses(stage, class_id))[one.number] == "daftar_ulang"
    await two.phone.looks()
    assert "Ada kursi kosong" not in two.phone.last()
    await stage.passes(6)
    await one.phone.waits_for("sampai batas waktu kami belum menerima kabar dari Anda")
    assert any("menunggu daftar ulang sampai" in message["text"] for message in one.phone.bot_messages())
    await two.phone.waits_for(f"Kabar baik, {two.name}. Ada kursi kosong di Las SMAW")
    assert list((await statuses(stage, class_id)).values()) == [
        "mengundurkan_diri",
        "daftar_ulang",
        "cadangan",
        "cadangan",
    ]
    await four.phone.says("/status")
    four.phone.sees("Anda cadangan ke-3, sekarang urutan ke-2 yang menunggu.")
    await stage.passes(2)
    await three.phone.waits_for(f"Kabar baik, {three.name}. Ada kursi kosong di Las SMAW")
    await three.phone.taps("Ya, saya daftar ulang")
    assert list((await statuses(stage, class_id)).values()) == [
        "mengundurkan_diri",
        "mengundurkan_diri",
        "peserta",
        "cadangan",
    ]
    trail = await stage.reads(audit_trail)
    assert Counter(trail)["reregistration.lapsed"] == 2
    assert Counter(trail)["reregistration.offered"] == 2
    assert Counter(trail)["reregistration.confirmed"] == 1


async def test_at_the_cut_off_those_who_still_wait_are_told_kindly(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await one.phone.looks()
    await one.phone.taps("Ya, saya daftar ulang")
    await officers_leave(stage)
    await stage.passes(40)
    await two.phone.waits_for(f"{two.name}, terima kasih sudah menunggu.")
    assert list((await statuses(stage, class_id)).values()) == ["peserta", "tidak_lulus"]


async def test_nobody_takes_or_leaves_the_place_of_somebody_else(stage: Stage) -> None:
    class_id, (one, two) = await scored(stage, [90, 80], seats=1)
    await publishes(stage)
    await two.phone.looks()
    await two.phone.forges(f"m:take:{one.application_id}")
    await two.phone.forges(f"m:withdrawn:{one.application_id}")
    assert list((await statuses(stage, class_id)).values()) == ["daftar_ulang", "cadangan"]


async def test_of_fifty_who_press_at_once_for_the_seats_just_as_many_get_one(stage: Stage) -> None:
    class_id, everybody = await scored(stage, list(range(99, 45, -1)), seats=4)
    await publishes(stage)
    await asyncio.gather(*(_presses(each) for each in everybody))
    found = await statuses(stage, class_id)
    assert Counter(found.values()) == {"peserta": 4, "cadangan": 50}
    assert [found[each.number] for each in everybody[:4]] == ["peserta"] * 4
    for ahead, each in enumerate(everybody[4:], 1):
        each.phone.sees(f"cadangan ke-{ahead}, sekarang urutan ke-{ahead} yang menunggu.")


async def _presses(each: Scored) -> None:
    await each.phone.looks()
    await each.phone.forges(f"m:take:{each.application_id}")


async def test_an_officer_confirms_for_somebody_at_the_counter(stage: Stage) -> None:
    class_id, (one, _two) = await scored(stage, [90, 80], seats=1)
    wiryo = await publishes(stage)
    await wiryo.taps("⏳ Daftar ulang")
    wiryo.sees("Las SMAW: 0 kursi kosong, 1 belum daftar ulang, 1 cadangan")
    await wiryo.taps("Las SMAW")
    wiryo.sees(f"💬 {one.name}, {one.number}")
    await wiryo.taps(f"Di loket: {one.name}")
    await wiryo.taps("Ya, daftar ulang")
    assert (await statuses(stage, class_id))[one.number] == "peserta"
