"""Moving: a lost account is disconnected after a check, and what was being asked goes on in the new one."""

from records import people
from records.session import Session
from tests.journeys.calling import followups_of, with_a_list
from tests.journeys.memory import name_of, trail
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage

Q1 = "Dalam 7 hari terakhir, apa kegiatan utama Anda?"


async def _disconnects(stage: Stage, phone: Phone, why: str) -> str:
    """Bu Ratna, after a check; the token of the QR."""
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.forges(f"m:person:{await stage.reads(_person, phone.id)}")
    await ratna.taps("Putuskan Telegramnya")
    await ratna.taps(why)
    ratna.sees("Pengakuan saja tidak cukup")
    await ratna.taps("Saya sudah melihat KTP-nya")
    await ratna.taps("(QR)")
    newest = ratna.bot_messages()[-1]
    return str(newest["text"]).partition("t_")[2][:10]


def _person(session: Session, chat_id: int) -> int:
    return people.of_chat(session, chat_id)[0].id


async def test_an_open_follow_up_goes_on_in_the_new_account_where_she_had_stopped(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage, blocked=0)
    name = await stage.reads(name_of, sri.id)
    await sri.looks()
    await sri.taps("Usaha/jualan sendiri")
    token = await _disconnects(stage, sri, "ganti akun")
    await stage.a_moment_passes()
    await sri.waits_for("memutuskan data")
    new = await stage.person("Sri Baru")
    await new.starts(f"t_{token}")
    new.sees(name)
    await new.waits_for("Punya pekerja")
    assert await new.heard(Q1) == 0
    asked = await sri.heard(Q1)
    await stage.passes(days=8)
    assert await sri.heard(Q1) == asked
    assert any(action == "person.unlinked" and "ktp" in matter for action, matter in await stage.reads(trail))
    assert await stage.refusals() == []


async def test_what_had_reached_somebody_else_is_asked_in_her_own_account(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage, blocked=0)
    person_id = await stage.reads(_person, sri.id)
    await sri.looks()
    await sri.taps("Bukan saya")
    await sri.taps("Ya, saya orang lain")
    assert (await followups_of(stage, person_id))[1] == "misdirected"
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.forges(f"m:handover:{person_id}")
    token = str(ratna.bot_messages()[-1]["text"]).partition("t_")[2][:10]
    new = await stage.person("Sri Asli")
    await new.starts(f"t_{token}")
    await new.waits_for(Q1)
    await new.taps("Kerja digaji")


async def test_a_job_seeker_cannot_disconnect_anybody(stage: Stage) -> None:
    sri, ani, *_others = await with_a_list(stage, blocked=0)
    person_id = await stage.reads(_person, sri.id)
    await ani.says("/menu")
    for data in (f"m:unlink:{person_id}", f"m:unlinkyes:{person_id}.lost.ktp", f"m:worklife:{person_id}"):
        await ani.forges(data)
        assert ani.toast() == "Tombol ini sudah tidak berlaku."
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    for data in (f"m:unlinkyes:{person_id}", f"m:unlinkyes:{person_id}.lost.word", f"m:unlinkyes:{person_id}.x.ktp"):
        await ratna.forges(data)
        assert ratna.toast() == "Tombol ini sudah tidak berlaku."
    assert await stage.reads(_person, sri.id) == person_id
