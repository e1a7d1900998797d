"""The parts: what each of the cast does in the page, step by step, for the test and for the pictures."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import expect

from bot.clock import SystemClock
from bot.key import vault_of
from conversations import readers
from records.database import open_database
from tests.page.player import Player
from tests.page.rehearsal import Rehearsal
from tests.stage import settings_for
from tests.walking import becomes_participant

OFFICER, OTHER_OFFICER = "Bu Ratna", "Pak Wiryo"
# Others of the cast, by what their notes say.
TO_CORRECT, TRAINEE, CANDIDATE = "diminta memperbaiki", "pelatihan hampir selesai", "menunggu pengumuman"
PROGRAMME = "Menjahit"
FILED = re.compile(rf"Nomor pendaftaran: (?P<number>\S+)\n{PROGRAMME}, (?P<cohort>.+)")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of the cast who never used the bot, and the NIK that her note offers for typing."""

    name: str
    nik: str

    @property
    def finished(self) -> str:
        """The year in which somebody of this NIK usually finishes an SMK; all of them were born after 1950."""
        year = int(self.nik[10:12])
        return str((1900 if year > 50 else 2000) + year + 18)


@dataclass(frozen=True, slots=True)
class Filed:
    """A registration."""

    number: str
    cohort: str


# Eid with the days around it.
LONGEST_PAUSE_DAYS = 16


def newcomer(player: Player) -> Newcomer:
    """Takes up the phone of a newcomer who lives in the city."""
    row = player.newcomers().filter(has_text="warga kota").first
    name = row.locator(".person-name").inner_text()
    player.plays(player.person(name))
    return Newcomer(name, player.page.get_by_test_id("copy-number").text_content() or "")


def somebody(player: Player, note: str) -> str:
    """The name of the first one whose note says this."""
    return player.page.locator(".person").filter(has_text=note).first.locator(".person-name").inner_text()


def looks_around(player: Player) -> None:
    """From START to the card of a class."""
    player.starts()
    player.sees("selamat datang")
    player.taps("Lihat pelatihan")
    player.sees("Pendaftaran dibuka")
    player.taps(PROGRAMME)
    player.sees("Pendaftaran sampai")


def registers(player: Player, who: Newcomer, *, since: str = "setuju", until: str = "") -> None:
    """Answers the questions from `since` on, up to the question `until`, which then stands open."""
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("setuju", lambda: player.taps("Setuju, lanjut")),
        ("nama lengkap", lambda: player.says(who.name)),
        ("NIK", lambda: player.says(who.nik)),
        ("Apakah benar", lambda: player.taps("Ya, benar")),
        ("kecamatan", lambda: player.taps("Pekalongan Utara")),
        ("kelurahan", lambda: player.taps("Krapyak")),
        ("alamat", lambda: player.says("Jl. Melati 5 RT 02 RW 03")),
        ("nomor telepon", player.shares_her_number),
        ("pendidikan terakhir", lambda: player.taps("SMK/MAK")),
        ("Tahun berapa", lambda: player.taps(who.finished)),
        ("kegiatan Anda saat ini", lambda: player.taps("Cari kerja")),
        ("pelatihan Dinperinaker", lambda: player.taps("Belum pernah")),
        ("Silakan periksa", lambda: player.taps("Kirim pendaftaran")),
    )
    first = [name for name, _answer in steps].index(since)
    for question, answer in steps[first:]:
        player.sees(question)
        assert player.overflows() == []
        if question == until:
            return
        answer()


def filed(player: Player) -> Filed:
    """The number and its QR picture, which have come."""
    player.sees("Pendaftaran Anda sudah masuk")
    expect(player.last()).to_have_attribute("data-kind", "photo")
    expect(player.last().get_by_role("img")).to_have_js_property("complete", True)
    found = FILED.search(player.words())
    assert found is not None, player.words()
    return Filed(found["number"], found["cohort"])


def goes_to(player: Player, button: str) -> None:
    """From anywhere to a button of the staff menu, even where the morning's digest comes at the same moment."""
    player.says("/staf")
    player.reads("Menu petugas")
    player.presses(button)


def sends_her_documents(player: Player) -> None:
    """Both at once, told apart; they are stored and disappear from the chat."""
    player.taps("Kirim berkas")
    player.sees("PDF) KTP")
    player.chooses("attach", "attach-album")
    player.sees("Mana yang mana?")
    photos = player.page.locator("[data-testid=bubble][data-from=person][data-kind=photo]")
    expect(photos).to_have_count(2)
    player.taps("Foto pertama KTP")
    player.reads("Berkas Anda lengkap")
    expect(photos).to_have_count(0)


def checks_quickly(player: Player) -> None:
    """Somebody from outside the city, for whom one class is open."""
    player.starts()
    player.taps("Lihat pelatihan")
    player.taps("Cek cepat")
    player.taps("Luar Kota")
    player.taps("18 sampai")
    player.taps("SMK")
    player.sees("hanya untuk KTP")


def looks_at_a_session(player: Player, programme: str, kind: str) -> None:
    goes_to(player, "Tes & wawancara")
    player.taps(programme)
    player.taps(kind)
    player.sees("Kursi:")


def proposes(player: Player, cohort: str) -> None:
    """The ranking of a cohort, by its scores."""
    goes_to(player, "Seleksi")
    player.taps(cohort)
    player.taps("Usulkan menurut nilai")
    player.sees("konsep")


def publishes(player: Player, cohort: str, decree: str) -> None:
    """What another officer has sent for review, until the public list has come."""
    goes_to(player, "Seleksi")
    player.taps(cohort)
    player.sees("menunggu petugas kedua")
    player.taps("Terbitkan")
    player.sees("surat keputusan")
    player.says(decree)
    player.sees("daftar ulang")
    player.button("20").click()
    player.sees("diberi kabar")
    player.taps("Terbitkan dan kabari")
    player.sees("hanya nomor pendaftaran")


def newest_file(player: Player) -> bytes:
    """What one gets who taps the newest document."""
    link = player.page.get_by_test_id("document").last.get_attribute("href") or ""
    return player.page.request.get(f"{player.address}{link}").body()


def finds(player: Player, number: str) -> None:
    """Skips through the waiting applications up to one."""
    goes_to(player, "Pendaftaran menunggu")
    player.sees("NIK")
    heading = player.last().locator("b").nth(1)
    for _skip in range(30):
        shown = heading.inner_text()
        if shown == number:
            return
        player.taps("Lewati")
        expect(heading).not_to_have_text(shown)
    raise AssertionError(f"{number} does not wait")


def is_selected(rehearsal: Rehearsal, number: str) -> None:
    """Tested, selected and re-registered, behind the page's back."""
    with ThreadPoolExecutor(1) as another_loop:
        another_loop.submit(lambda: asyncio.run(_select(rehearsal, number))).result()


async def _select(rehearsal: Rehearsal, number: str) -> None:
    settings = settings_for(rehearsal.home / "simulator", rehearsal.address)
    database = open_database(settings.url, vault_of(settings), SystemClock())
    await database.write(becomes_participant, number, datetime.now(UTC))
    await database.close()


def graduates(player: Player, a_class: str = PROGRAMME) -> None:
    """Closes the training of a class."""
    goes_to(player, "Luluskan kelas")
    player.sees("Kelas mana")
    player.taps(a_class)
    player.sees("Siapa yang lulus?")
    player.taps("Lanjut")
    player.sees("Luluskan kelas ini?")
    player.taps("Ya, luluskan")
    player.sees("peserta diluluskan")


def travels_until(player: Player, words: str) -> None:
    """Day by day, since holidays may hold a message back, until the newest one says this."""
    for _day in range(21):
        if words in player.words():
            return
        player.travels("day")
    player.sees(words)


def officers_work_today(player: Player) -> bool:
    """Whether the rehearsal's first day is one of the week's working days: then the officers have their digest."""
    shown = re.search(r"\d{1,2} \w{3} \d{4}", player.page.get_by_role("timer").inner_text())
    day = None if shown is None else readers.day(shown[0])
    assert day is not None
    return day.weekday() < 5


def answers_the_followup(player: Player) -> None:
    """She has a steady job, since the first month."""
    for question, answer in (
        ("apa kegiatan utama Anda?", "Kerja digaji"),
        ("tetap?", "Ya, tetap"),
        ("Mulai kapan?", "Sampai 1 bulan"),
        ("Seberapa sesuai", "Sangat sesuai"),
        ("Di mana Anda bekerja?", "Lewati"),
    ):
        player.sees(question)
        player.ponders()
        player.taps(answer)
    player.sees("Jawaban Anda sudah dicatat")


def looks_at_the_figure(player: Player, cohort: str, month: int) -> None:
    """The figure of a cohort so many months after the training."""
    goes_to(player, "Angka alumni")
    player.sees("Lulusan (N)")
    player.taps("Angkatan")
    player.taps(cohort)
    player.sees(cohort)
    player.taps("Bulan")
    player.taps(f"Bulan {month}")
    player.sees(f"bulan ke-{month}")


def writes_an_announcement(player: Player, cohort: str, words: str) -> None:
    """Up to the preview."""
    goes_to(player, "Pengumuman")
    player.taps("Pengumuman baru")
    player.sees("Untuk angkatan mana?")
    player.taps(cohort)
    player.sees("Tulis pengumuman")
    player.says(words)
    expect(player.button("Kirim ke")).to_be_visible()


def sends_it(player: Player) -> None:
    """From the preview to the report; where today is a holiday, on the first day on which it may go out."""
    held = "saat jam kirim mulai" in player.words()
    player.taps("📤 Kirim ke")
    sent = player.bubbles().filter(has_text="Pengumuman sudah dikirim.")
    for _day in range(LONGEST_PAUSE_DAYS if held else 0):
        if sent.count():
            break
        player.travels("day")
    expect(sent.last).to_be_visible()
    player.presses("Laporan pengiriman")
    player.sees("Laporan pengiriman")
