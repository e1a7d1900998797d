"""Forged buttons: whatever their data say, nothing happens, and the tap is answered."""

from records import talks
from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.memory import answers_of, fingerprint
from tests.journeys.replies import STALE
from tests.stage import Stage

FORGED_WITH_A_TALK = (
    "{talk}:kecamatan:33.75.99",
    "{talk}:kecamatan:",
    "{talk}:kecamatan:!",
    "{talk}:kelurahan:1002",
    "{talk}:name:Budi",
    "{talk}:nik:3375015708999901",
    "{talk}:phone:+6281234567890",
    "{talk}:.:submit",
    "{talk}:.:surely",
    "{talk}:.:pick",
    "{talk}:.:delete",
    "{talk}:~:name",
    "{talk}:",
    "{talk}",
    "{other}:kecamatan:33.75.03",
    "{other}:.:cancel",
    "-{talk}:kecamatan:33.75.03",
    "0{talk}:kecamatan:33.75.03",
)
FORGED = (
    "m:",
    "m:tidakada",
    "m:approve:1",
    "m:class:",
    "m:class:-1",
    "m:class:99999999999999999999",
    "m:class:１",
    "m:register:abc",
    "",
    ":",
    "::::",
    "x" * 64,
    "😀",
    "'; DROP TABLE people; --",
    "<b>",
)


async def test_forged_buttons_do_nothing_and_are_answered(stage: Stage) -> None:
    wulan = await newcomer(stage, "Wulan", "+6281234567899")
    await fills_in(wulan, until="kecamatan")
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    hers, others = await stage.reads(talks.open_of, siti.id), await stage.reads(talks.open_of, wulan.id)
    assert hers is not None
    assert others is not None
    kept = await answers_of(stage, siti)
    for forged in (*FORGED_WITH_A_TALK, *FORGED):
        await siti.forges(forged.format(talk=hers.id, other=others.id))
        assert siti.toast() == STALE, forged
        assert "Di kecamatan mana" in siti.last(), forged
        assert await answers_of(stage, siti) == kept, forged
    assert await answers_of(stage, wulan) == kept
    await answers(siti, since="kecamatan")
    siti.sees("Nomor pendaftaran")


async def test_forged_buttons_outside_a_form_do_nothing_and_are_answered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    before = await fingerprint(stage)
    for forged in (*FORGED_WITH_A_TALK, *FORGED):
        await siti.forges(forged.format(talk=1, other=2))
        assert siti.toast() == STALE, forged
    assert await fingerprint(stage) == before
