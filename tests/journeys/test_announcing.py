"""Announcing: an officer writes to a cohort, sees what will be read and by whom, and says yes."""

import asyncio

import pytest
from sqlalchemy import select

from records import enrolments, people
from records.demonstration import Group
from records.session import Session
from tests.journeys.announcing import COHORT, HEAD, IN_COHORT, WORDS, begins, outcomes, received, sends, writes
from tests.journeys.applicant import BUDI, newcomer, registers
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.stage import Stage
from tests.walking import is_a_participant


async def test_an_officer_sees_what_will_be_read_and_by_how_many(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins(ratna)
    ratna.sees("Untuk angkatan mana?")
    await ratna.taps("Angkatan III 2026 (data contoh) · 12 orang")
    ratna.sees("Tulis pengumuman untuk Angkatan III 2026 (data contoh) (12 orang) dalam satu pesan.")
    await ratna.says(WORDS)
    ratna.sees("Angkatan III 2026 (data contoh): 12 orang, 1 di antaranya belum punya chat")
    ratna.sees(f"Ini yang akan mereka baca:\n\n📢 {HEAD}{WORDS}")
    assert "📤 Kirim ke 11 orang" in ratna.labels()
    await stage.a_moment_passes()
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 0


async def test_the_words_may_be_changed_before_they_go_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna, "Pelatihan lusa.")
    await ratna.taps("Tulis ulang")
    ratna.sees("Tulis pengumuman untuk")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke 11 orang")
    ratna.sees("Baik, pengumuman dikirim ke 11 orang sekarang.")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1
        assert "lusa" not in phone.last()


async def test_a_draft_may_be_deleted_once_one_says_so_twice(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("Hapus draf")
    ratna.sees(f"Hapus draf ini? Tulisannya akan hilang: {WORDS[:31]}")
    await ratna.taps("Ya, hapus")
    ratna.sees("Draf sudah dihapus.")
    await ratna.taps("Pengumuman")
    ratna.sees("Belum pernah ada pengumuman.")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {}


async def test_a_draft_waits_on_the_desk_for_another_officer_too(stage: Stage) -> None:
    await writes(bu_ratna(stage))
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Pengumuman")
    await wiryo.taps(WORDS[:20])
    wiryo.sees(f"Ini yang akan mereka baca:\n\n📢 {HEAD}{WORDS}")
    await bu_ratna(stage).forges("m:annwords:1")
    await bu_ratna(stage).says("Pelatihan lusa.")
    await wiryo.taps("Kirim ke 11 orang")
    wiryo.sees("Ada yang mengubahnya sejak Anda melihatnya.")
    wiryo.sees(f"📢 {HEAD}Pelatihan lusa.")
    await wiryo.taps("Kirim ke 11 orang")
    await stage.a_moment_passes()
    await wiryo.waits_for("Pengumuman sudah dikirim.")
    assert await received(stage.of(Group.PARTICIPANT)[0], "Pelatihan lusa.") == 1


async def test_a_draft_without_words_is_kept_and_cannot_be_sent(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins(ratna)
    await ratna.taps(COHORT)
    await goes_to(ratna, "Pengumuman")
    await ratna.taps("belum ditulis")
    ratna.sees("⚠️ Belum ada tulisannya.")
    assert not [label for label in ratna.labels() if label.startswith("📤")]
    await ratna.taps("Tulis pengumuman")
    await ratna.says(WORDS)
    ratna.sees(f"📢 {HEAD}{WORDS}")


async def test_what_is_confirmed_is_not_written_anew(stage: Stage) -> None:
    """The button of the draft is still on the screen above."""
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("🕒 Kapan")
    await ratna.says("7 Oktober 2026 pukul 09.30")
    old, data = ratna.button("Tulis ulang")
    await ratna.taps("Kirim ke")
    await ratna.forges(data, old)
    ratna.sees("bukan draf lagi, jadi tidak ada yang diubah.\n\n🕒 Pengumuman · terjadwal")
    assert "✏️ Ubah lagi" in ratna.labels()


async def test_whoever_joins_after_the_yes_is_not_in_the_audience(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await is_a_participant(stage, await registers(await newcomer(stage, "Budi", "+6281234567899"), BUDI))
    ratna = bu_ratna(stage)
    await begins(ratna)
    await ratna.taps("Angkatan IV 2026")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke")
    await is_a_participant(stage, number)
    await stage.a_moment_passes()
    assert await received(siti) == 0


async def test_whoever_leaves_after_the_yes_is_in_it(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    await sends(bu_ratna(stage))
    await stage.writes(_withdrawn, sri.id)
    await stage.a_moment_passes()
    assert await received(sri) == 1


def _withdrawn(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    for enrolment in session.scalars(select(enrolments.Enrolment).filter_by(person_id=person.id)):
        enrolment.status = enrolments.EnrolmentStatus.WITHDRAWN.value


async def test_html_and_ampersands_and_lines_arrive_as_typed(stage: Stage) -> None:
    words = 'Bawa <b>KTP</b> & "ijazah":\n1. R&D <script>\n2. 5 > 3 &amp; 3 < 5'
    ratna = bu_ratna(stage)
    await writes(ratna, words)
    ratna.sees(f"{HEAD}{words}")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone, words) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("x" * 4096, "Tulisan Anda terlalu panjang: 4.096 huruf"), ("😀", "Silakan tulis pengumuman dengan kata-kata.")],
)
async def test_words_that_cannot_go_out_are_asked_again(stage: Stage, typed: str, sentence: str) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna, typed)
    assert sentence in ratna.last()
    assert "Tulis pengumuman untuk" in ratna.last()


async def test_a_double_tap_on_sending_sends_once(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await asyncio.gather(ratna.taps("Kirim ke"), ratna.taps("Kirim ke"))
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1
    assert sum((await outcomes(stage)).values()) == IN_COHORT
