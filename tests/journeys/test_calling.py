"""Calling: the phone list of those whom no message reaches, and what came of each call."""

from datetime import timedelta
from urllib.parse import unquote

import pytest

from records import followups, people
from records.session import Session
from tests.journeys.alumni import first_wave
from tests.journeys.calling import (
    LIST,
    SECOND,
    followups_of,
    has_a_second_contact,
    name_before,
    opens_the_list,
    outcomes,
    person_of,
    with_a_list,
    wrong,
)
from tests.journeys.memory import audit_trail, fingerprint, name_of
from tests.journeys.office import bu_ratna, officers_leave, pak_wiryo
from tests.person import Phone
from tests.stage import Stage


def _links(officer: Phone) -> list[str]:
    newest = officer.bot_messages()[-1]
    return [button["url"] for row in newest["inline_keyboard"] for button in row if button.get("url")]


async def test_on_the_list_are_those_whom_no_message_reached(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.taps("Alumni")
    ratna.button(f"{LIST}: 2")
    await ratna.taps(LIST)
    seen = [name_before(ratna)]
    ratna.sees("Untuk dibacakan")
    ratna.sees("bulan ke-1")
    await ratna.taps("Lewati")
    seen.append(name_before(ratna))
    assert await stage.reads(name_of, sri.id) in " ".join(seen)
    await stage.is_quiet()
    assert await stage.refusals() == []


@pytest.mark.long
async def test_four_calls_in_vain_on_different_days_are_the_end(stage: Stage) -> None:
    await with_a_list(stage, blocked=0)
    ratna = bu_ratna(stage)
    for nth in range(1, 5):
        await opens_the_list(ratna)
        person_id = await person_of(stage, name_before(ratna))
        await ratna.taps("Tidak diangkat")
        ratna.sees(f"ke-{nth} dari 4")
        await opens_the_list(ratna)
        ratna.sees("Sekarang tidak ada yang perlu ditelepon")
        await stage.passes(hours=21)
    await opens_the_list(ratna)
    ratna.sees("Sekarang tidak ada yang perlu ditelepon; semua sudah selesai")
    assert await outcomes(stage, person_id) == ["no_answer"] * 4
    assert (await stage.reads(audit_trail)).count("call.no_answer") == 4


async def test_she_is_to_be_called_again_at_an_hour_at_which_one_phones(stage: Stage) -> None:
    await with_a_list(stage, blocked=0)
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    await ratna.taps("Tidak diangkat")  # twenty hours later it is five in the morning
    ratna.sees("Bisa dicoba lagi mulai Sabtu, 7 November 2026 pukul 08.00")
    await opens_the_list(ratna)
    ratna.sees("mulai Sabtu, 7 November 2026 pukul 08.00")


async def test_a_wrong_number_is_not_offered_again_until_another_is_on_record(stage: Stage) -> None:
    await with_a_list(stage, blocked=0)
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    person_id = await person_of(stage, name_before(ratna))
    await ratna.taps("Nomor salah")
    assert await stage.reads(wrong, person_id)
    await opens_the_list(ratna)
    await ratna.taps("Tanpa nomor: 1")
    await ratna.taps((await stage.reads(people.by_id, person_id)).name)
    await ratna.says("12")
    ratna.sees("0812 3456 7890")
    await ratna.says("0813 1111 2222")
    ratna.sees("+6281311112222 sekarang tercatat")
    await opens_the_list(ratna)
    ratna.sees("+6281311112222")


async def test_an_outcome_can_be_undone_by_whoever_noted_it(stage: Stage) -> None:
    await with_a_list(stage, blocked=0)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_list(ratna)
    person_id = await person_of(stage, name_before(ratna))
    await ratna.taps("Nomor salah")
    _message, undo = ratna.button("Urungkan")
    await wiryo.says("/staf")
    await wiryo.forges(undo)
    assert wiryo.toast() == "Tombol ini sudah tidak berlaku."
    await ratna.taps("Urungkan")
    ratna.sees("Untuk dibacakan")
    assert await outcomes(stage, person_id) == []
    await ratna.forges(undo)
    ratna.sees("sudah tidak bisa diurungkan")


async def test_a_second_contact_hears_nothing_of_her_and_gives_a_new_number(stage: Stage) -> None:
    await with_a_list(stage, blocked=0)
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    person_id = await person_of(stage, name_before(ratna))
    await has_a_second_contact(stage, person_id)
    await opens_the_list(ratna)
    ratna.sees("Budi &lt;b&gt;Santoso&lt;/b&gt; &amp; Anak" if "&lt;" in ratna.last() else SECOND)
    _own, second = (unquote(link) for link in _links(ratna))
    assert SECOND in second
    for told in ("pelatihan", "alumni", "boga", "kerja", "lulus"):
        assert told not in second.casefold().replace("balai latihan kerja", ""), told
    await ratna.taps("Kontak kedua tersambung")
    await ratna.taps("Memberi nomor lain")
    await ratna.says("0813 1111 2222")
    ratna.sees("+6281311112222 sekarang tercatat")
    await ratna.taps("Telepon berikutnya")
    ratna.sees("dapat nomor baru")
    ratna.sees("+6281311112222")
    await ratna.taps("Kontak kedua tersambung")
    await ratna.taps("Akan disampaikan")
    ratna.sees("Kita tunggu kabarnya sampai")
    await ratna.taps("Urungkan")
    await ratna.taps("Kontak kedua tersambung")
    await ratna.taps("Tidak bisa menghubungi juga")
    await ratna.taps("Telepon berikutnya")
    assert not any("kontak kedua" in label for label in ratna.labels())
    assert await outcomes(stage, person_id) == ["new_number", "unhelpful"]


async def test_a_death_ends_everything_and_can_be_taken_back(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    name, ratna = await stage.reads(name_of, sri.id), bu_ratna(stage)
    await opens_the_list(ratna)
    while name not in name_before(ratna):
        await ratna.taps("Lewati")
    person_id = await person_of(stage, name_before(ratna))
    before = await followups_of(stage, person_id)
    assert before == {1: "unreachable", 3: "planned", 6: "planned", 12: "planned"}
    await ratna.taps("Meninggal")
    ratna.sees("meninggal?")
    assert not await stage.reads(people.has_died, person_id)
    await ratna.taps("Ya, sudah meninggal")
    ratna.sees("Turut berduka cita")
    assert await stage.reads(people.has_died, person_id)
    assert set((await followups_of(stage, person_id)).values()) == {"stopped"}
    await ratna.taps("Urungkan")
    assert not await stage.reads(people.has_died, person_id)
    assert await followups_of(stage, person_id) == before


async def test_nothing_is_sent_any_more_to_the_chat_of_somebody_who_has_died(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    while await stage.reads(name_of, sri.id) not in name_before(ratna):
        await ratna.taps("Lewati")
    await ratna.taps("Meninggal")
    await ratna.taps("Ya, sudah meninggal")
    await sri.unblocks()
    await sri.looks()
    heard = len(sri.bot_messages())
    await officers_leave(stage)
    await stage.passes(days=70)
    await sri.looks()
    assert len(sri.bot_messages()) == heard
    await sri.says("/status")
    assert not any("Boleh tanya" in label for label in sri.labels()), "nobody is asked whether the dead may be asked"
    await sri.forges(f"m:askagain:{(await stage.reads(first_wave, sri.id)).id}")
    assert await stage.reads(followups.has_stopped, await stage.reads(person_id_of, sri.id))


def person_id_of(session: Session, chat_id: int) -> int:
    return people.of_chat(session, chat_id)[0].id


async def test_whoever_answers_by_herself_leaves_the_list_and_the_officer_is_told(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    name, ratna = await stage.reads(name_of, sri.id), bu_ratna(stage)
    await opens_the_list(ratna)
    while name not in name_before(ratna):
        await ratna.taps("Lewati")
    _message, no_answer = ratna.button("Tidak diangkat")
    await sri.unblocks()
    await sri.says("/start")
    await stage.a_moment_passes()
    await sri.waits_for("Dalam 7 hari terakhir")
    await sri.taps("Jangan tanya lagi")
    await stage.a_moment_passes()
    await ratna.waits_for("baru saja meminta tidak ditanya lagi")
    await stage.a_moment_passes()
    await ratna.looks()
    assert not any("Untuk dibacakan" in message["text"] for message in ratna.bot_messages())
    await ratna.forges(no_answer)
    ratna.sees("sekarang ditangani petugas lain, atau sudah tidak ada di daftar")


async def test_two_officers_never_call_the_same_person_at_once(stage: Stage) -> None:
    await with_a_list(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_list(ratna)
    await opens_the_list(wiryo)
    assert name_before(ratna) != name_before(wiryo)
    _message, hers = ratna.button("Tidak diangkat")
    await wiryo.forges(hers)
    wiryo.sees("sekarang ditangani petugas lain, atau sudah tidak ada di daftar")
    stage.clock.forward(timedelta(minutes=31))
    await wiryo.taps("Lewati")
    await wiryo.taps("Lewati")
    await wiryo.forges(hers)
    assert await outcomes(stage, await person_of(stage, name_before(ratna))) in (["no_answer"], [])


async def test_what_stands_in_an_officers_buttons_is_nobody_elses(stage: Stage) -> None:
    sri, ani, *_others = await with_a_list(stage)
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    forged = [data for _message, _label, data in ratna.buttons() if data.startswith("m:call")]
    assert len(forged) >= 6
    await ani.says("/menu")
    before = await fingerprint(stage)
    for data in (*forged, "m:call", "m:nonumber", "m:callsheet", "m:callundo:1", "m:phone:1"):
        await ani.forges(data)
        assert ani.toast() == "Tombol ini sudah tidak berlaku.", data
    for argument in ("0", "x", "-1", "9" * 30, "1.2", ""):
        for screen in ("callentry", "callno", "calldiedyes", "callundo", "phone", "callnew"):
            await ratna.forges(f"m:{screen}:{argument}")
    assert await fingerprint(stage) == before
    assert sri.id != ani.id


async def test_the_list_goes_to_a_file_for_an_afternoon_of_calls(stage: Stage) -> None:
    await with_a_list(stage)
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.taps("Alumni")
    await ratna.taps("Yang ditelepon (Excel)")
    await ratna.waits_for("2 orang")
    assert stage.newest_file(ratna).startswith(b"PK")
    assert "calls.exported" in await stage.reads(audit_trail)
