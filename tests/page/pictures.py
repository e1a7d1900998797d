"""Pictures: where those of the README and the docs lie, and how they are written."""

import sys
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 256


def write(picture: Image.Image, name: str) -> None:
    """In so many colours as no eye can tell from all of them, a third of the size."""
    shot = picture.convert("RGB")
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    shot.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")
