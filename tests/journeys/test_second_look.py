"""A second look: what goes to many is seen by another officer first, and what waits can still be changed."""

from datetime import timedelta

from sqlalchemy import update

from records.audiences import Audience
from records.campaigns import Campaign
from records.demonstration import Group
from records.enrolments import Enrolment, EnrolmentStatus
from records.session import Session
from tests.journeys.announcing import LARGE, WORDS, alone, leaves, received, sends, sends_to_many, together, writes
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage

PARTICIPANT = Group.PARTICIPANT


async def test_another_officer_sees_it_as_recipients_do_and_approves(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await sends(ratna, cohort=LARGE)
    ratna.sees("Penerimanya lebih dari 100 orang, jadi petugas kedua melihatnya dulu.")
    await stage.a_moment_passes()
    await wiryo.waits_for("mohon dilihat")
    wiryo.sees("128 orang")
    wiryo.sees("Contohnya: ")
    wiryo.sees(f"Ini yang akan mereka baca:\n\n📢 Pengumuman\n\n{WORDS}")
    assert await ratna.heard("mohon dilihat") == 0
    await ratna.taps("Menu petugas")
    await ratna.forges(wiryo.button("✅ Setujui")[1])
    ratna.sees("menunggu petugas kedua")
    ratna.sees("sudah diputuskan orang lain")
    await wiryo.taps("✅ Setujui")
    await stage.a_moment_passes()
    await ratna.waits_for("menyetujui pengumuman Anda")
    await ratna.waits_for("128 dari 128")


async def test_what_was_changed_since_she_saw_it_is_not_approved_unread(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await sends(ratna, cohort=LARGE)
    await stage.a_moment_passes()
    await wiryo.waits_for("mohon dilihat")
    old, _data = wiryo.button("✅ Setujui")
    await ratna.forges("m:annreopen:1")
    await ratna.taps("Tulis ulang")
    await ratna.says("Pelatihan batal.")
    await ratna.taps("Kirim ke")
    await wiryo.taps_on(old, "✅ Setujui")
    wiryo.sees("Ada yang mengubahnya sejak Anda melihatnya.")
    wiryo.sees("Pelatihan batal.")
    await stage.a_moment_passes()
    assert await received(stage.of(Group.ALUMNI)[0], "Pelatihan batal.") == 0
    await wiryo.looks()
    audience = await stage.writes(_for, Audience())
    await wiryo.taps("✅ Setujui")
    wiryo.sees("Ada yang mengubahnya")
    await wiryo.taps("✅ Setujui")
    wiryo.sees("Belum bisa dikirim. Belum ada penerima yang punya chat Telegram dengan kami.")
    await stage.writes(_for, audience)
    await wiryo.forges("m:campaign:1")
    await wiryo.taps("✅ Setujui")
    wiryo.sees("Disetujui: ")


def _for(session: Session, audience: Audience) -> Audience:
    """Other recipients than those it had."""
    campaign = session.get_one(Campaign, 1)
    before, campaign.audience = campaign.people, audience.to_json()
    return before


async def test_a_refusal_is_read_with_its_reason_and_the_draft_goes_on(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await sends(ratna, cohort=LARGE)
    await stage.a_moment_passes()
    await wiryo.looks()
    await wiryo.taps("⛔ Tolak")
    await wiryo.says("Harinya keliru, kelas mulai Senin.")
    await stage.a_moment_passes()
    await ratna.waits_for("belum menyetujui pengumuman Anda: Harinya keliru, kelas mulai Senin.")
    await ratna.taps("Lihat pengumuman")
    ratna.sees("⛔ Tidak disetujui: Harinya keliru, kelas mulai Senin.")
    await wiryo.forges("m:annapprove:1.")
    wiryo.sees("sudah diputuskan orang lain")
    stage.clock.forward(timedelta(minutes=1))
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await wiryo.waits_for("mohon dilihat")
    await wiryo.taps("✏️ Ubah lagi")
    await stage.a_moment_passes()
    await ratna.waits_for("sedang mengubah pengumuman Anda")
    assert await ratna.heard("menyetujui pengumuman Anda") == 0


async def test_alone_in_her_office_she_says_so_twice(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(alone, ratna.id)
    await sends(ratna, cohort=LARGE)
    ratna.sees("hanya Anda petugas yang boleh mengumumkan")
    await ratna.taps("Ya, tetap kirim")
    ratna.sees("Baik, pengumuman dikirim ke")


async def test_a_correction_for_many_is_seen_by_another_officer_too(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna, wiryo, sri = await sends_to_many(stage), pak_wiryo(stage), stage.of(Group.ALUMNI)[0]
    await stage.writes(together)
    await stage.a_moment_passes()
    await ratna.forges("m:anncorrect:1")
    await ratna.says("Pelatihan batal.")
    await ratna.taps("Ya, perbaiki")
    ratna.sees("petugas kedua melihatnya dulu")
    await ratna.forges("m:annreword:1.yes")
    ratna.sees("Perbaikan · menunggu petugas kedua")
    await stage.a_moment_passes()
    await wiryo.waits_for("Perbaikan · mohon dilihat")
    wiryo.sees("📢 Pengumuman\n\nPelatihan batal.")
    await wiryo.taps("⛔ Tolak")
    await stage.a_moment_passes()
    await ratna.waits_for("belum menyetujui perbaikan Anda")
    assert await received(sri) == 1
    await ratna.forges("m:anncorrect:1")
    await ratna.says("Pelatihan lusa.")
    await ratna.taps("Ya, perbaiki")
    await stage.a_moment_passes()
    await wiryo.waits_for("Pelatihan lusa.")
    await wiryo.taps("✅ Setujui")
    await stage.a_moment_passes()
    await ratna.waits_for("menyetujui perbaikan Anda")
    assert await received(sri) == 0
    assert await sri.heard("Pelatihan lusa.\n\n✏️ diperbaiki") == 1
    await wiryo.forges("m:annreword:1.yes")
    wiryo.sees("Perbaikan ini tidak menunggu lagi")


async def scheduled(stage: Stage) -> Phone:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("🕒 Kapan")
    await ratna.says("kemarin")
    ratna.sees("Mohon tulis tanggal dan jam")
    await ratna.says("7 Oktober 2026 pukul 09.30")
    ratna.sees("Rabu, 7 Oktober 2026 pukul 09.30")
    await ratna.taps("Kirim ke")
    ratna.sees("dikirim ke 11 orang pada Rabu, 7 Oktober 2026 pukul 09.30 WIB. Sampai saat itu masih bisa diubah")
    return ratna


async def test_it_goes_out_at_its_time_though_its_officer_has_left_and_another_is_told(stage: Stage) -> None:
    ratna, sri = await scheduled(stage), stage.of(PARTICIPANT)[0]
    await stage.writes(_all_leave)
    await ratna.taps("📢 Lihat pengumuman")
    ratna.sees(": 12 orang, 1 di antaranya belum punya chat")
    ratna.sees("Contohnya: ")
    await stage.writes(leaves, ratna.id)
    await stage.passes(hours=20)
    assert await received(sri) == 0
    await stage.passes(hours=4)
    assert await received(sri) == 1
    await pak_wiryo(stage).waits_for("Pengumuman sudah dikirim.")
    assert await ratna.heard("Pengumuman sudah dikirim.") == 0


async def test_what_is_refused_at_its_time_says_so(stage: Stage) -> None:
    stage.expects_refusals.add(400)
    ratna = await scheduled(stage)
    await stage.fails("sendMessage", 400, chat_id=stage.of(PARTICIPANT)[0].id)
    await stage.passes(hours=24)
    await ratna.waits_for("Pengumuman dihentikan")


def _all_leave(session: Session) -> None:
    session.execute(update(Enrolment).values(status=EnrolmentStatus.WITHDRAWN.value))


async def test_what_is_scheduled_is_changed_once_more_or_called_off(stage: Stage) -> None:
    ratna = await scheduled(stage)
    await ratna.taps("📢 Lihat pengumuman")
    ratna.sees("Pengumuman · terjadwal")
    await ratna.taps("Ubah lagi")
    ratna.sees("Pengumuman ini kembali menjadi draf. Belum ada yang menerimanya")
    await ratna.taps("Kirim ke")
    await goes_to(ratna, "Pengumuman")
    await ratna.taps(WORDS[:20])
    await ratna.taps("Jangan kirim")
    await ratna.taps("Ya, jangan kirim")
    ratna.sees("tidak ada yang menerimanya")
    await goes_to(ratna, "Pengumuman")
    await ratna.taps(WORDS[:20])
    assert not [label for label in ratna.labels() if "Perbaiki" in label or "Tarik kembali" in label]
    await stage.passes(days=1)
    assert await received(stage.of(PARTICIPANT)[0]) == 0


async def test_an_urgent_one_goes_out_in_the_evening_with_its_reason(stage: Stage) -> None:
    await stage.passes(hours=8)  # six in the evening
    ratna = bu_ratna(stage)
    await writes(ratna)
    ratna.sees("saat jam kirim mulai")
    await ratna.taps("🚨 Mendesak")
    await ratna.says("Aula kebanjiran malam ini.")
    ratna.sees("🚨 Mendesak: Aula kebanjiran malam ini.")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    assert await received(stage.of(PARTICIPANT)[0]) == 1


async def test_the_same_words_to_the_same_people_need_one_more_tap(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await sends(ratna, f"  {WORDS.upper()}  ")
    ratna.sees("Tulisan yang sama sudah dikirim kepada 11 dari 12 orang ini pada Selasa, 6 Oktober 2026")
    await stage.a_moment_passes()
    assert await received(stage.of(PARTICIPANT)[0], WORDS.upper()) == 0
    await ratna.taps("Ya, tetap kirim")
    await stage.a_moment_passes()
    assert await received(stage.of(PARTICIPANT)[0], WORDS.upper()) == 1
