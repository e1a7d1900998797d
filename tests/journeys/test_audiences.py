"""Audiences: an officer mixes groups by taps, leaves some out, sees how many and who, and keeps the mix for later."""

import asyncio

from sqlalchemy import select

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.deliveries import Delivery, DeliveryKind
from records.demonstration import Group
from records.enrolments import Enrolment
from records.people import Person
from records.programmes import Programme
from records.session import Session
from tests.journeys.announcing import WORDS, received
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.journeys.recipients import adds, begins_for_nobody, chooses, leaves_out, newest, size
from tests.journeys.replies import STALE
from tests.journeys.test_announcement_answers import announces
from tests.journeys.test_wishes import wishes_for
from tests.person import Phone
from tests.stage import Stage

SECOND, THIRD, NOW = "Angkatan II 2019", "Angkatan III 2019", "Angkatan III 2026"


def _of_2019_but_the_designers(session: Session) -> set[int]:
    """Everybody of both cohorts but for a class of the third, looked at one by one."""
    rows = session.execute(
        select(Enrolment.person_id, Cohort.name, Programme.name)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
    ).all()
    designers = {who for who, cohort, trade in rows if THIRD in cohort and trade == "Desain grafis"}
    return {who for who, cohort, _trade in rows if "2019" in cohort} - designers


def _named(session: Session, person_id: int) -> str:
    return session.get_one(Person, person_id).name


async def test_two_groups_that_overlap_less_a_class_and_a_person(stage: Stage) -> None:
    expected = await stage.reads(_of_2019_but_the_designers)
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    ratna.sees("Belum ada penerima. Tambahkan kelompok")
    await adds(ratna, ("Angkatan", THIRD))
    await adds(ratna, ("Tahun", "2019"), ("Status", "Lulus pelatihan"))
    await leaves_out(ratna, ("Angkatan", THIRD), ("Kelas", "Desain grafis"))
    ratna.sees(
        f"1. {THIRD} (data contoh)\n2. 2019 · lulus pelatihan\nKecuali:\n3. {THIRD} (data contoh) · Desain grafis"
    )
    ratna.sees(f"{len(expected)} orang, ")
    first = min(expected)
    await ratna.taps("🚫 Kecuali orang")
    name = await stage.reads(_named, first)
    await ratna.taps(name)
    assert f"🚫 {name}" in ratna.labels()
    await ratna.taps("⬅️ Penerima")
    ratna.sees("• 1 orang satu per satu")
    ratna.sees(f"{len(expected) - 1} orang, ")
    assert await size(stage) == len(expected) - 1
    names = {await stage.reads(_named, who) for who in expected}
    for _turn in range(3):
        shown = {line[2:] for line in ratna.last().split("Di antaranya:\n")[1].splitlines()}
        assert shown
        assert shown <= names
        names -= shown  # others each time
        await ratna.taps("👀 Nama lain")
    assert ratna.bot_messages()[-1]["protect"]


async def test_somebody_is_looked_for_by_a_part_of_her_name_and_left_out(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", NOW))
    await ratna.taps("🚫 Kecuali orang")
    await ratna.taps("🔎 Cari orang")
    await ratna.says("sekarJAGAT")
    ratna.sees("🚫 Lestari Sekarjagat tidak akan menerima.")
    ratna.sees("11 orang, 10 dengan chat Telegram")
    await ratna.taps("🔎 Cari orang")
    await ratna.says("Khusnul")
    ratna.sees("Beberapa penerima cocok.")
    await ratna.taps("Khusnul Maulida")
    ratna.sees("10 orang, 9 dengan chat Telegram")
    await ratna.taps("🔎 Cari orang")
    await ratna.says("Budi dari kota lain")
    ratna.sees("Tidak ada penerima yang cocok dengan “Budi dari kota lain”.")
    await ratna.taps("🔎 Cari orang")
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    assert "👥 Penerima" in ratna.labels()
    await ratna.taps("👥 Penerima")
    await ratna.taps("🚫 Kecuali orang")
    await ratna.taps("↩️ Masukkan lagi semuanya (2)")
    ratna.sees("12 orang, 11 dengan chat Telegram")


async def test_a_saved_mix_is_used_in_another_draft_renamed_and_deleted(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", NOW))
    await ratna.taps("💾 Simpan")
    ratna.sees("Disimpan dengan nama apa?")
    await ratna.says("Angkatan berjalan")
    ratna.sees("💾 Disimpan sebagai “Angkatan berjalan”.")

    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", THIRD))
    await ratna.taps("📂 Tersimpan")
    await ratna.taps("Angkatan berjalan")
    ratna.sees("Tambahkan yang ini, atau ganti semuanya?")
    await ratna.taps("➕ Tambahkan")
    ratna.sees(f"1. {THIRD} (data contoh)\n2. {NOW} (data contoh)")
    ratna.sees("111 orang")
    await ratna.taps("📂 Tersimpan")
    await ratna.taps("Angkatan berjalan")
    await ratna.taps("🔁 Ganti semua")
    ratna.sees(f"1. {NOW} (data contoh)")
    ratna.sees("12 orang, 11 dengan chat Telegram")

    await ratna.taps("💾 Simpan")
    await ratna.says("angkatan BERJALAN")
    ratna.sees("“angkatan BERJALAN” sudah dipakai.")
    await ratna.says("Kembaran")
    await ratna.taps("📂 Tersimpan")
    await ratna.taps("Ganti nama atau hapus")
    await ratna.taps("Kembaran")
    await ratna.taps("Ganti nama")
    await ratna.says("Dua belas orang")
    ratna.sees("📂 Dua belas orang")
    await ratna.taps("🗑 Hapus")
    await ratna.taps("Ya, hapus")
    ratna.sees("Penerima tersimpan sudah dihapus.")
    assert "Dua belas orang" not in ratna.labels()
    assert "Angkatan berjalan" in ratna.labels()


async def test_whoever_wishes_without_being_known_gets_it_once(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Setir mobil")
    await siti.taps("Operator mesin bubut")
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await ratna.taps("➕ Kelompok")
    await chooses(ratna, "Menunggu", "Setir mobil", "Operator mesin bubut")
    await leaves_out_everybody_known(ratna)
    ratna.sees("• chat yang minta dikabari")
    await ratna.taps("⬅️ Pengumuman ini")
    await ratna.taps("Tulis")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    assert await received(siti) == 1
    campaign, _audience = await newest(stage)
    assert f"announcement:{campaign}:chat:{siti.id}" in await stage.reads(_keys)


async def leaves_out_everybody_known(officer: Phone) -> None:
    """Of the group whose page is open: its page, then that of the recipients."""
    await officer.taps("⬅️ Penerima")
    await leaves_out(officer, ("Tahun", "2026"))


def _keys(session: Session) -> list[str]:
    return list(session.scalars(select(Delivery.key).where(Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)))


async def test_those_who_have_not_answered_an_earlier_announcement_are_a_group(stage: Stage) -> None:
    ratna = await announces(stage, "Hadir / Tidak hadir")
    sri = stage.of(Group.PARTICIPANT)[0]
    await sri.looks()
    await sri.taps("Hadir")
    await begins_for_nobody(ratna)
    await ratna.taps("➕ Kelompok")
    await chooses(ratna, "Jawaban", "Belum menjawab: Pelatihan besok")
    ratna.sees("10 orang, 10 dengan chat Telegram")
    await chooses(ratna, "Jawaban", "Tidak hadir: Pelatihan besok")
    ratna.sees("10 orang, 10 dengan chat Telegram")
    await chooses(ratna, "Jawaban", "Hadir: Pelatihan besok")
    ratna.sees("11 orang, 11 dengan chat Telegram")


async def test_where_nobody_is_left_nothing_can_be_sent(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", NOW))
    await leaves_out(ratna, ("Angkatan", NOW))
    ratna.sees("Belum ada orang yang cocok.")
    await ratna.taps("⬅️ Pengumuman ini")
    assert not [label for label in ratna.labels() if "Kirim" in label]
    await ratna.taps("👥 Penerima")
    await ratna.taps("🗑 2")
    ratna.sees("12 orang, 11 dengan chat Telegram")
    await ratna.taps("🗑 1")
    ratna.sees("Belum ada penerima.")


FORGED = (
    "m:audience:", "m:audience:0", "m:audience:{other}", "m:audience:{draft}.-1", "m:audience:{draft}.x",
    "m:group:{draft}", "m:group:{draft}.g9", "m:group:{draft}.y0", "m:group:{draft}.g0.c.0", "m:group:{draft}.g０",
    "m:groupof:{draft}.g0.c.0.+999", "m:groupof:{draft}.g0.c.0.+abc", "m:groupof:{draft}.g0.q.0",
    "m:groupof:{draft}.g0.s.0.+raja", "m:groupof:{draft}.g0.d.0.+33.99", "m:groupof:{draft}.g0.r.0.+1.yes",
    "m:groupof:{draft}.g0.y.0.+99999999999999999999", "m:groupdrop:{draft}.g5", "m:groupdrop:{draft}",
    "m:audskip:{draft}.0.+999999", "m:audskip:{draft}.0.+all", "m:audskip:{draft}.0.*1", "m:audskip:{draft}.x",
    "m:auduse:{draft}.99", "m:auduse:{draft}", "m:savedaud:99", "m:audforget:99.yes", "m:audiences:-1",
)  # fmt: skip


async def test_forged_buttons_change_nothing(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", NOW))
    draft, kept = await newest(stage)
    for forged in FORGED:
        await ratna.forges(forged.format(draft=draft, other=draft + 1))
        assert ratna.toast() == STALE, forged
        assert await newest(stage) == (draft, kept), forged
    sri = stage.of(Group.PARTICIPANT)[0]
    await sri.starts()
    await sri.forges(f"m:groupdrop:{draft}.g0")
    assert (await newest(stage))[1] == kept, "she is no officer"


async def test_what_is_confirmed_keeps_its_recipients(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", NOW))
    draft, kept = await newest(stage)
    await ratna.taps("⬅️ Pengumuman ini")
    await ratna.taps("Tulis")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke 11 orang")
    for late in ("m:audience:{0}", "m:groupdrop:{0}.g0", "m:groupof:{0}.g1.y.0.+2019", "m:audskip:{0}.0.-all"):
        await ratna.forges(late.format(draft))
        assert ratna.toast() == STALE, late
    assert await newest(stage) == (draft, kept)


async def test_two_officers_at_one_draft_do_not_hit_each_others_groups(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await begins_for_nobody(ratna)
    await adds(ratna, ("Angkatan", SECOND))
    await adds(ratna, ("Angkatan", THIRD))
    await ratna.taps("✏️ 2")
    await ratna.taps("Status")
    draft, _kept = await newest(stage)
    await goes_to(wiryo, "Pengumuman")
    await wiryo.taps("belum ditulis")
    await wiryo.taps("👥 Penerima")
    await wiryo.taps("🗑 1")
    await asyncio.gather(ratna.taps("Lulus pelatihan"), ratna.taps("Lulus pelatihan"))
    await ratna.taps("⬅️ Penerima")
    ratna.sees(f"1. {THIRD} (data contoh) · lulus pelatihan")
    ratna.sees_not(SECOND)
    assert (await newest(stage))[0] == draft
