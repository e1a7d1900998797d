"""Invented documents, drawn: a KTP and an ijazah that say CONTOH. Nothing on them is of a real person."""

import io

from PIL import Image, ImageDraw, ImageFilter, ImageFont

KTP_NIK = "3375015708999901"
_KTP_LINES = (
    "PROVINSI CONTOH",
    "KOTA CONTOH",
    f"NIK : {KTP_NIK}",
    "Nama : CONTOH REKAAN",
    "Tempat/Tgl Lahir : CONTOH, 17-08-1999",
    "Alamat : JL. CONTOH NO. 0",
    "Agama : -",
    "Pekerjaan : CONTOH",
)
_DIPLOMA_LINES = (
    "IJAZAH CONTOH",
    "Sekolah Menengah Kejuruan Rekaan",
    "menerangkan bahwa",
    "CONTOH REKAAN",
    "dinyatakan LULUS pada ujian contoh",
    "Kota Contoh, 1 Januari 2020",
    "Kepala Sekolah Contoh",
)


def _drawn(size: tuple[int, int], ground: str, lines: tuple[str, ...], mark: str) -> Image.Image:
    image = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(image)
    for at in range(0, size[0] + size[1], 14):  # the fine lines of a security paper
        pen.line(((at, 0), (at - size[1] // 3, size[1])), fill="#cfd8dc", width=1)
    step = size[1] // (len(lines) + 2)
    for n, words in enumerate(lines, 1):
        pen.text((size[0] // 12, n * step), words, fill="#15202b", font=ImageFont.load_default(step // 2))
    pen.text((size[0] - 90, size[1] - 24), mark, fill="#607d8b", font=ImageFont.load_default(14))
    return image


def _jpeg(image: Image.Image, quality: int = 88) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality)
    return written.getvalue()


def ktp(mark: str = "CONTOH", width: int = 1000) -> bytes:
    """A JPEG. Another mark makes another file."""
    return _jpeg(_drawn((width, width * 63 // 100), "#bfe0ee", _KTP_LINES, mark))


def diploma(mark: str = "CONTOH", width: int = 900) -> bytes:
    return _jpeg(_drawn((width, width * 14 // 10), "#fbf3df", _DIPLOMA_LINES, mark))


def tiny() -> bytes:
    return ktp(width=200)


def plain() -> bytes:
    """A picture of a table top: nothing on it."""
    noise = Image.effect_noise((900, 700), 6).convert("RGB")
    return _jpeg(Image.blend(Image.new("RGB", (900, 700), "#777777"), noise, 0.5), 97)


def blurred() -> bytes:
    image = _drawn((1000, 630), "#bfe0ee", _KTP_LINES, "CONTOH").filter(ImageFilter.GaussianBlur(9))
    return _jpeg(image, 100)


def cut_off() -> bytes:
    whole = ktp()
    return whole[: len(whole) * 2 // 3]


def pdf(pages: int = 1, of: str = "ijazah") -> bytes:
    """A scanned document: each page is a picture."""
    size = (900, 1260)
    images = [_drawn(size, "#fbf3df", _DIPLOMA_LINES, f"{of} {n}") for n in range(max(pages, 1))]
    written = io.BytesIO()
    images[0].save(written, "PDF", save_all=True, append_images=images[1:])
    return written.getvalue()


def locked_pdf() -> bytes:
    """One that asks for a password."""
    from fpdf import FPDF
    from fpdf.enums import AccessPermission

    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=20)
    paper.cell(text="CONTOH")
    paper.set_encryption("owner", "user", permissions=AccessPermission.none())
    return bytes(paper.output())
