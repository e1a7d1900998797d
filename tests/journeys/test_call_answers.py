"""A call that answers: the same questions on her behalf, and what her work history then shows."""

from sqlalchemy import select

from records.session import Session
from records.talks import TalkRow, TalkState
from tests.journeys.alumni import told
from tests.journeys.calling import followups_of, name_before, opens_the_list, person_of, with_a_list
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna, weeks_pass
from tests.person import Phone
from tests.stage import Stage

Q1 = "Dalam 7 hari terakhir, apa kegiatan utama Anda?"


async def _calls(stage: Stage, whom: Phone) -> int:
    """Bu Ratna has this person before her, who answers."""
    ratna = bu_ratna(stage)
    await opens_the_list(ratna)
    while await stage.reads(name_of, whom.id) not in name_before(ratna):
        await ratna.taps("Lewati")
    person_id = await person_of(stage, name_before(ratna))
    await ratna.taps("✅ Menjawab")
    return person_id


async def _finishes(phone: Phone, last_word: str) -> None:
    """Whatever else is asked is skipped, or answered by the first button."""
    for _question in range(6):
        if last_word in phone.last():
            return
        labels = phone.labels()
        await phone.taps(next((label for label in labels if "Lewati" in label), labels[0]))
    phone.sees(last_word)


async def test_an_officer_asks_the_same_questions_and_writes_the_same_records(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    ratna = bu_ratna(stage)
    person_id = await _calls(stage, sri)
    ratna.sees("Apakah saya berbicara dengan")
    ratna.sees(Q1)
    assert not any("Jangan tanya lagi" in label for label in ratna.labels())
    for label in ("Kerja digaji", "Ya, tetap", "Saat pelatihan", "Sesuai"):
        await ratna.taps(label)
    await _finishes(ratna, "sudah dicatat untuk bulan")
    (record,) = await told(stage, sri)
    assert (record.source, record.status, record.complete, record.latest) == ("staff call", "working", True, True)
    assert record.staff_id is not None
    assert (await followups_of(stage, person_id))[1] == "answered"
    await sri.unblocks()
    await weeks_pass(stage, 20)
    assert await sri.heard(Q1) == 0


async def test_a_call_begins_with_what_she_had_answered_and_ends_her_own_talk(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage, blocked=0)
    await sri.looks()
    await sri.taps("Usaha/jualan sendiri")
    await weeks_pass(stage, 15)
    ratna = bu_ratna(stage)
    await _calls(stage, sri)
    ratna.sees_not(Q1)
    for label in ("Tidak", "Saat pelatihan", "Sesuai"):
        await ratna.taps(label)
    await _finishes(ratna, "sudah dicatat untuk bulan")
    own, called = await told(stage, sri)
    assert (own.source, own.latest, own.complete) == ("self", False, False)
    assert (called.source, called.latest, called.activity) == ("staff call", True, "usaha")
    assert TalkState.EXPIRED.value in await stage.reads(_states, sri.id)
    await sri.looks()
    heard = len(sri.bot_messages())
    await weeks_pass(stage, 20)
    await sri.looks()
    assert len(sri.bot_messages()) == heard


def _states(session: Session, chat_id: int) -> list[str]:
    return list(session.scalars(select(TalkRow.state).where(TalkRow.actor_chat == chat_id)))


async def test_a_correction_is_a_new_entry_and_the_old_one_stays_visible(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage)
    ratna = bu_ratna(stage)
    person_id = await _calls(stage, sri)
    await ratna.taps("Cari kerja")
    for label in ("Tidak", "Tidak", "Ya, mencari"):
        await ratna.taps(label)
    await _finishes(ratna, "sudah dicatat untuk bulan")
    await ratna.says("/staf")
    await ratna.forges(f"m:worklife:{person_id}")
    ratna.sees("mencari kerja")
    await ratna.taps("Koreksi atau konfirmasi bulan ke-1")
    await ratna.taps("Tempat kerjanya")
    await ratna.says("Juragan <b>A</b> menelepon: sudah mulai kerja.")
    for label in ("Kerja digaji", "Ya, tetap", "Saat pelatihan", "Sesuai"):
        await ratna.taps(label)
    await _finishes(ratna, "Tercatat untuk")
    await ratna.taps("Riwayat kerja")
    ratna.sees("dikonfirmasi tempat kerjanya")
    ratna.sees("kemudian dikoreksi")
    ratna.sees("Juragan <b>A</b> menelepon")
    first, second = await told(stage, sri)
    assert [(one.source, one.status, one.latest) for one in (first, second)] == [
        ("staff call", "unemployed", False),
        ("employer", "working", True),
    ]
    assert await stage.refusals() == []


async def test_she_brings_her_own_status_up_to_date(stage: Stage) -> None:
    sri, *_others = await with_a_list(stage, blocked=0)
    await sri.looks()
    for label in ("Cari kerja", "Tidak", "Tidak", "Ya, mencari"):
        await sri.taps(label)
    await sri.says("/status")
    await sri.taps("Perbarui status kerja")
    for label in ("Kerja digaji", "Ya, tetap", "Saat pelatihan", "Sesuai"):
        await sri.taps(label)
    await _finishes(sri, "sudah diperbarui")
    first, second = await told(stage, sri)
    assert (first.latest, second.latest, second.status, second.source) == (False, True, "working", "self")
