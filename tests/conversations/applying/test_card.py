"""The registration card: what a counter scans and reads on it."""

import io

import pytest
import zxingcpp
from PIL import Image

from conversations.applying import card
from conversations.reply import Card

SITI = Card("2026-4-0001", "Siti Nur'aini", "Menjahit, Angkatan IV 2026", "UPTD BLK Kota Pekalongan")
LONGEST = Card("B-2026-III-DBHCHT-0007", "Raden Ayu " * 6, "Processing hasil pertanian " * 3, "UPTD BLK " * 10)


def drawn(one: Card) -> Image.Image:
    return Image.open(io.BytesIO(card.png(one)))


@pytest.mark.parametrize("one", [SITI, LONGEST])
def test_its_code_says_the_number(one: Card) -> None:
    (code,) = zxingcpp.read_barcodes(drawn(one).convert("L"))
    assert code.text == one.number


def test_a_long_name_stays_on_it() -> None:
    edge = drawn(LONGEST).crop((0, 0, card.MARGIN // 2, 400))
    assert edge.getextrema() == (255, 255), "nothing but paper"


def test_it_is_a_small_file() -> None:
    assert len(card.png(LONGEST)) < 20_000
    assert drawn(SITI).width == card.WIDTH
