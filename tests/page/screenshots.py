"""The pictures of the README and the docs, taken anew: `python -m tests.page.screenshots` (make screenshots)."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from scheduler.paper import to_png
from tests.page import parts, pictures_of_announcements, pictures_of_reports, web_screenshots
from tests.page.browser import browsing
from tests.page.pictures import keep, phone, write
from tests.page.player import Player, at_laptop
from tests.page.rehearsal import Rehearsal, rehearsing

PAPER_WIDTH = 900
TESTED = "Angkatan Khusus"
COHORT = "Angkatan II 2019"


def registration_at_a_laptop(browser: Browser, rehearsal: Rehearsal) -> None:
    player = at_laptop(browser, rehearsal.address)
    who = parts.newcomer(player)
    parts.looks_around(player)
    player.taps("Daftar")
    parts.registers(player, who, until="kecamatan")
    keep(player, "rehearsal")
    player.page.context.close()


def registration_at_a_phone(browser: Browser, rehearsal: Rehearsal) -> parts.Filed:
    with phone(browser, rehearsal) as player:
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


def looking(browser: Browser, rehearsal: Rehearsal) -> None:
    """What people see without registering, and of their own road."""
    with phone(browser, rehearsal) as player:
        player.plays(player.newcomers().first)
        parts.checks_quickly(player)
        keep(player, "phone-quickcheck")
        player.chooses("back")
        player.plays(player.person(parts.somebody(player, parts.TO_CORRECT)))
        player.says("/status")
        player.sees("ada yang perlu diperbaiki")
        keep(player, "phone-status")
        player.chooses("back")
        player.plays(player.person(parts.somebody(player, parts.TRAINEE)))
        player.says("/status")
        player.taps("Jadwal saya")
        player.sees("Kehadiran")
        keep(player, "phone-timetable")


def checking(browser: Browser, rehearsal: Rehearsal, filed: parts.Filed) -> None:
    with phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        player.says("/staf")
        player.sees("Menu petugas")
        keep(player, "staff-menu")
        parts.finds(player, filed.number)
        _from_its_top(player)
        keep(player, "staff-queue")
        player.taps("Setujui")
        player.sees("disetujui")


def offering(browser: Browser, rehearsal: Rehearsal, filed: parts.Filed) -> None:
    with phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        parts.goes_to(player, "Kelas & angkatan")
        player.taps(filed.cohort)
        player.taps(parts.PROGRAMME)
        player.sees("Sumber dana")
        keep(player, "staff-class")


def selecting(browser: Browser, rehearsal: Rehearsal) -> None:
    """A cohort that was tested: proposed by one officer, published by another one, told to those concerned."""
    with phone(browser, rehearsal) as player:
        candidate = parts.somebody(player, parts.CANDIDATE)
        player.plays(player.person(parts.OFFICER))
        parts.looks_at_a_session(player, "Teknisi HP", "Wawancara")
        keep(player, "staff-sessions")
        parts.proposes(player, TESTED)
        player.taps("Teknisi HP")
        player.sees("batas kursi")
        _from_its_top(player)
        keep(player, "staff-selection")
        player.taps("Ringkasan")
        player.taps("Kirim untuk ditinjau")
        player.sees("Dikirim untuk ditinjau")
        player.chooses("back")
        player.plays(player.person(parts.OTHER_OFFICER))
        parts.publishes(player, TESTED, decree="800/015/2026")
        write(Image.open(io.BytesIO(to_png(parts.newest_file(player), width=PAPER_WIDTH))), "public-list")
        player.chooses("back")
        player.plays(player.person(candidate))
        player.sees("Kabar baik")
        keep(player, "phone-result")


def telling(browser: Browser, rehearsal: Rehearsal) -> None:
    """The figure and its chart."""
    with phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        parts.looks_at_the_figure(player, COHORT, month=6)
        keep(player, "staff-figure")
        player.taps("Per kejuruan")
        expect(player.last()).to_have_attribute("data-kind", "photo")
        _from_its_top(player)
        keep(player, "staff-chart")


def _from_its_top(player: Player) -> None:
    """The newest message is taller than the screen, or has a picture: shown from its beginning."""
    picture = player.last().get_by_role("img")
    if picture.count():
        expect(picture).to_have_js_property("complete", True)
    player.last().evaluate("bubble => bubble.scrollIntoView({block: 'start'})")


def followup(browser: Browser, rehearsal: Rehearsal) -> None:
    with phone(browser, rehearsal) as player:
        player.plays(player.person(parts.OFFICER))
        parts.graduates(player, "· 12")
        player.travels("month")
        player.chooses("back")
        participant = player.page.get_by_role("region", name="Peserta").locator(".person").first
        player.plays(player.person(participant.locator(".person-name").inner_text()))
        parts.travels_until(player, "apa kegiatan utama Anda?")
        keep(player, "phone-followup")


def main() -> None:
    web_screenshots.take()
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        with rehearsing(Path(folder) / "laptop", "--fresh") as rehearsal:
            registration_at_a_laptop(browser, rehearsal)
        with rehearsing(Path(folder) / "phone", "--fresh") as rehearsal:
            filed = registration_at_a_phone(browser, rehearsal)
            checking(browser, rehearsal, filed)
            offering(browser, rehearsal, filed)
            telling(browser, rehearsal)
            pictures_of_announcements.take(browser, rehearsal)
            selecting(browser, rehearsal)
            looking(browser, rehearsal)
            followup(browser, rehearsal)
    for name, picture in pictures_of_reports.drawn():
        write(picture, name)


if __name__ == "__main__":
    main()
