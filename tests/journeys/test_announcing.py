"""Announcing: an officer writes to a cohort, sees what will be read and by whom, and says yes."""

import asyncio

import pytest
from sqlalchemy import select

from records import enrolments, people
from records.demonstration import Group
from records.session import Session
from tests.journeys.announcing import HEAD, IN_COHORT, WORDS, outcomes, received, sends, writes
from tests.journeys.applicant import BUDI, newcomer, registers
from tests.journeys.office import bu_ratna, goes_to
from tests.stage import Stage
from tests.walking import is_a_participant


async def test_an_officer_sees_what_will_be_read_and_by_how_many(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pengumuman ke angkatan")
    ratna.sees("Untuk angkatan mana?")
    await ratna.taps("Angkatan III 2026 (data contoh) · 12 orang")
    ratna.sees("Tulis pengumuman untuk Angkatan III 2026 (data contoh) (12 orang) dalam satu pesan.")
    await ratna.says(WORDS)
    ratna.sees("akan dibaca 11 orang dari Angkatan III 2026 (data contoh) (1 orang lagi")
    ratna.sees(f"{HEAD}{WORDS}\n\nAkan dikirim sekarang. Lanjutkan?")
    assert "📤 Kirim ke 11 orang" in ratna.labels()
    await stage.a_moment_passes()
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 0


async def test_the_words_may_be_changed_before_they_go_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna, "Pelatihan lusa.")
    await ratna.taps("Ubah tulisannya")
    ratna.sees("Tulis pengumuman untuk")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke 11 orang")
    ratna.sees("Baik, pengumuman dikirim ke 11 orang sekarang.")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1
        assert "lusa" not in phone.last()


async def test_an_announcement_may_be_given_up(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    ratna.sees("sudah dibatalkan.")
    assert ratna.labels() == ["🗂 Menu petugas", "🏠 Menu"]
    await stage.a_moment_passes()
    assert await outcomes(stage) == {}


async def test_whoever_joins_after_the_yes_is_not_in_the_audience(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await is_a_participant(stage, await registers(await newcomer(stage, "Budi", "+6281234567899"), BUDI))
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pengumuman ke angkatan")
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
    ratna.sees(f"{HEAD}{words}\n\nAkan dikirim sekarang. Lanjutkan?")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone, words) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("x" * 4000, "Tulisan Anda terlalu panjang: 4.000 huruf."), ("😀", "Silakan tulis pengumuman dengan kata-kata.")],
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
