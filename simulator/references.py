"""References such as `&lt;` and `&#128512;` in Telegram's HTML."""

import re

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def decode(source: str, at: int) -> tuple[str, int]:
    """The character a reference stands for and the index behind it; a bare `&` stands for itself."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return source[at], at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return source[at], at + 1
    return chr(code), match.end()


def decode_all(source: str) -> str:
    """A text with every reference in it replaced."""
    return _REFERENCE.sub(lambda match: decode(match.group(), 0)[0], source)
