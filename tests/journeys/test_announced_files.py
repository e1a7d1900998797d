"""What goes with the words of an announcement: a photo or a file, a place, links."""

from tests.journeys.announcing import COHORT, begins, outcomes
from tests.journeys.composing import drafts, formatted, links, newest, sends
from tests.journeys.office import bu_ratna
from tests.stage import Stage


async def test_a_photo_stands_above_words_that_are_short_enough_for_it(stage: Stage) -> None:
    ratna = await drafts(stage, "x" * 1100)
    await ratna.taps("Foto/berkas")
    await ratna.sends_photo()
    ratna.sees("Tulisannya 1.100 huruf, sedangkan di bawah foto atau berkas muat paling banyak 1.000")
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    await ratna.taps("Tulis ulang")
    await ratna.says("*Besok* libur, {nama}.")
    await ratna.taps("Foto/berkas")
    await ratna.sends_photo()
    ratna.sees("📎 Dengan foto")
    for phone in await sends(stage, ratna):
        assert newest(phone)["kind"] == "photo"
        assert newest(phone)["text"].startswith("📢 Pengumuman\n\nBesok libur, ")
    assert await outcomes(stage) == {"sent": 11, "blocked": 1}


async def test_under_a_photo_an_answer_is_marked_too(stage: Stage) -> None:
    ratna = await drafts(stage)
    await ratna.taps("Foto/berkas")
    await ratna.sends_photo()
    await ratna.taps("Jawaban: tanpa")
    await ratna.taps("Hadir / Tidak hadir")
    sri = (await sends(stage, ratna))[0]
    await sri.taps("Hadir")
    assert sri.toast() == "Tercatat: Hadir"
    assert newest(sri)["kind"] == "photo"
    assert sri.labels() == ["✅ Hadir", "Tidak hadir"]


async def test_a_poster_with_its_words_below_is_an_announcement(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await begins(ratna)
    await ratna.taps(COHORT)
    await ratna.sends_photo(caption="Halo {nama}, *datanglah*.")
    ratna.sees("📎 Dengan foto")
    sri = (await sends(stage, ratna))[0]
    assert newest(sri)["kind"] == "photo"
    assert formatted(newest(sri))[-1] == ("bold", "datanglah")


async def test_words_that_come_with_a_photo_take_the_place_of_others_where_she_says_so(stage: Stage) -> None:
    ratna = await drafts(stage)
    for answer, words in (("Tetap tulisan yang ada", "Besok libur."), ("Pakai tulisan baru", "Lusa libur.")):
        await ratna.taps("Foto/berkas" if words == "Besok libur." else "Ganti foto/berkas")
        await ratna.sends_photo(caption="*Lusa* libur.")
        ratna.sees("Bersama berkas ini ada tulisan: “Lusa libur.”")
        await ratna.taps(answer)
        ratna.sees(f"📢 Pengumuman\n\n{words}")
    await ratna.taps("Ganti foto/berkas")
    await ratna.sends_photo(caption="Halo {name}.")
    ratna.sees("Tulisan pada berkas ini tidak bisa dipakai")
    ratna.sees("Lusa libur.")


async def test_a_file_goes_out_as_it_came(stage: Stage) -> None:
    ratna = await drafts(stage)
    await ratna.taps("Foto/berkas")
    await ratna.sends_document(b"%PDF-1.4 jadwal", name="jadwal.pdf")
    ratna.sees("📎 Dengan berkas jadwal.pdf")
    sri = (await sends(stage, ratna))[0]
    assert (newest(sri)["kind"], newest(sri)["file"]["name"]) == ("document", "jadwal.pdf")
    assert stage.newest_file(sri) == b"%PDF-1.4 jadwal"


async def test_links_open_what_was_typed_and_a_number_a_chat_on_whatsapp(stage: Stage) -> None:
    ratna = await drafts(stage)
    await ratna.taps("Tombol tautan")
    await ratna.says("Formulir & syarat")
    await ratna.says("javascript:alert(1)")
    ratna.sees("Tombol tidak bisa membuka “javascript:”")
    await ratna.says("blk.example.id/daftar?a=1&b=2")
    await ratna.taps("Tombol tautan")
    await ratna.taps("Tombol lagi")
    await ratna.says("Tanya lewat WA")
    await ratna.says("0812 3456 7890")
    ratna.sees("🔗 Tanya lewat WA: https://wa.me/6281234567890")
    sri = (await sends(stage, ratna))[0]
    assert links(newest(sri)) == {
        "Formulir & syarat": "https://blk.example.id/daftar?a=1&b=2",
        "Tanya lewat WA": "https://wa.me/6281234567890",
    }


async def test_a_place_is_a_button_that_shows_it_to_those_who_got_it(stage: Stage) -> None:
    ratna = await drafts(stage)
    await ratna.taps("📍 Tempat")
    await ratna.sends_location()
    await ratna.says("Gedung Serbaguna & Aula")
    await ratna.says("Jl. Melati 5")
    ratna.sees("📍 Gedung Serbaguna & Aula, Jl. Melati 5")
    sri = (await sends(stage, ratna))[0]
    await sri.taps("📍 Lokasi")
    await sri.waits_for("Jl. Melati 5")
    venue = next(message for message in reversed(sri.bot_messages()) if message["kind"] == "venue")["venue"]
    assert venue["title"] == "Gedung Serbaguna & Aula"
    assert round(venue["location"]["latitude"], 4) == -6.8886
    stranger = await stage.person("Emma")
    await stranger.starts()
    await stranger.forges(next(data for _id, label, data in sri.buttons() if label == "📍 Lokasi"))
    assert all(message["kind"] != "venue" for message in stranger.bot_messages())
