"""The inspection: whether the bytes of a document can be read at all, and a preview of it. For the slow process.

It judges no content: whether it is the right document, and of the right person, an officer sees.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

PREVIEW_PIXELS = 2_000
PREVIEW_QUALITY = 85
# Sharpness is measured at this size, so that it does not grow with the camera.
MEASURED_PIXELS = 1_000
# Larger pictures are refused before they are unpacked: 100 megapixels are some 300 MB in memory.
MOST_PIXELS = 100_000_000
PDF, JPEG, PNG, WEBP = "application/pdf", "image/jpeg", "image/png", "image/webp"
_PICTURES = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP}
_SUFFICIENT = (JPEG,)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document must be like: see DocumentRules in records/profile/checking.py."""

    smallest_bytes: int
    smallest_side: int
    least_contrast: float
    least_sharpness: float
    most_pages: int


@dataclass(frozen=True, slots=True)
class Inspected:
    """What it is. `trouble` is a code of why nobody could read it: no_document, broken, large, small, plain, blurred,
    locked, pages. `preview` is a JPEG of at most 2,000 pixels, None where the file itself serves as one.
    """

    media: str
    pages: int = 1
    preview: bytes | None = None
    trouble: str | None = None


def inspect(content: bytes, limits: Limits) -> Inspected:
    """By content alone, whatever name or type it came with."""
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _pdf(content, limits)
    return _picture(content, limits)


def _picture(content: bytes, limits: Limits) -> Inspected:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=tuple(_PICTURES)) as opened:
            media = _PICTURES[str(opened.format)]
            if opened.width * opened.height > MOST_PIXELS:
                return Inspected(media, trouble="large")
            opened.load()  # the whole of it: one that is cut off ends here
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except UnidentifiedImageError:
        return Inspected("", trouble="no_document")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return Inspected("", trouble="broken")
    trouble = "small" if len(content) < limits.smallest_bytes else _unreadable(upright, limits)
    if trouble is not None:
        return Inspected(media, trouble=trouble)
    serves = media in _SUFFICIENT and max(upright.size) <= PREVIEW_PIXELS
    return Inspected(media, preview=None if serves else _preview(upright))


def _unreadable(image: "Image", limits: Limits) -> str | None:
    """Too small, almost of one colour, or too blurred for anybody to read."""
    from PIL import ImageStat

    if min(image.size) < limits.smallest_side:
        return "small"
    grey = image.convert("L")
    grey.thumbnail((MEASURED_PIXELS, MEASURED_PIXELS))
    if ImageStat.Stat(grey).stddev[0] < limits.least_contrast:
        return "plain"
    return "blurred" if sharpness(grey) < limits.least_sharpness else None


def sharpness(grey: "Image") -> float:
    """The variance of the Laplacian: edges make it large, blur makes it small (Pech-Pacheco and others, ICPR 2000).

    The kernel's values are halved and moved by 128 to stay within a byte, hence the factor.
    """
    from PIL import ImageFilter, ImageStat

    kernel = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=2, offset=128)
    edges = grey.filter(kernel).crop((1, 1, grey.width - 1, grey.height - 1))
    return float(ImageStat.Stat(edges).var[0]) * 4


def _preview(image: "Image") -> bytes:
    smaller = image.copy()
    smaller.thumbnail((PREVIEW_PIXELS, PREVIEW_PIXELS))
    written = io.BytesIO()
    smaller.save(written, "JPEG", quality=PREVIEW_QUALITY)
    return written.getvalue()


def _pdf(content: bytes, limits: Limits) -> Inspected:
    """Its first page is looked at like a picture."""
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as refused:
        return Inspected(PDF, trouble="locked" if "password" in str(refused).lower() else "broken")
    try:
        pages = len(opened)
        if not 1 <= pages <= limits.most_pages:
            return Inspected(PDF, pages, trouble="pages" if pages else "broken")
        page = opened[0]
        scale = PREVIEW_PIXELS / max(*page.get_size(), 1.0)
        image = page.render(scale=min(scale, 4.0)).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ValueError):
        return Inspected(PDF, trouble="broken")
    finally:
        opened.close()
    trouble = _unreadable(image, limits)
    return Inspected(PDF, pages, None if trouble else _preview(image), trouble)
