"""Tests and interviews: scheduled, invited to, answered, changed, moved, cancelled, and who came."""

from sqlalchemy import select

from records import audit, road
from records.applications import ApplicationStatus
from records.audit import Entry
from records.steps import Kind
from tests.journeys.examinees import examinees, invites, opens_the_class, schedules, status_of
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna
from tests.stage import Stage


async def test_an_invitation_tells_all_and_is_answered_with_one_tap(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage, seats=20)
    ratna = bu_ratna(stage)
    ratna.sees("1 sesi dijadwalkan, seluruhnya 20 kursi. Belum ada yang diundang.")
    await invites(stage)
    ratna.sees("✉️ 2 orang diundang; mereka dikabari sekarang.")
    await siti.phone.waits_for(f"Siti Aminah, Anda diundang: Tes tertulis\nNomor pendaftaran {siti.number}.")
    siti.phone.sees("🗓 Senin, 12 Oktober 2026 pukul 08.00 WIB, sekitar 90 menit\n📍 UPTD BLK Kota Pekalongan")
    siti.phone.sees(f"Bawa: nomor pendaftaran {siti.number} (boleh QR di /status), KTP asli, alat tulis.")
    assert any(message["kind"] == "venue" for message in siti.phone.bot_messages())
    assert await status_of(stage, siti) == ApplicationStatus.TEST_SCHEDULED.value
    await siti.phone.taps("✅ Hadir")
    siti.phone.sees("👍 Terima kasih, Siti Aminah. Kami tunggu: Tes tertulis.")
    await siti.phone.says("/status")
    siti.phone.sees("Tes tertulis\n🗓 Senin, 12 Oktober 2026 pukul 08.00 WIB, sekitar 90 menit")
    siti.phone.sees("Anda menjawab akan hadir.")
    await budi.phone.waits_for("Budi Santoso, Anda diundang")
    await opens_the_class(ratna)
    await ratna.taps("Tes tertulis 12/10 08.00 · 2/20")
    ratna.sees("Kursi: 2 dari 20\nAkan hadir: 1\nTidak bisa: 0\nBelum menjawab: 1")
    await ratna.taps("Belum menjawab")
    ratna.sees("1 orang belum menjawab: Tes tertulis\n0002 Budi Santoso +62812")


async def test_before_it_is_scheduled_an_officer_reads_the_hour_as_it_is_written_here(stage: Stage) -> None:
    await examinees(stage, 1)
    await schedules(stage, submit=False)
    bu_ratna(stage).sees("Tanggal: 12 Oktober 2026\nJam: 08.00\n")


async def test_a_reminder_comes_the_day_before(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage)
    await invites(stage)
    await budi.phone.waits_for("Anda diundang")
    await budi.phone.taps("✖️ Tidak bisa")
    await stage.passes(days=4.8)
    await siti.phone.looks()
    siti.phone.sees_not("pengingat")
    await stage.passes(days=0.5)
    await siti.phone.waits_for("Siti Aminah, pengingat: Tes tertulis")
    await budi.phone.looks()
    budi.phone.sees_not("pengingat")


async def test_whoever_cannot_changes_once_to_another_session(stage: Stage) -> None:
    (siti,) = await examinees(stage, 1)
    await schedules(stage, count=3, seats=1)
    await invites(stage)
    await siti.phone.waits_for("Anda diundang")
    await siti.phone.taps("✖️ Tidak bisa")
    siti.phone.sees("Siti Aminah, ada sesi lain untuk Tes tertulis dengan kursi kosong:\n\n🗓 Senin, 12")
    await siti.phone.taps("Pindah ke sesi ini")
    siti.phone.sees("👍 Anda mendapat kursi di sesi lain itu.")
    siti.phone.sees("pukul 09.30 WIB, sekitar 90 menit")
    await siti.phone.taps("✖️ Tidak bisa")
    siti.phone.sees("Anda sudah pindah satu kali, jadi petugas akan mencarikan jadwal bersama Anda.")
    await siti.phone.taps("beri tahu petugas")
    siti.phone.sees("Siti Aminah, petugas sudah diberi tahu")
    await stage.a_moment_passes()
    ratna = bu_ratna(stage)
    await ratna.waits_for(f"🗓 Siti Aminah ({siti.number}) tidak bisa hadir di sesi “Tes tertulis” mana pun.")
    await ratna.taps("Buka sesi")
    ratna.sees("Tanpa sesi: 1")
    await ratna.taps("Tanpa sesi")
    await ratna.taps("0001 Siti Aminah")
    await ratna.taps("12/10/2026 11.00 · 1 kursi kosong")
    ratna.sees("Orang ini sekarang punya kursi di sini dan diberi tahu.")
    await stage.a_moment_passes()
    await siti.phone.waits_for("pukul 11.00 WIB")


async def test_where_all_is_full_one_waits_and_gets_the_seat_that_comes_free(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage, count=2, seats=1)
    await invites(stage)
    await siti.phone.waits_for("Anda diundang")
    await budi.phone.waits_for("Anda diundang")
    await siti.phone.taps("✖️ Tidak bisa")
    siti.phone.sees("Siti Aminah, sesi lain untuk Tes tertulis sudah penuh:")
    await siti.phone.taps("Tunggu kursi di sesi itu")
    siti.phone.sees("Anda nomor 1 di daftar tunggu sesi Senin, 12 Oktober 2026 pukul 09.30 WIB.")
    await budi.phone.taps("✖️ Tidak bisa")
    budi.phone.sees("Budi Santoso, ada sesi lain untuk Tes tertulis dengan kursi kosong")
    await budi.phone.taps("Pindah ke sesi ini")
    budi.phone.sees("pukul 08.00 WIB")
    await stage.a_moment_passes()
    await siti.phone.waits_for("Siti Aminah, ada kursi untuk Anda: Tes tertulis\nAnda menunggunya")
    await siti.phone.taps("✅ Hadir")
    siti.phone.sees("pukul 09.30 WIB")


async def test_whoever_withdraws_leaves_her_seat_to_whoever_waits(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage, count=2, seats=1)
    await invites(stage)
    await siti.phone.waits_for("Anda diundang")
    await siti.phone.taps("✖️ Tidak bisa")
    await siti.phone.taps("Tunggu kursi di sesi itu")
    now = stage.clock.now()
    assert await stage.writes(road.move, Kind.APPLICATION, budi.application_id, ApplicationStatus.WITHDRAWN, now)
    await stage.a_moment_passes()
    await stage.a_moment_passes()
    await siti.phone.waits_for("Siti Aminah, ada kursi untuk Anda")


async def test_a_session_moved_for_the_flood_tells_everybody_and_asks_anew(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage)
    await invites(stage)
    await siti.phone.waits_for("Anda diundang")
    await siti.phone.taps("✅ Hadir")
    old_message, old_button = siti.phone.button("Ternyata tidak bisa")
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("Tes tertulis 12/10")
    await ratna.taps("🌊 Tunda sesi")
    await ratna.taps("Banjir rob")
    await ratna.says("14 Oktober 2026")
    await ratna.says("13.00")
    await ratna.taps("Tempat yang sama")
    ratna.sees("2 orang akan membaca:\n\nJadwal “Tes tertulis” berubah.\nKarena banjir rob,")
    await ratna.taps("Ya, beri tahu semua")
    ratna.sees("Sesi sekarang pada Rabu, 14 Oktober 2026 pukul 13.00 WIB. 2 orang diberi tahu sekarang")
    await stage.a_moment_passes()
    for who in (siti, budi):
        await who.phone.waits_for(f"{who.name}, jadwal “Tes tertulis” berubah.\nKarena banjir rob, sesi tidak bisa")
        who.phone.sees("Rabu, 14 Oktober 2026 pukul 13.00 WIB")
    await ratna.taps("Buka sesi")
    ratna.sees("Akan hadir: 0\nTidak bisa: 0\nBelum menjawab: 2")
    await siti.phone.forges(old_button, old_message)
    siti.phone.sees("Mohon kabari apakah Anda hadir.")
    await siti.phone.taps("✅ Hadir")
    siti.phone.sees("👍 Terima kasih")
    await stage.passes(days=7.3)
    await siti.phone.looks()
    reminders = [m["text"] for m in siti.phone.bot_messages() if "pengingat" in m["text"]]
    assert len(reminders) == 1
    assert "14 Oktober 2026" in reminders[0]


async def test_a_cancelled_session_sends_people_elsewhere_or_back_to_wait(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage, seats=2)
    await invites(stage)
    await schedules(stage, day="13-10-2026", seats=1)
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("Tes tertulis 12/10")
    await ratna.taps("Batalkan sesi")
    ratna.sees("Batalkan sesi ini? 2 orang punya kursi, 0 orang menunggu. Semuanya diberi tahu.")
    await ratna.taps("pindahkan ke sesi lain")
    ratna.sees("Sesi dibatalkan. 1 orang punya kursi di sesi lain, 1 orang menunggu jadwal baru.")
    await stage.a_moment_passes()
    await siti.phone.waits_for("Siti Aminah, Anda diundang: Tes tertulis")
    siti.phone.sees("Selasa, 13 Oktober 2026")
    await budi.phone.waits_for("Budi Santoso, sesi “Tes tertulis” dibatalkan.")
    budi.phone.sees("Jadwal baru akan dikirim di sini.")
    assert await status_of(stage, siti) == ApplicationStatus.TEST_SCHEDULED.value
    assert await status_of(stage, budi) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_nobody_answers_for_somebody_else_and_no_officer_without_the_permission(stage: Stage) -> None:
    siti, budi = await examinees(stage, 2)
    await schedules(stage)
    await invites(stage)
    await budi.phone.waits_for("Anda diundang")
    await siti.phone.waits_for("Anda diundang")
    _message, hers = siti.phone.button("✅ Hadir")
    before = await fingerprint(stage)
    await budi.phone.forges(hers)
    for data in ("m:sessions", "m:sitting:1", "m:invited:1.tertulis", "m:testlist:1.0", "m:testtake:1.1", "m:testno:x"):
        await budi.phone.forges(data)
    assert await fingerprint(stage) == before


async def test_every_act_stands_in_the_trail(stage: Stage) -> None:
    (siti,) = await examinees(stage, 1)
    await schedules(stage)
    await invites(stage)
    await siti.phone.waits_for("Anda diundang")
    await siti.phone.taps("✅ Hadir")
    done = await stage.reads(lambda session: list(session.scalars(select(Entry.action).order_by(Entry.id))))
    assert done[-3:] == ["test.scheduled", "test.invited", "test.comes"]
    assert await stage.reads(audit.verify) is None
