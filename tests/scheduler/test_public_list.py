"""The public list: every number that passed or waits, none of them lost, on paper and as a picture."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
from PIL import Image

from scheduler.public_list import PublicList, Section, as_pdf, as_png

NOON = datetime(2026, 10, 6, 5, 0, tzinfo=UTC)


def a_section(heading: str, count: int) -> Section:
    return Section(heading, tuple((f"9999-1-{n:04d}", "LULUS") for n in range(1, count + 1)), f"{count} orang")


def a_list(*sections: Section) -> PublicList:
    return PublicList(
        centre="UPTD BLK",
        title="PENGUMUMAN",
        subtitle="Angkatan Khusus",
        decree="800/77/2026",
        columns=("Nomor", "Hasil"),
        sections=sections,
        none="Tidak ada.",
        deadline="Daftar ulang paling lambat Senin",
        notes=("Semuanya gratis.",),
        foot="Hanya nomor.",
        made_at=NOON,
    )


def words_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[at].get_textpage().get_text_range() for at in range(len(document))]


def test_every_number_stands_on_the_paper_once() -> None:
    words = "\n".join(words_of(as_pdf(a_list(a_section("Menjahit", 43)))))
    for number in range(1, 44):
        assert words.count(f"9999-1-{number:04d}") == 1


def test_a_class_that_fits_a_page_is_not_torn() -> None:
    pages = words_of(as_pdf(a_list(*(a_section(f"Kelas {n}", 43) for n in range(5)))))
    for n in range(5):
        (page,) = (page for page in pages if f"Kelas {n}" in page)
        assert page.count("43 orang") == page.count("Kelas ")


def test_a_class_without_anybody_says_so() -> None:
    assert "Tidak ada." in words_of(as_pdf(a_list(a_section("Menjahit", 0))))[0]


def test_a_picture_shows_every_page() -> None:
    one = Image.open(BytesIO(as_png(a_list(a_section("Menjahit", 43)))))
    long = Image.open(BytesIO(as_png(a_list(a_section("Menjahit", 200)))))
    assert long.height == one.height * len(words_of(as_pdf(a_list(a_section("Menjahit", 200)))))
    assert long.height > one.height


def test_the_same_list_is_the_same_paper() -> None:
    listed = a_list(a_section("Menjahit", 3))
    assert as_pdf(listed) == as_pdf(replace(listed))
