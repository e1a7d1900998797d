"""Writing announcements: formatting, fields and templates, seen before as they will arrive."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from conversations.announcing.writing.templates import TEMPLATES
from records import enrolments, people
from records.campaigns import Campaign
from records.demonstration import Group
from records.enrolments import Enrolment
from records.session import Session
from tests.journeys.announcing import COHORT, LARGE, begins, outcomes, writes
from tests.journeys.composing import drafts, formatted, newest, sends
from tests.journeys.office import bu_ratna
from tests.stage import Stage

NAME = "Sri <b> & R&D {nomor} *x*"


def _joins(session: Session, chat_id: int, beside: int, now: datetime) -> str:
    """Somebody who never registered here is put into the class of another; her name."""
    (person,), (other,) = people.of_chat(session, chat_id), people.of_chat(session, beside)
    (enrolment,) = session.scalars(select(Enrolment).filter_by(person_id=other.id))
    enrolments.enrol(session, person.id, enrolment.class_id, None, now)
    return person.name


def _broken(session: Session, words: str) -> None:
    session.execute(update(Campaign).values(words=words))


def _named(session: Session, chat_id: int, name: str) -> None:
    (person,) = people.of_chat(session, chat_id)
    person.name = name


async def test_an_officer_sees_it_as_siti_will_sends_it_to_herself_and_names_arrive_as_they_are(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    await stage.writes(_named, sri.id, NAME)
    ratna = bu_ratna(stage)
    await begins(ratna)
    await ratna.taps(COHORT)
    await ratna.writes("<b>Halo</b> {nama}, *{kelas}* & _semua_: &lt;b&gt; 5 * 3")
    ratna.sees("Halo {nama}, {kelas} & semua: <b> 5 * 3")
    assert ("bold", "{kelas}") in formatted(newest(ratna))
    await ratna.taps("Lihat seperti penerima")
    await ratna.waits_for(f"Ini yang akan dibaca {NAME} (contoh 1 dari 5)")
    shown = ratna.bot_messages()[-2]
    assert shown["protect"]
    await ratna.taps("Berikutnya")
    await ratna.waits_for("contoh 2 dari 5")
    await ratna.taps("Kirim ke saya dahulu")
    await ratna.waits_for("Begini pesannya sampai")
    assert "Halo Bu Ratna (contoh)" in ratna.bot_messages()[-2]["text"]
    await ratna.taps("Ke draf")
    await sends(stage, ratna)
    got = newest(sri)
    assert got["text"].startswith(f"📢 Pengumuman\n\nHalo {NAME}, ")
    assert got["text"].endswith(" & semua: <b> 5 * 3")
    assert formatted(got)[:2] == [("bold", "Pengumuman"), ("bold", "Halo")]
    assert formatted(got)[-1] == ("italic", "semua")
    assert (got["text"], got["entities"]) == (shown["text"], shown["entities"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Halo {namaa}, besok libur.", "Isian {namaa} tidak ada. Maksud Anda {nama}?"),
        ("Besok *libur untuk semua.", "Di “*libur untuk semua.” tanda * dibuka, tetapi belum ditutup."),
        ("*tebal _miring* x_", "tanda * ditutup sebelum tanda _ di dalamnya"),
    ],
)
async def test_what_is_wrong_is_named_cannot_be_confirmed_and_is_mended_in_place(
    stage: Stage, typed: str, sentence: str
) -> None:
    ratna = await drafts(stage, typed)
    assert sentence in ratna.last()
    assert "Tulisan Anda tidak hilang" in ratna.last()
    assert not any("Kirim ke" in label for label in ratna.labels())
    mine = next(message for message in reversed(ratna.messages()) if message["from"] == "person")
    await ratna.edits(mine["id"], "Halo {nama}, besok *libur*.")
    ratna.sees("Halo {nama}, besok libur.")
    assert "📤 Kirim ke 11 orang" in ratna.labels()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Halo {namaa}", "Isian {namaa} tidak ada."),
        ("<b>Halo", "Format tulisannya rusak."),
        ("x" * 5000, "terlalu panjang"),
    ],
)
async def test_words_that_broke_in_the_records_are_not_sent(stage: Stage, words: str, sentence: str) -> None:
    ratna = await drafts(stage)
    await stage.writes(_broken, words)
    await ratna.taps("Kirim ke")
    ratna.sees(f"⚠️ {sentence}" if sentence[0].isupper() else sentence)
    await stage.a_moment_passes()
    assert await outcomes(stage) == {}


async def test_each_template_is_shown_whole_and_sent_once_its_day_is_known(stage: Stage) -> None:
    ratna = await drafts(stage)
    for template in TEMPLATES:
        await ratna.taps("Contoh tulisan")
        label = next(label for _id, label, _data in ratna.buttons() if label[:1] == template.label.msgid[:1])
        await ratna.taps(label)
        await ratna.taps("Pakai ini")
        ratna.sees("Isian {tanggal} memerlukan tanggal: ketuk “📅 Tanggal”.")
        assert not any("Kirim ke" in label for label in ratna.labels())
    day = stage.clock.now().date() + timedelta(days=3)
    await ratna.taps("📅 Tanggal")
    await ratna.says(f"{day.day}-{day.month}-{day.year}")
    sri = (await sends(stage, ratna))[0]
    assert newest(sri)["text"].startswith("📢 Pengumuman\n\nLowongan kerja untuk alumni\n\nHalo ")
    assert f"sampai {day.day} " in newest(sri)["text"]
    assert "{" not in newest(sri)["text"]


async def test_who_has_no_number_is_told_before_and_counted_after(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    alumna, sri = stage.of(Group.ALUMNI)[0], stage.of(Group.PARTICIPANT)[0]
    name = await stage.writes(_joins, alumna.id, sri.id, stage.clock.now())
    await writes(ratna, "Nomor Anda {nomor}.")
    ratna.sees("⚠️ 1 orang tidak punya {nomor} dan tidak akan menerimanya.")
    await ratna.taps("Lihat seperti penerima")
    await ratna.waits_for(f"⚠️ 1 orang tidak punya {{nomor}} dan tidak akan menerimanya: {name}")
    await ratna.taps("Ke draf")
    await ratna.taps("Kirim ke 11 orang")
    await ratna.taps("Ya, tetap kirim")
    ratna.sees("dikirim ke 11 orang sekarang")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": 11, "skipped": 1, "blocked": 1}


async def test_a_field_that_nobody_has_keeps_it_from_going_out(stage: Stage) -> None:
    """Those of 2019 came from a list and never registered here."""
    ratna = bu_ratna(stage)
    await writes(ratna, "Nomor Anda {nomor}.", LARGE)
    ratna.sees("⚠️ Tidak seorang pun di antara penerima punya {nomor}.")
    assert not any("Kirim ke" in label for label in ratna.labels())
