"""Counting: what a registration with its documents costs somebody, from START until all is there."""

import pytest

from tests import papers
from tests.journeys.applicant import newcomer, registers
from tests.person import Phone
from tests.stage import Stage

MOST_INPUTS, MOST_TYPED = 22, 5


async def one_by_one(phone: Phone) -> None:
    await phone.sends_photo(papers.ktp())
    await phone.sends_photo(papers.diploma())


async def together(phone: Phone) -> None:
    """Two in one album, told apart with one tap."""
    await phone.sends_album(papers.ktp(), papers.diploma())
    await phone.waits_for("Mana yang mana?")
    await phone.taps("Foto pertama KTP")


async def one_after_the_refused(phone: Phone) -> None:
    """Even where the first photo is too small."""
    await phone.sends_photo(papers.tiny())
    await one_by_one(phone)


async def at_the_counter(phone: Phone) -> None:
    await phone.taps("Semua saya bawa ke loket")


@pytest.mark.parametrize("way", [one_by_one, together, one_after_the_refused, at_the_counter])
async def test_a_registration_with_its_documents_takes_at_most_22_inputs_and_5_typed(stage: Stage, way: object) -> None:
    assert callable(way)
    siti = await newcomer(stage)
    await registers(siti)
    await siti.taps("📎 Kirim berkas")
    await way(siti)
    await stage.is_quiet()
    await stage.a_moment_passes()
    await siti.waits_for("Berkas Anda lengkap")
    assert siti.acts[0] == "start"
    assert len(siti.acts) <= MOST_INPUTS, siti.acts
    assert siti.acts.count("say") <= MOST_TYPED, "typed"
    assert set(siti.acts) <= {"start", "tap", "say", "contact", "photo", "album"}
