"""Taking back and correcting: what an announcement left in the chats is deleted, or shows other words."""

from records.demonstration import Group
from tests.journeys.announcing import HEAD, WITH_CHAT, WORDS, received, sends, writes
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

BETTER = "Pelatihan lusa dimulai pukul 08.00."


async def announced(stage: Stage) -> Phone:
    """The officer before the page of an announcement that everybody has got."""
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    await opens(ratna)
    return ratna


async def opens(officer: Phone, words: str = WORDS) -> None:
    await goes_to(officer, "Pengumuman")
    await officer.taps(words[:20])


async def test_it_is_deleted_from_every_chat_after_a_second_look(stage: Stage) -> None:
    ratna = await announced(stage)
    await ratna.taps("Tarik kembali")
    ratna.sees(f"Tarik kembali? Pesan dihapus dari {WITH_CHAT} chat.")
    await ratna.taps("Ya, tarik kembali")
    await stage.a_moment_passes()
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 0
    await opens(ratna)
    ratna.sees(f"Ditarik kembali: {WITH_CHAT} dari {WITH_CHAT}")
    assert not [label for label in ratna.labels() if "Perbaiki" in label or "Tarik kembali" in label]


async def test_after_two_days_it_says_that_it_cannot(stage: Stage) -> None:
    ratna = await announced(stage)
    await stage.passes(hours=49)
    await opens(ratna)
    await ratna.taps("Tarik kembali")
    ratna.sees(f"{WITH_CHAT} pesan sudah lebih dari 48 jam")
    await ratna.taps("Ya, tarik kembali")
    await stage.a_moment_passes()
    await opens(ratna)
    ratna.sees(f"Ditarik kembali: 0 dari {WITH_CHAT}, {WITH_CHAT} terlambat")
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 1


async def test_corrected_words_take_the_place_of_the_old_ones_in_the_same_message(stage: Stage) -> None:
    ratna = await announced(stage)
    siti, sri, *others = stage.of(Group.PARTICIPANT)
    await siti.blocks()
    await ratna.taps("Perbaiki")
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    ratna.sees("Tidak ada yang berubah.")
    await ratna.taps("Lihat pengumuman")
    await ratna.taps("Perbaiki")
    await ratna.says("Pelatihan minggu depan.")
    ratna.sees("Tulisan ini menggantikan pesan di 11 chat")
    await ratna.taps("Ubah tulisannya")
    await ratna.says(BETTER)
    await ratna.taps("Ya, perbaiki")
    await stage.a_moment_passes()
    for phone in (sri, *others):
        assert await received(phone) == 0
        assert await phone.heard(f"{HEAD}{BETTER}\n\n✏️ diperbaiki Selasa, 6 Oktober 2026 pukul 10.00 WIB") == 1
    assert await received(siti) == 1
    await opens(ratna, BETTER)
    ratna.sees(f"Diperbaiki: {WITH_CHAT - 1} dari {WITH_CHAT}; 1 gagal: diblokir, atau sudah dihapus di chat")


async def test_who_has_not_got_it_yet_gets_the_corrected_words(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.canting.progress.catch_up()
    await ratna.looks()
    await ratna.taps("⏸ Jeda")
    await stage.a_moment_passes()
    sri = stage.of(Group.PARTICIPANT)[0]
    assert await sri.heard("Pengumuman") == 0
    await opens(ratna)
    await ratna.taps("Perbaiki")
    await ratna.says(BETTER)
    await ratna.taps("Ya, perbaiki")
    await opens(ratna, BETTER)
    await ratna.taps("▶️ Lanjutkan")
    await stage.a_moment_passes()
    assert await received(sri, BETTER) == 1
    assert "diperbaiki" not in sri.last()


async def test_below_a_photo_the_words_are_corrected_with_their_fields_and_formatting(stage: Stage) -> None:
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    await writes(ratna)
    await ratna.taps("Foto/berkas")
    await ratna.sends_photo()
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    await opens(ratna)
    await ratna.taps("Perbaiki")
    await ratna.says("*Lusa* mulai pukul 08.00, {nama}.")
    ratna.sees("Lusa mulai pukul 08.00, {nama}.")
    await ratna.taps("Ya, perbaiki")
    await stage.a_moment_passes()
    await sri.looks()
    corrected = sri.bot_messages()[-1]
    assert corrected["kind"] == "photo"
    assert corrected["text"].startswith(f"📢 {HEAD}Lusa mulai pukul 08.00, ")
    assert "{" not in corrected["text"]
    assert "bold" in {entity["type"] for entity in corrected["entities"][1:]}
