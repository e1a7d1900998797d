"""QR codes as pictures."""

import io
from typing import Any

SCALE = 12


def picture(words: str, scale: int = SCALE) -> Any:
    """A QR code of a short text as a black and white PIL image, large enough for a counter's scanner, with the quiet
    zone the standard asks for; a module is `scale` pixels wide.
    """
    # Loaded with the first picture: the bot's start and idle memory do without them.
    import zxingcpp
    from PIL import Image

    code = zxingcpp.create_barcode(words, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    small = Image.fromarray(code.to_image(scale=1, add_quiet_zones=True))
    large = small.resize((small.width * scale, small.height * scale), Image.Resampling.NEAREST)
    return large.convert("1", dither=Image.Dither.NONE)


def png(words: str) -> bytes:
    """The same as a file."""
    buffer = io.BytesIO()
    picture(words).save(buffer, "PNG")
    return buffer.getvalue()
