"""Posters: one A4 page that opens, whose words can be searched, and whose QR leads to the class."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from conversations.offering.poster import Poster
from scheduler.posters import poster

LINK = "https://t.me/canting_bot?start=k_2026-4-menjahit"
SEWING = Poster(
    centre="UPTD BLK Kota Pekalongan",
    free="PELATIHAN GRATIS",
    title="Menjahit",
    cohort="Angkatan IV 2026 (data contoh)",
    teaches="Mengukur badan, membuat pola, memotong kain, dan menjahit baju wanita sampai siap pakai.",
    facts=(("Daftar sampai", "14 Desember 2026 16.00"), ("Pelatihan", "8 Januari 2027 sampai 22 Februari 2027")),
    rules_head="Syarat",
    rules=("KTP Kota Pekalongan", "Usia 18 tahun ke atas"),
    gifts="Gratis: ATK, modul, uang transport, sertifikat. Tidak ada petugas yang meminta uang.",
    scan="Pindai untuk mendaftar",
    typed="atau kirim kode ini ke @canting_bot di Telegram",
    code="MNJ57",
    link=LINK,
    foot="Atau datang ke loket: Kota Pekalongan, Jawa Tengah, Senin-Jumat 08.00-15.00 WIB",
)
LONG_WINDED = replace(
    SEWING,
    centre="Unit Pelaksana Teknis Daerah Balai Latihan Kerja Dinas Perindustrian dan Tenaga Kerja Kota Contoh",
    title="Operator Pengolahan Hasil Pertanian & Perikanan serta Pemasarannya secara Daring",
    cohort="Angkatan III <Dana Bagi Hasil Cukai Hasil Tembakau> Kota Pekalongan Tahun 2026",
    teaches=SEWING.teaches * 4,
    rules=tuple(f"Syarat ke-{n}, yang panjangnya melebihi satu baris biasa pada selembar poster" for n in range(1, 7)),
    facts=(*SEWING.facts, ("Kursi", "16, peserta dipilih lewat tes"), ("Tempat", "Gedung Workshop " * 7)),
    code="PNG123456789012",
    foot=SEWING.foot * 2,
)
ENDLESS = replace(LONG_WINDED, teaches=SEWING.teaches * 30)
A4_POINTS = (595, 842)


def opened(pdf: bytes) -> tuple[Any, str]:
    """The only page and its words, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    return page, " ".join(page.get_textpage().get_text_bounded().split())


def scanned(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]


@pytest.mark.parametrize("content", [SEWING, LONG_WINDED], ids=["short", "long"])
def test_a_poster_is_one_a4_page_that_says_everything(content: Poster) -> None:
    page, words = opened(poster(content, "pdf"))
    assert tuple(round(side) for side in page.get_size()) == A4_POINTS
    values = [value for fact in content.facts for value in fact]
    for said in (content.centre, content.free, content.title, content.cohort, *values, *content.rules, content.code):
        assert " ".join(said.split()) in words, said


@pytest.mark.parametrize("content", [SEWING, LONG_WINDED], ids=["short", "long"])
def test_its_qr_leads_to_the_class(content: Poster) -> None:
    picture = Image.open(BytesIO(poster(content, "png")))
    assert picture.width >= 1600, "enough for print"
    assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.01)
    assert scanned(picture) == [LINK]
    assert scanned(picture.resize((picture.width // 3, picture.height // 3))) == [LINK], "and from some way off"


@pytest.mark.parametrize("content", [SEWING, LONG_WINDED, ENDLESS], ids=["short", "long", "endless"])
def test_nothing_stands_on_anything_else(content: Poster) -> None:
    """Words keep to the page, and those about the class end above the plate with the QR."""
    page, _words = opened(poster(content, "pdf"))
    text = page.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    width, height = page.get_size()
    assert all(left > 0 and right < width and bottom > 0 and top < height for left, bottom, right, top in boxes)
    rows = sorted(boxes, key=lambda box: -box[3])
    for upper in rows:
        for lower in rows:
            if lower is not upper and lower[3] < upper[3]:
                beside = lower[2] <= upper[0] or lower[0] >= upper[2]
                assert beside or lower[3] <= upper[1] + 3, (upper, lower)
