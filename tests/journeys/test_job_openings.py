"""Job openings: from an employer by way of the officers to whoever asked to hear of them, and to their end."""

from records.demonstration import Group
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.journeys.openings import SEAMSTRESS, employer, looks_at_the_next, publishes_the_next, sends_in
from tests.person import Phone
from tests.stage import Stage

NEWS = "Lowongan baru"


async def asks_to_hear(phone: Phone, trade: str = "Menjahit") -> None:
    await phone.says("/menu")
    await phone.taps("💼 Lowongan")
    await phone.taps("🔔 Kabari lowongan")
    phone.sees("dengan itu Anda setuju")
    await phone.taps(f"🔔 {trade}")
    phone.sees(f"Anda kami kabari lowongan {trade}")


async def test_an_opening_is_refused_mended_published_told_once_and_ends_by_itself(stage: Stage) -> None:
    tini, siti, ratna = await employer(stage), await newcomer(stage), bu_ratna(stage)
    await siti.starts()
    await asks_to_hear(siti)
    await sends_in(tini, asks="Membayar <b>Rp50.000</b> untuk seragam.", days="7")
    tini.sees("Petugas memeriksanya dulu")
    await stage.a_moment_passes()
    await ratna.waits_for("Ada lowongan dikirim")
    await looks_at_the_next(ratna)
    ratna.sees("Membayar <b>Rp50.000</b> untuk seragam.")
    ratna.sees("Dikirim oleh Bu Tini, pemilik, +6281298765432.")
    assert ratna.bot_messages()[-1]["protect"]
    await ratna.taps("Tolak dengan alasan")
    await ratna.taps("Uang atau jaminan")
    await stage.a_moment_passes()
    await tini.waits_for("belum diterbitkan seperti itu. Alasan: Meminta uang")

    await tini.taps("Perbaiki dan kirim lagi")
    tini.sees("Inilah isinya sekarang")
    await tini.taps("Ubah")
    await tini.taps("Syarat")
    await tini.says("Bisa menjahit seragam.")
    await tini.taps("📮 Kirim")
    await publishes_the_next(ratna)
    await stage.a_moment_passes()
    await tini.waits_for("terbit sampai")
    await siti.waits_for(NEWS)
    siti.sees("Konveksi Contoh, Krapyak, Pekalongan Utara.")
    await siti.taps(f"👀 {SEAMSTRESS}")
    siti.sees("Cara melamar: +6281234567890")
    siti.sees_not("Bu Tini")

    await stage.passes(days=4, hours=2)
    assert await siti.heard(NEWS) == 0, "told once: the card has taken its place"
    await tini.waits_for("Masih diperlukan?")
    await tini.taps("7 hari lagi")
    tini.sees("Tetap tampil sampai")
    await stage.passes(days=9)
    await tini.waits_for("sudah lewat tanggalnya")
    await siti.says("/menu")
    await siti.taps("💼 Lowongan")
    assert not any(SEAMSTRESS in label for label in siti.labels())
    assert await siti.heard(NEWS) == 0, "prolonging is not news"


async def test_what_is_published_at_night_is_told_in_the_morning_all_in_one_message_and_the_rest_the_day_after(
    stage: Stage,
) -> None:
    tini, siti, ratna = await employer(stage), await newcomer(stage), bu_ratna(stage)
    await siti.starts()
    await asks_to_hear(siti)
    await stage.passes(hours=12)
    for title in ("Penjahit A", "Penjahit B"):
        await sends_in(tini, title)
        await publishes_the_next(ratna)
    await stage.a_moment_passes()
    assert await siti.heard(NEWS) == 0, "not at night"
    await stage.passes(hours=14)
    await siti.waits_for("Lowongan baru untuk kejuruan yang Anda minta: 2")
    await sends_in(tini, "Penjahit C")
    await publishes_the_next(ratna)
    await stage.passes(hours=3)
    assert await siti.heard(NEWS) == 1, "once a day"
    await stage.passes(days=1)
    await siti.waits_for("Lowongan baru untuk kejuruan yang Anda minta: 1")
    siti.sees("Penjahit C")


async def test_whoever_says_no_more_hears_no_more(stage: Stage) -> None:
    tini, siti, ratna = await employer(stage), await newcomer(stage), bu_ratna(stage)
    await siti.starts()
    await asks_to_hear(siti)
    await sends_in(tini)
    await publishes_the_next(ratna)
    await stage.a_moment_passes()
    await siti.waits_for(NEWS)
    await siti.taps("Berhenti kabari lowongan")
    siti.sees("kami tidak lagi mengabari lowongan")
    await sends_in(tini, "Penjahit lain")
    await publishes_the_next(ratna)
    await stage.passes(days=3)
    assert await siti.heard("Penjahit lain") == 0


async def test_an_alumna_finds_her_own_kejuruan_first(stage: Stage) -> None:
    alumna = next(
        stage.phone(member.chat_id)
        for member in stage.cast
        if member.group is Group.ALUMNI and "Menjahit" in member.note
    )
    await alumna.says("/menu")
    await alumna.taps("💼 Lowongan")
    await alumna.taps("🔔 Kabari lowongan")
    assert "Menjahit" in alumna.labels()[0]


async def test_of_two_officers_one_decides(stage: Stage) -> None:
    tini, ratna, wiryo = await employer(stage), bu_ratna(stage), pak_wiryo(stage)
    await sends_in(tini)
    await looks_at_the_next(ratna)
    await goes_to(wiryo, "🧭 Alumni")
    await wiryo.taps("💼 Lowongan")
    await wiryo.taps("Periksa berikutnya")
    wiryo.sees_not("Konveksi Contoh")
    message, data = ratna.button("✅ Terbitkan")
    await wiryo.forges(data)
    wiryo.sees("Sedang dipegang petugas lain")
    await ratna.taps("✅ Terbitkan")
    await ratna.forges(data, message)
    ratna.sees("sudah diubah atau diputuskan")
    await stage.a_moment_passes()
    assert await tini.heard("terbit sampai") == 1


async def test_a_change_of_what_is_published_waits_and_what_an_officer_has_not_read_she_cannot_publish(
    stage: Stage,
) -> None:
    tini, siti, ratna = await employer(stage), await newcomer(stage), bu_ratna(stage)
    await sends_in(tini)
    await publishes_the_next(ratna)
    await stage.a_moment_passes()
    await tini.waits_for("terbit sampai")

    async def changes(words: str) -> None:
        await tini.says("/menu")
        await tini.taps("💼 Lowongan")
        await tini.forges("m:myjobs")
        await tini.taps(SEAMSTRESS)
        await tini.taps("✏️ Ubah")
        await tini.taps("Ubah")
        await tini.taps("Syarat")
        await tini.says(words)
        await tini.taps("📮 Kirim")

    await changes("Datang membawa hasil jahitan.")
    await siti.starts()
    await siti.taps("💼 Lowongan")
    await siti.taps(SEAMSTRESS)
    siti.sees("Bisa menjahit seragam.")
    await looks_at_the_next(ratna)
    ratna.sees("Datang membawa hasil jahitan.")
    await changes("Bayar dulu Rp100.000.")
    await ratna.taps("✅ Terbitkan")
    ratna.sees("sudah diubah atau diputuskan")
    await siti.says("/menu")
    await siti.taps("💼 Lowongan")
    await siti.taps(SEAMSTRESS)
    siti.sees_not("Rp100.000")


async def test_so_many_a_day_and_no_more(stage: Stage) -> None:
    tini = await employer(stage)
    for number in range(3):
        await sends_in(tini, f"Penjahit {number}")
    await tini.starts("l_pasang")
    tini.sees("Sejak kemarin Anda sudah mengirim 3 lowongan")
    await stage.passes(days=1, hours=1)
    await tini.starts("l_pasang")
    tini.sees("Gratis bagi pencari kerja")
