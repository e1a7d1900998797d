"""Announcing in the page: from the draft over the second officer to the report, an answer, and taking it back."""

from playwright.sync_api import expect

from tests.page import parts
from tests.page.player import Player

MARKED = "*Penutupan* hari Jumat, {nama}. Bawa <KTP> & ijazah."
SEVERAL = "· 12 orang"
MANY = "Angkatan II 2019"


def test_it_is_written_seen_as_its_readers_see_it_answered_and_taken_back(player: Player) -> None:
    row = player.page.get_by_role("region", name="Peserta").locator(".person").first
    name = row.locator(".person-name").inner_text()
    player.plays(player.person(parts.OFFICER))
    parts.writes_an_announcement(player, SEVERAL, MARKED)
    player.sees("Penutupan hari Jumat, {nama}. Bawa <KTP> & ijazah.")
    expect(player.last().locator("b, strong").filter(has_text="Penutupan")).to_be_visible()
    player.taps("Jawaban: tanpa")
    player.taps("Hadir / Tidak hadir")
    player.sees("Ini yang akan mereka baca:")
    player.taps("Lihat seperti penerima")
    player.sees("Ini yang akan dibaca")
    player.taps("Ke draf")
    player.sees("Ini yang akan mereka baca:")
    parts.sends_it(player)

    player.plays(player.person(name))
    player.sees("Penutupan hari Jumat,")
    player.sees("Bawa <KTP> & ijazah.")
    player.taps("Hadir")
    expect(player.button("✅ Hadir")).to_be_visible()

    player.plays(player.person(parts.OFFICER))
    player.presses("Laporan pengiriman")
    player.sees("Hadir: 1")
    player.taps("Tarik kembali")
    player.taps("Ya, tarik kembali")
    player.reads("ditarik kembali")
    player.plays(player.person(name))
    expect(player.bubbles().filter(has_text="Bawa <KTP>")).to_have_count(0)


def test_a_second_officer_looks_at_what_goes_to_many_and_it_can_be_paused(player: Player) -> None:
    player.plays(player.person(parts.OFFICER))
    parts.writes_an_announcement(player, MANY, "Reuni alumni hari Sabtu.")
    player.taps("Kirim ke")
    player.plays(player.person(parts.OTHER_OFFICER))
    player.presses("Setujui")
    player.plays(player.person(parts.OFFICER))
    player.presses("Jeda")
    player.reads("dijeda")
    player.presses("Lanjutkan")
    expect(player.bubbles().filter(has_text="Pengumuman sudah dikirim.").last).to_be_visible(timeout=30_000)
