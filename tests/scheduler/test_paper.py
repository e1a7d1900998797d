"""Papers: real PDF files, whose words can be read back, and pictures of their pages."""

from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
from PIL import Image

from scheduler.paper import Column, Paper, to_png

MADE = datetime(2026, 10, 6, 3, 0, tzinfo=UTC)
COLUMNS = (Column("No.", 0.4, "R"), Column("Nama", 3), Column("Tanda tangan", 2))
LONG = "Raden Ajeng Siti Nurhaliza Kusumaningrum binti Haji Muhammad Abdurrahman Wahyudi, S.Pd."


def _made(rows: int) -> bytes:
    paper = Paper("Daftar hadir", "UPTD BLK (data contoh)", made_at=MADE)
    paper.title("Daftar hadir")
    paper.text("Menjahit, Angkatan IV")
    paper.table(COLUMNS, [(str(n), f"{LONG} {n}", "") for n in range(1, rows + 1)], line_mm=8)
    return paper.to_pdf()


def _words(pdf: bytes, page: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return str(document[page].get_textpage().get_text_range())


def test_a_long_table_repeats_its_head_and_numbers_its_pages() -> None:
    pdf = _made(60)
    pages = len(pypdfium2.PdfDocument(pdf))
    assert pages > 1
    for page in range(pages):
        assert "Tanda tangan" in _words(pdf, page)
        assert f"{page + 1}/{pages}" in _words(pdf, page)


def test_long_names_wrap_and_lose_no_letter() -> None:
    read = "".join(_words(_made(1), 0).split())
    assert "".join(LONG.split()) in read


def test_the_same_paper_is_the_same_file() -> None:
    assert _made(3) == _made(3)


def test_letters_of_other_alphabets_of_the_latin_script_are_printed() -> None:
    paper = Paper("Nama", made_at=MADE)
    paper.text("Đặng Š. Ōé <b>R&D</b>")
    assert "Đặng Š. Ōé <b>R&D</b>" in _words(paper.to_pdf(), 0)


def test_a_page_becomes_a_picture_of_the_width_wanted() -> None:
    with Image.open(BytesIO(to_png(_made(2), width=900))) as picture:
        assert picture.width in (899, 900, 901)
        assert picture.height > picture.width
