"""The pictures of the README and the docs, taken anew: `python -m tests.page.screenshots` (make screenshots)."""

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from tests.page import parts
from tests.page.browser import browsing
from tests.page.player import Player, at_laptop, at_phone
from tests.page.rehearsal import Rehearsal, rehearsing

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 256
SHARP = 2
COHORT = "Angkatan II 2019"
WORDS = "Sertifikat Anda sudah selesai. Silakan ambil di loket BLK, Senin sampai Jumat pukul 08.00 sampai 14.00."


def keep(player: Player, name: str) -> None:
    """Takes the picture, in so many colours as no eye can tell from all of them, a third of the size."""
    player.page.mouse.move(0, 0)
    shot = Image.open(io.BytesIO(player.page.screenshot(animations="disabled"))).convert("RGB")
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    shot.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


@contextmanager
def _phone(browser: Browser, rehearsal: Rehearsal) -> Iterator[Player]:
    player = at_phone(browser, rehearsal.address, device_scale_factor=SHARP)
    player.page.get_by_test_id("guide-close").click()
    yield player
    player.page.context.close()


def registration_at_a_laptop(browser: Browser, rehearsal: Rehearsal) -> None:
    player = at_laptop(browser, rehearsal.address)
    who = parts.newcomer(player)
    parts.looks_around(player)
    player.taps("Daftar")
    parts.registers(player, who, until="kecamatan")
    keep(player, "rehearsal")
    player.page.context.close()


def registration_at_a_phone(browser: Browser, rehearsal: Rehearsal) -> parts.Filed:
    with _phone(browser, rehearsal) as player:
        keep(player, "phone-people")
        who = parts.newcomer(player)
        parts.looks_around(player)
        keep(player, "phone-class")
        player.taps("Daftar")
        parts.registers(player, who, until="nomor telepon")
        player.travels("hour")  # a test is quicker than Telegram's limits allow a chat to be; a while later it is not
        parts.registers(player, who, since="nomor telepon", until="Silakan periksa")
        keep(player, "phone-summary")
        parts.registers(player, who, since="Silakan periksa")
        filed = parts.filed(player)
        keep(player, "phone-number")
        player.travels("hour")
        parts.sends_her_documents(player)
        keep(player, "phone-documents")
        return filed


def office(browser: Browser, rehearsal: Rehearsal, filed: parts.Filed) -> None:
    with _phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        parts.finds(player, filed.number)
        expect(player.last().get_by_role("img")).to_have_js_property("complete", True)
        expect(player.page.locator(".toast")).to_have_count(0)
        player.last().evaluate("bubble => bubble.scrollIntoView({block: 'start'})")
        keep(player, "staff-application")
        player.taps("Setujui")
        player.sees("disetujui")
        parts.looks_at_the_figure(player, COHORT, month=6)
        keep(player, "staff-figure")
        player.taps("Lihat grafik")
        chart = player.last().get_by_role("img")
        expect(chart).to_have_js_property("complete", True)
        player.last().evaluate("bubble => bubble.scrollIntoView({block: 'start'})")
        keep(player, "staff-chart")
        parts.writes_an_announcement(player, COHORT, WORDS)
        keep(player, "staff-announcement")
        player.taps("Kirim ke")
        player.sees(re.compile("▰▰▰▰*▱"))
        keep(player, "staff-progress")
        player.sees("Pengumuman sudah dikirim.")
        player.taps("Laporan pengiriman")
        player.sees("Laporan pengiriman")
        keep(player, "staff-report")


def followup(browser: Browser, rehearsal: Rehearsal) -> None:
    with _phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        parts.graduates(player, "· 12")
        player.travels("month")
        player.chooses("back")
        participant = player.page.get_by_role("region", name="Peserta").locator(".person").first
        player.plays(player.person(participant.locator(".person-name").inner_text()))
        parts.travels_until(player, "apa kegiatan utama Anda?")
        keep(player, "phone-followup")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        with rehearsing(Path(folder) / "laptop", "--fresh") as rehearsal:
            registration_at_a_laptop(browser, rehearsal)
        with rehearsing(Path(folder) / "phone", "--fresh") as rehearsal:
            filed = registration_at_a_phone(browser, rehearsal)
            office(browser, rehearsal, filed)
            followup(browser, rehearsal)


if __name__ == "__main__":
    main()
