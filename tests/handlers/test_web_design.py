"""The design of the web page: every colour that words stand on can be read, in light and in dark (WCAG 2, AA)."""

import re

import pytest

from handlers.web.design import read_design

READABLE = 4.5
# Which words stand on what.
PAIRS = (
    *(("ink", ground) for ground in ("paper", "card", "note", "accent-soft")),
    *(("soft", ground) for ground in ("paper", "card")),
    *(("accent", ground) for ground in ("paper", "card", "accent-soft")),
    ("on-accent", "accent"),
    ("white", "band"),
)


def colours() -> list[dict[str, str]]:
    """The names of the light scheme, and of the dark one."""
    blocks = re.findall(r":root\{(.*?)\}", read_design().style)
    named = [dict(re.findall(r"--([\w-]+):(#[0-9a-f]+)", block)) for block in blocks]
    light, dark = named
    return [light | {"white": "#fff"}, light | dark | {"white": "#fff"}]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(scheme: int, words: str, ground: str) -> None:
    named = colours()[scheme]
    brighter, darker = sorted((luminance(named[words]), luminance(named[ground])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= READABLE
