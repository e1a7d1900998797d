"""Pictures: how large one is, and small sample documents drawn without a library."""

import struct
import zlib
from dataclasses import dataclass
from functools import cache

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int, Colour]


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What kind of picture, and its size in pixels."""

    mime: str
    width: int
    height: int


def look_at(data: bytes) -> ImageInfo | None:
    """The picture's kind and size; None where the bytes are no PNG, JPEG, GIF or WebP."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24 and data[12:16] == b"IHDR":
        width, height = struct.unpack(">II", data[16:24])
        return ImageInfo("image/png", width, height)
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return ImageInfo("image/gif", width, height)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _webp(data) if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _jpeg(data: bytes) -> ImageInfo | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        # The frame headers SOF0..SOF15 hold the size; C4, C8 and CC are other segments in that range.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return ImageInfo("image/jpeg", width, height)
        at += 2 + length
    return None


def _webp(data: bytes) -> ImageInfo | None:
    if data[12:16] == b"VP8X" and len(data) >= 30:
        width = int.from_bytes(data[24:27], "little") + 1
        return ImageInfo("image/webp", width, int.from_bytes(data[27:30], "little") + 1)
    if data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack("<HH", data[26:30])
        return ImageInfo("image/webp", width & 0x3FFF, height & 0x3FFF)
    return None


def png(width: int, height: int, ground: Colour, boxes: tuple[Box, ...] = ()) -> bytes:
    """A PNG of one colour with boxes (left, top, right, bottom, colour) painted on it."""
    rows = [bytearray(bytes(ground) * width) for _ in range(height)]
    for left, top, right, bottom, colour in boxes:
        for row in rows[top:bottom]:
            row[left * 3 : right * 3] = bytes(colour) * (right - left)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _lines(left: int, top: int, widths: tuple[int, ...], colour: Colour) -> tuple[Box, ...]:
    """Bars in place of lines of writing: nothing on a sample can be taken for a real person's data."""
    return tuple((left, top + 52 * n, left + width, top + 52 * n + 20, colour) for n, width in enumerate(widths))


@cache
def sample(name: str) -> bytes:
    """A sample picture: `ktp` (an identity card), `ijazah` (a school certificate), else a plain picture."""
    if name == "ktp":
        ink, blue = (58, 88, 120), (173, 206, 230)
        lines = _lines(300, 52, (360,), ink) + _lines(60, 140, (500, 420, 540, 380, 460, 320), ink)
        portrait = ((700, 160, 900, 440, (196, 96, 84)), (744, 200, 856, 380, (240, 214, 190)))
        return png(960, 600, blue, (*_guilloche(960, 600, (150, 188, 216)), *lines, *portrait))
    if name == "ijazah":
        brown, paper = (110, 84, 52), (250, 243, 226)
        sides = ((32, 32, 808, 44), (32, 1116, 808, 1128), (32, 32, 44, 1128), (796, 32, 808, 1128))
        frame = tuple((*side, brown) for side in sides)
        writing = (*_lines(140, 160, (560,), brown), *_lines(120, 360, (600, 520, 580, 440), brown))
        return png(840, 1160, paper, (*_guilloche(840, 1160, (236, 224, 198)), *frame, *writing))
    return png(320, 240, (206, 224, 196), ((60, 60, 260, 180, (92, 142, 96)), (130, 95, 190, 145, (244, 230, 170))))


def _guilloche(width: int, height: int, colour: Colour) -> tuple[Box, ...]:
    """The fine pattern of a security paper, scattered the same each time: a sample is as rich as a photograph."""
    at = 1
    boxes = []
    for _dot in range(width * height // 120):
        at = at * 48_271 % 2_147_483_647
        left, top = at % width, at // width % height
        boxes.append((left, top, min(left + 2 + at % 5, width), min(top + 2, height), colour))
    return tuple(boxes)
