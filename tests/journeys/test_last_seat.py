"""Fifty people press at once for the last seat of a session, each on her own phone."""

import asyncio
import re

from records import seats, sittings
from records.session import Session
from records.sittings import Sitting
from tests.journeys.examinees import examinees, invites, schedules
from tests.stage import Stage

CROWD = 50
POSITION = re.compile(r"Anda nomor (\d+) di daftar tunggu")


def _all_sittings(session: Session) -> list[Sitting]:
    return sorted(session.query(Sitting), key=lambda sitting: sitting.starts_at)


async def test_one_gets_it_and_the_others_are_told_their_true_position(stage: Stage) -> None:
    crowd = await examinees(stage, CROWD)
    await schedules(stage, seats=CROWD)
    await invites(stage)
    for who in crowd:
        await who.phone.waits_for("Anda diundang")
    await schedules(stage, day="13-10-2026", seats=1)
    await asyncio.gather(*(who.phone.taps("✖️ Tidak bisa") for who in crowd))
    for who in crowd:
        who.phone.sees(f"{who.name}, ada sesi lain untuk Tes tertulis dengan kursi kosong")
    await asyncio.gather(*(who.phone.taps("Pindah ke sesi ini") for who in crowd))
    told = [who.phone.last() for who in crowd]
    assert sum("👍 Anda mendapat kursi di sesi lain itu." in words for words in told) == 1
    positions = sorted(int(found[1]) for words in told if (found := POSITION.search(words)))
    assert positions == list(range(1, CROWD))
    first, last = await stage.reads(_all_sittings)
    assert (first.taken, last.taken) == (0, 1)
    assert len(await stage.reads(seats.of_sitting, last.id)) == 1


async def test_where_another_session_has_seats_the_losers_are_offered_that(stage: Stage) -> None:
    crowd = await examinees(stage, 12)
    await schedules(stage, seats=12)
    await invites(stage)
    for who in crowd:
        await who.phone.waits_for("Anda diundang")
    await schedules(stage, day="13-10-2026", seats=1)
    await schedules(stage, day="14-10-2026", seats=20)
    await asyncio.gather(*(who.phone.taps("✖️ Tidak bisa") for who in crowd))
    await asyncio.gather(*(who.phone.taps("Pindah ke sesi ini") for who in crowd))
    losers = [who for who in crowd if "Kursi terakhir di sesi itu baru saja diambil." in who.phone.last()]
    assert len(losers) == 11
    await asyncio.gather(*(who.phone.taps("Pindah ke sesi ini") for who in losers))
    for who in losers:
        who.phone.sees("👍 Anda mendapat kursi di sesi lain itu.")
        who.phone.sees("14 Oktober 2026")
    taken = [sitting.taken for sitting in await stage.reads(_all_sittings)]
    assert taken == [0, 1, 11]
    assert await stage.reads(sittings.by_id, 999_999) is None
