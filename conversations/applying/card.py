"""The registration card: the number in large letters with its QR code, the name, the class and the centre.

Whoever's phone cannot be scanned is served by the number, which is typed.
"""

import io
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from conversations import qr
from conversations.reply import Card

# As many pixels as a cheap phone shows of it: drawing and packing them is most of what a card costs.
WIDTH, MARGIN, GAP, MODULE = 560, 28, 12, 10
NUMBER_SIZE, NAME_SIZE, WORDS_SIZE, SMALL_SIZE = 60, 28, 22, 19
SMALLEST = 13
BOLD, PLAIN = "DejaVuSans-Bold.ttf", "DejaVuSans.ttf"
INK, PAPER = 0, 1
# Of zlib: only repetitions are looked for, which suits large black and white; somebody waits for the reply.
RUNS = 3


def png(card: Card) -> bytes:
    """Black and white, so that the picture is small and quickly drawn."""
    # Loaded with the first picture: the bot's start and idle memory do without it.
    from PIL import Image

    code = qr.picture(card.number, MODULE)
    rows = [
        (card.centre, PLAIN, SMALL_SIZE),
        (card.number, BOLD, NUMBER_SIZE),
        (card.name, BOLD, NAME_SIZE),
        (card.programme, PLAIN, WORDS_SIZE),
    ]
    lines = [_line(words.strip(), face, size) for words, face, size in rows if words.strip()]
    sheet = Image.new("1", (WIDTH, 2 * MARGIN + code.height + sum(line.height for line in lines)), PAPER)
    top = MARGIN
    for line in lines:
        sheet.paste(line, (0, top))
        top += line.height
    sheet.paste(code, ((WIDTH - code.width) // 2, top))
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", compress_type=RUNS)
    return buffer.getvalue()


@lru_cache(maxsize=64)
def _line(words: str, face: str, size: int) -> Any:
    """One line over the whole width. The centre's name and the class stand on many cards of a day, drawn once."""
    from PIL import Image, ImageDraw

    shown, font = _fitting(words, face, size)
    line = Image.new("1", (WIDTH, font.size + GAP), PAPER)
    ImageDraw.Draw(line).text((WIDTH // 2, 0), shown, fill=INK, font=font, anchor="ma")
    return line


def _fitting(words: str, face: str, size: int) -> tuple[str, Any]:
    """The words with their font, as large as the card's width allows; cut where even small letters are too wide."""
    room = WIDTH - 2 * MARGIN
    while size > SMALLEST and _font(face, size).getlength(words) > room:
        size -= 4
    font = _font(face, size)
    shown = words
    while font.getlength(shown) > room:
        words = words[:-1].rstrip()
        shown = f"{words}…"
    return shown, font


@lru_cache(maxsize=32)
def _font(face: str, size: int) -> Any:
    """DejaVu, in which 0 and O look different; it comes with matplotlib, which need not be loaded."""
    from PIL import ImageFont

    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("matplotlib, whose fonts are used, is not installed")
    return ImageFont.truetype(Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf" / face, size)
