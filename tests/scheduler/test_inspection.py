"""The inspection: what nobody could read is told apart from what an officer may look at."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from records import profile
from scheduler.inspection import JPEG, PDF, PNG, PREVIEW_PIXELS, Inspected, Limits, inspect, sharpness
from tests import papers

RULES = profile.load().documents
LIMITS = Limits(
    RULES.smallest_bytes, RULES.smallest_side, RULES.least_contrast, RULES.least_sharpness, RULES.most_pages
)


def opened(preview: bytes | None) -> Image.Image:
    assert preview is not None
    return Image.open(io.BytesIO(preview))


def test_a_photo_serves_as_its_own_preview() -> None:
    assert inspect(papers.ktp(), LIMITS) == Inspected(JPEG)
    assert inspect(papers.diploma(), LIMITS) == Inspected(JPEG)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "no_document"),
        (b"PK\x03\x04" * 5000, "no_document"),
        (papers.cut_off(), "broken"),
        (papers.tiny(), "small"),
        (papers.plain(), "plain"),
        (papers.blurred(), "blurred"),
        (papers.locked_pdf(), "locked"),
        (b"%PDF-1.7 and nothing behind it", "broken"),
        (papers.pdf(RULES.most_pages + 1), "pages"),
    ],
)
def test_what_nobody_could_read_says_why(content: bytes, trouble: str) -> None:
    found = inspect(content, LIMITS)
    assert (found.trouble, found.preview) == (trouble, None)


def test_a_pdf_shows_its_first_page_as_a_picture() -> None:
    found = inspect(papers.pdf(3), LIMITS)
    assert (found.media, found.pages, found.trouble) == (PDF, 3, None)
    preview = opened(found.preview)
    assert (preview.format, max(preview.size)) == ("JPEG", PREVIEW_PIXELS)


def test_a_large_picture_is_shown_smaller_and_upright() -> None:
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter to see it upright
    Image.open(io.BytesIO(papers.ktp(width=2600))).save(written, "JPEG", exif=exif)
    found = inspect(written.getvalue(), LIMITS)
    preview = opened(found.preview)
    assert preview.height == PREVIEW_PIXELS > preview.width
    assert 0x0112 not in preview.getexif()


def test_a_png_gets_a_preview_that_telegram_takes_for_a_photo() -> None:
    written = io.BytesIO()
    Image.open(io.BytesIO(papers.ktp())).save(written, "PNG")
    found = inspect(written.getvalue(), LIMITS)
    assert (found.media, opened(found.preview).format) == (PNG, "JPEG")


def test_the_more_it_is_blurred_the_less_sharp_it_is() -> None:
    sharp = Image.open(io.BytesIO(papers.ktp())).convert("L")
    measured = [sharpness(sharp.filter(ImageFilter.GaussianBlur(radius))) for radius in (0, 1, 2, 4, 8)]
    assert measured == sorted(measured, reverse=True)
    assert measured[1] > RULES.least_sharpness > measured[3]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 40_000))
def test_whatever_comes_is_looked_at_without_a_fault(junk: bytes, at: int) -> None:
    content = papers.ktp()
    for mixed in (junk, content[:at] + junk, content[: at % 300] + junk + content[at % 300 :], b"%PDF" + junk):
        assert isinstance(inspect(mixed, LIMITS), Inspected)
