"""QR codes as PNG."""

import io

SCALE = 12


def png(words: str) -> bytes:
    """A QR code of a short text, large enough for a counter's scanner, with the quiet zone the standard asks for."""
    # Loaded with the first picture: the bot's start and idle memory do without them.
    import zxingcpp
    from PIL import Image

    code = zxingcpp.create_barcode(words, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = Image.fromarray(code.to_image(scale=1, add_quiet_zones=True))
    large = picture.resize((picture.width * SCALE, picture.height * SCALE), Image.Resampling.NEAREST)
    buffer = io.BytesIO()
    large.convert("1", dither=Image.Dither.NONE).save(buffer, "PNG")
    return buffer.getvalue()
