"""Papers of the demonstration: a KTP and an ijazah of somebody invented, drawn, with CONTOH across them."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from records.documents import DocumentKind
from records.people import Particulars, Sex

if TYPE_CHECKING:
    from PIL.Image import Image

CARD, SHEET = (860, 542), (760, 1064)
SKY, CREAM, INK, STAMP = "#bfe0ee", "#fbf3df", "#15202b", "#9fb4bf"
QUALITY = 82
SEX = {Sex.FEMALE: "PEREMPUAN", Sex.MALE: "LAKI-LAKI"}


@dataclass(frozen=True, slots=True)
class Line:
    """Words at a height, a share of the picture's; in the middle, or from the left margin."""

    words: str
    at: float
    size: int
    centred: bool = False


def draw(kind: DocumentKind, said: Particulars) -> bytes:
    """A JPEG."""
    if kind is DocumentKind.KTP:
        return _drawn(CARD, SKY, _card(said))
    return _drawn(SHEET, CREAM, _sheet(said))


def _card(said: Particulars) -> tuple[Line, ...]:
    rows = (
        f"NIK : {said.nik}",
        f"Nama : {said.name.upper()}",
        f"Tgl Lahir : {said.birth_date:%d-%m-%Y}",
        f"Jenis Kelamin : {SEX[said.sex]}",
        f"Alamat : {said.address.upper()}",
        f"Kab/Kota : {(said.town or 'Kota Pekalongan').upper()}",
    )
    heads = (Line("PROVINSI CONTOH (REKAAN)", 0.06, 30, True), Line("BUKAN KTP SUNGGUHAN", 0.14, 22, True))
    return (*heads, *(Line(words, 0.27 + 0.11 * n, 28) for n, words in enumerate(rows)))


def _sheet(said: Particulars) -> tuple[Line, ...]:
    school = said.education.value.replace("_", "-").upper()
    return (
        Line("IJAZAH CONTOH (REKAAN)", 0.1, 40, True),
        Line(f"Sekolah Rekaan, jenjang {school}", 0.2, 28, True),
        Line("menerangkan bahwa", 0.34, 26, True),
        Line(said.name.upper(), 0.42, 36, True),
        Line(f"lahir {said.birth_date:%d-%m-%Y}", 0.5, 26, True),
        Line(f"dinyatakan LULUS, tahun {said.year_finished}", 0.6, 30, True),
        Line("Kepala Sekolah Contoh", 0.82, 24, True),
    )


def _drawn(size: tuple[int, int], ground: str, lines: tuple[Line, ...]) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(image)
    for at in range(0, sum(size), 15):  # the fine lines of a security paper
        pen.line(((at, 0), (at - size[1] // 3, size[1])), fill="#d3dde2", width=1)
    pen.text((size[0] // 2, size[1] * 0.72), "CONTOH", fill=STAMP, font=ImageFont.load_default(96), anchor="mm")
    for line in lines:
        where = (size[0] // 2 if line.centred else 48, line.at * size[1])
        anchor = "ma" if line.centred else "la"
        pen.text(where, line.words, fill=INK, font=ImageFont.load_default(line.size), anchor=anchor)
    return _jpeg(image)


def _jpeg(image: "Image") -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
