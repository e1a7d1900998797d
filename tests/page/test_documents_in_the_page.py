"""Documents in the page: a registration with all of them at the width of a phone, with samples and with own files."""

from playwright.sync_api import FilePayload, Locator, expect

from tests import papers
from tests.page import parts
from tests.page.player import Player

KTP: FilePayload = {"name": "ktp.jpg", "mimeType": "image/jpeg", "buffer": papers.ktp()}
DIPLOMA: FilePayload = {"name": "ijazah.jpg", "mimeType": "image/jpeg", "buffer": papers.diploma()}
SMALL: FilePayload = {"name": "kecil.jpg", "mimeType": "image/jpeg", "buffer": papers.tiny()}
SCANNED: FilePayload = {"name": "ijazah.pdf", "mimeType": "application/pdf", "buffer": papers.pdf()}


def is_asked(phone: Player) -> parts.Filed:
    """Registered, and at the question for the KTP."""
    who = parts.newcomer(phone)
    parts.looks_around(phone)
    phone.taps("Daftar")
    parts.registers(phone, who)
    filed = parts.filed(phone)
    phone.sees("Berikutnya: berkas Anda (KTP, ijazah)")
    phone.taps("Kirim berkas")
    phone.sees("PDF) KTP")
    return filed


def hers(phone: Player, kind: str = "photo") -> Locator:
    """What she sent and what still stands in the chat."""
    return phone.page.locator(f"[data-testid=bubble][data-from=person][data-kind={kind}]")


def sends(phone: Player, way: str, *files: FilePayload) -> None:
    """Files of her own, by the paper clip: chosen, looked at, sent."""
    with phone.page.expect_file_chooser() as chooser:
        phone.chooses("attach", f"attach-{way}")
    chooser.value.set_files(list(files))
    if way == "photo":
        expect(phone.page.locator("img.preview")).to_have_count(len(files))
    assert phone.overflows() == []
    phone.chooses("confirm")


def test_her_own_files_are_stored_and_disappear_from_the_chat(phone: Player) -> None:
    filed = is_asked(phone)
    sends(phone, "photo", SMALL)
    phone.reads("terlalu kecil untuk dibaca")
    expect(hers(phone)).to_have_count(0)
    phone.sees("PDF) KTP")
    sends(phone, "photo", KTP)
    phone.reads("PDF) ijazah")
    sends(phone, "document", SCANNED)
    phone.reads("Berkas Anda lengkap")
    phone.reads("Pesan Anda sudah kami hapus dari chat ini")
    expect(hers(phone)).to_have_count(0)
    expect(hers(phone, "document")).to_have_count(0)
    phone.says("/status")
    phone.sees("Berkas Anda sudah ada")
    phone.taps(f"Berkas saya ({filed.number})")
    phone.sees("KTP: tersimpan")
    phone.sees("ijazah: tersimpan")
    assert phone.overflows() == []


def test_of_her_own_album_she_says_which_is_which(phone: Player) -> None:
    is_asked(phone)
    sends(phone, "photo", DIPLOMA, KTP)
    phone.sees("Mana yang mana?")
    expect(hers(phone)).to_have_count(2)
    assert phone.overflows() == []
    phone.taps("Foto pertama ijazah")
    phone.reads("Berkas Anda lengkap")
    expect(hers(phone)).to_have_count(0)


def test_samples_serve_whoever_only_tries_it(phone: Player) -> None:
    is_asked(phone)
    phone.chooses("attach", "attach-sample")
    phone.reads("PDF) ijazah")
    phone.chooses("attach", "attach-sample-ijazah")
    phone.reads("Berkas Anda lengkap")
    expect(hers(phone)).to_have_count(0)
