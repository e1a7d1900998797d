"""Pictures: where those of the README and the docs lie, how they are taken and written."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, expect

from tests.page.player import Player
from tests.page.rehearsal import Rehearsal

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 256
SHARP = 2
# An Android phone of today.
PHONE: ViewportSize = {"width": 412, "height": 915}


def write(picture: Image.Image, name: str) -> None:
    """In so many colours as no eye can tell from all of them, a third of the size."""
    shot = picture.convert("RGB")
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    shot.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


def keep(player: Player, name: str) -> None:
    """Takes the picture of what stands there now."""
    player.page.mouse.move(0, 0)
    expect(player.page.locator(".toast")).to_have_count(0)
    write(Image.open(io.BytesIO(player.page.screenshot(animations="disabled"))), name)


@contextmanager
def phone(browser: Browser, rehearsal: Rehearsal) -> Iterator[Player]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=SHARP)
    player = Player(context.new_page(), rehearsal.address)
    player.page.get_by_test_id("guide-close").click()
    yield player
    context.close()
