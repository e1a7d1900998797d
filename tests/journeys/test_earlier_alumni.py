"""Earlier alumni: they come by Excel, are invited, and connect their Telegram with their record."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from records import people
from records.earlier import uninvited
from records.followups import Followup
from records.session import Session
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna, goes_to
from tests.journeys.scoring import XLSX, saved
from tests.person import Phone
from tests.stage import Stage

HEADS = ("Nama", "Kejuruan", "Angkatan", "Tahun", "Selesai pelatihan", "NIK", "Nomor HP", "Kelurahan")
SITI = ("Siti O'Aminah", "Menjahit", "Angkatan IX", 2026, date(2026, 4, 8), None, "81234567890", "Landungsari")
BUDI = ("Budi R", "Batik tulis", "Angkatan I", 2015, date(2015, 4, 8), "3375010101990002", None, None)


def _file(*rows: tuple[Any, ...]) -> bytes:
    made = Workbook()
    page = made.active
    assert page is not None
    page.append(HEADS)
    for row in rows:
        page.append(row)
    return saved(made)


async def _sends(ratna: Phone, *rows: tuple[Any, ...]) -> None:
    await goes_to(ratna, "🧭 Alumni")
    await ratna.taps("Alumni terdahulu")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_file("alumni.xlsx", _file(*rows), XLSX)
    ratna.sees("File sedang diperiksa")


async def test_the_template_can_be_filled_in_as_it_comes(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "🧭 Alumni")
    await ratna.taps("Alumni terdahulu")
    await ratna.taps("Templat Excel")
    await ratna.waits_for("Ini templatnya.")
    page = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets[0]
    heads = [cell.value for cell in page[3]]
    assert set(HEADS) <= set(heads)
    assert page["A4"].value == "Contoh Siti Aminah"


async def test_a_file_with_mistakes_brings_nothing_and_says_all_of_them(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    before = await stage.reads(uninvited.by_class)
    await _sends(
        ratna,
        (*SITI[:4], date(2030, 1, 1), "33750", None, "Atlantis"),
        ("Budi 99", "Menjahitt", "Angkatan I", 2015, date(2015, 4, 8), None, None, None),
        (None, "Menjahit", "Angkatan I", 2015, date(2015, 4, 8), None, None, None),
    )
    await ratna.waits_for("kesalahan di 3 baris. Tidak ada yang diubah.")
    back = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets[0]
    said = [str(row[len(HEADS)].value) for row in back.iter_rows(min_row=2)]
    assert "Tanggal ini belum tiba." in said[0]
    assert "16 digit" in said[0]
    assert "bukan kelurahan" in said[0]
    assert "Nama" in said[1]
    assert "kosong" in said[2]
    assert await stage.reads(uninvited.by_class) == before
    await _sends(ratna, ("Budi", "Menjahitt", "Angkatan I", 2015, date(2015, 4, 8), None, None, None))
    await ratna.waits_for("Apakah ini “Menjahit”?")
    assert await stage.reads(uninvited.by_class) == before


async def test_a_mended_file_is_sent_from_where_its_mistakes_are_told(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await _sends(ratna, (*SITI[:4], date(2030, 1, 1), None, None, None))
    await ratna.waits_for("perbaiki, lalu kirim lagi.")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_file("alumni.xlsx", b"words", XLSX)
    await ratna.waits_for("Ini bukan file Excel.")
    await ratna.taps("Kirim file Excel")
    await ratna.sends_file("alumni.xlsx", _file(SITI), XLSX)
    await ratna.waits_for("1 alumni akan disimpan.")


async def test_alumni_are_shown_before_they_are_saved_then_invited_and_connect_once(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await _sends(ratna, SITI, BUDI)
    await ratna.waits_for("2 alumni akan disimpan. Belum ada yang disimpan.")
    ratna.sees("Kejuruan baru: Batik tulis")
    ratna.sees("1 di antaranya masih punya gelombang yang terbuka")
    asked, button = ratna.button("💾 Simpan 2 alumni")
    await ratna.taps("💾 Simpan 2 alumni")
    await ratna.waits_for("✅ 2 alumni disimpan.")
    after = await fingerprint(stage)
    await ratna.forges(button, asked)
    assert await fingerprint(stage) == after
    planned = await stage.reads(_waves_ahead)
    assert planned == [6, 12]
    await ratna.taps("🎟 Undangan")
    await ratna.taps("Menjahit · Angkatan IX · 1")
    await ratna.taps("Excel dengan tautan WhatsApp")
    await ratna.waits_for("🎟 1 undangan untuk Menjahit, Angkatan IX.")
    page = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets[0]
    _n, name, phone, link, code, whatsapp = (cell.value for cell in page[4])
    assert (name, phone) == (SITI[0], "+6281234567890")
    assert str(link).endswith(f"?start={code}")
    assert str(whatsapp).startswith("https://wa.me/6281234567890?text=Halo%20Siti")
    siti = await stage.person("Siti")
    await siti.starts(str(code))
    siti.sees("Siti O'Aminah")
    assert [one.name for one in await stage.reads(people.of_chat, siti.id)] == [SITI[0]]
    stranger = await stage.person("Orang lain")
    await stranger.starts(str(code))
    stranger.sees("Tautan ini sudah tidak berlaku.")


def _waves_ahead(session: Session) -> list[int]:
    found = session.query(Followup).filter(Followup.state == "planned").order_by(Followup.wave)
    known = {"Siti O'Aminah"}
    return [row.wave for row in found if people.by_id(session, row.person_id).name in known]


async def test_the_cards_hold_a_qr_for_everyone_of_the_class(stage: Stage) -> None:
    import pypdfium2

    ratna = bu_ratna(stage)
    names = [f"Alumna {letter}" for letter in "ABCDEFGHI"]
    many = [(name, *SITI[1:6], None, None) for name in names]
    await _sends(ratna, *many)
    await ratna.waits_for("9 alumni akan disimpan.")
    await ratna.taps("💾 Simpan 9 alumni")
    await ratna.waits_for("✅ 9 alumni disimpan.")
    await ratna.taps("🎟 Undangan")
    await ratna.taps("Menjahit · Angkatan IX · 9")
    await ratna.taps("Kartu QR untuk dicetak")
    await ratna.waits_for("🎟 9 undangan")
    document = pypdfium2.PdfDocument(stage.newest_file(ratna))
    assert len(document) == 2
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert all(name in words for name in names)
    assert len({part for part in words.split() if part.startswith("t_")}) == 9


async def test_nobody_but_an_officer_brings_alumni(stage: Stage) -> None:
    stranger = await stage.person("Orang lain")
    await stranger.starts()
    before = await fingerprint(stage)
    for data in ("m:earlier", "m:earliersave:1", "m:invitefile:1.pdf", "m:invitations:1", "m:earlierfile"):
        await stranger.forges(data)
    assert await fingerprint(stage) == before
