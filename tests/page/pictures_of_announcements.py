"""The pictures of an announcement: the draft, its recipients, what they read, how it goes, and how it ended.

`python -m tests.page.pictures_of_announcements` takes these alone.
"""

import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.page import parts
from tests.page.browser import browsing
from tests.page.pictures import keep, phone
from tests.page.rehearsal import Rehearsal, rehearsing

COHORT, LARGE = "· 12 orang", "Angkatan II 2019"
WORDS = "*Penutupan pelatihan*\nYth. {nama}, kelas {kelas} ditutup hari *Jumat* pukul 13.00 di aula BLK. Bawa KTP asli."
REUNION = "Sertifikat Anda sudah selesai. Silakan ambil di loket BLK, Senin sampai Jumat pukul 08.00 sampai 14.00."


def take(browser: Browser, rehearsal: Rehearsal) -> None:
    with phone(browser, rehearsal) as player:
        officer = player.person(parts.OFFICER)
        player.plays(officer)
        parts.writes_an_announcement(player, COHORT, WORDS)
        player.taps("Jawaban: tanpa")
        player.taps("Hadir / Tidak hadir")
        player.sees("Ini yang akan mereka baca:")
        keep(player, "staff-announcement")
        player.taps("👥 Penerima")
        player.sees("Di antaranya")
        keep(player, "staff-audience")
        player.taps("Pengumuman ini")
        player.sees("Ini yang akan mereka baca:")
        player.taps("Lihat seperti penerima")
        player.sees("Ini yang akan dibaca")
        keep(player, "staff-preview")
        player.taps("Ke draf")
        parts.writes_an_announcement(player, LARGE, REUNION)
        player.taps("📤 Kirim ke")
        player.chooses("back")
        player.plays(player.person(parts.OTHER_OFFICER))
        player.reads(REUNION[:30])
        keep(player, "staff-approval")
        player.presses("Setujui")
        player.chooses("back")
        player.plays(officer)
        expect(player.bubbles().filter(has_text=re.compile("▱.*Selesai", re.DOTALL)).last).to_be_visible()
        keep(player, "staff-progress")
        player.reads("Pengumuman sudah dikirim.")
        player.presses("Laporan pengiriman")
        player.sees("Laporan pengiriman")
        keep(player, "staff-report")


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        browsing() as browser,
        rehearsing(Path(folder), "--fresh") as rehearsal,
    ):
        take(browser, rehearsal)


if __name__ == "__main__":
    main()
