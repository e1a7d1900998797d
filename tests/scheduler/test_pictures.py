"""Pictures of the reports: whatever there is to show, each is a photo that Telegram takes."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from matplotlib.image import imread

from scheduler.pictures import flow
from scheduler.pictures.values import (
    Asked,
    Card,
    Column,
    Curve,
    Flow,
    Frame,
    Passage,
    Picture,
    Response,
    Share,
    State,
    png,
)

LONG = "Processing hasil pertanian dan perikanan pesisir utara (kelas lanjutan bersertifikat)"
FRAME = Frame("Apakah alumni menjawab?", "Angkatan II 2019", "128 lulusan (N), 92 menjawab (R)", empty="Belum ada.")
WAVE = Asked("Bulan 6", "72% menjawab", "128 lulusan · 92 menjawab", 128, 110, 92, 49)
KEYS = ("lulusan", "tersambung", "menjawab", "bekerja")
RESPONSE = Response(FRAME, KEYS, (WAVE,))
NAMES = tuple((state, state.value) for state in State)
EVEN = Column("Bulan 1", ((State.WORKING, 6), (State.UNEMPLOYED, 3), (State.UNKNOWN, 1)))
LATER = Column("Bulan 3", ((State.WORKING, 8), (State.UNKNOWN, 2)))
PASSAGES: tuple[Passage, ...] = (
    (State.WORKING, State.WORKING, 5),
    (State.WORKING, State.UNKNOWN, 1),
    (State.UNEMPLOYED, State.WORKING, 3),
    (State.UNKNOWN, State.UNKNOWN, 1),
)
FLOW = Flow(FRAME, NAMES, (EVEN, LATER), (PASSAGES,))
STEPS = ((0.0, 0.1), (1.0, 0.3), (3.0, 0.55))
CURVE = Curve(FRAME, STEPS, 3, "bulan ke-3", (0, 1, 3, 6), "bulan", "{number}%", "92 orang")
CARD = Card(
    frame=FRAME,
    centre="UPTD BLK",
    headline="53%",
    sentence="dari yang menjawab sudah bekerja",
    share=0.53,
    lower=0.38,
    upper=0.66,
    bounds="antara 38% dan 66%",
    steps=(("128", "lulusan"), ("110", "tersambung"), ("92", "menjawab"), ("49", "bekerja")),
    shares_title="Per kejuruan",
    shares=(Share("Las", 0.8, "80%"),),
    withheld="2 kejuruan tidak ditampilkan.",
)


def _size(picture: Picture) -> tuple[int, int]:
    made = png(picture)
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", made[16:24])
    assert width + height < 10_000
    assert height < 20 * width
    assert len(made) < 10_000_000
    return width, height


def _pixels(picture: Picture, red: int, green: int, blue: int) -> int:
    found = imread(BytesIO(png(picture)))[:, :, :3]
    return int((abs(found - (red / 255, green / 255, blue / 255)).sum(axis=2) < 0.02).sum())


@pytest.mark.parametrize("picture", [RESPONSE, FLOW, CURVE, CARD])
def test_each_is_as_wide_as_a_phone_shows_sharply(picture: Picture) -> None:
    width, height = _size(picture)
    assert width == 1080
    assert height > 500


@pytest.mark.parametrize(
    "picture",
    [
        replace(RESPONSE, waves=()),
        replace(RESPONSE, waves=(Asked("Bulan 1", "belum ditanya", "", 0, 0, 0, 0, due=False),)),
        replace(FLOW, columns=(), passages=()),
        replace(FLOW, columns=(Column("Bulan 1", ()),), passages=()),
        replace(FLOW, columns=(EVEN,), passages=()),
        replace(CURVE, steps=()),
        replace(CURVE, median=None),
        replace(CARD, share=None, lower=None, upper=None, shares=(), withheld=""),
        replace(CARD, share=None, lower=None, upper=None, bounds="", steps=(), shares=(), withheld=""),
    ],
)
def test_where_nothing_is_known_there_is_still_a_picture_that_says_so(picture: Picture) -> None:
    assert _size(picture)[0] == 1080


def test_many_long_names_make_a_picture_higher_but_never_too_high() -> None:
    waves = tuple(replace(WAVE, label=f"Bulan {n}") for n in range(1, 26))
    assert _size(replace(RESPONSE, waves=waves))[1] > _size(RESPONSE)[1]
    shares = tuple(Share(f"{LONG} {n}", n / 12, f"{n / 12:.0%}") for n in range(12))
    assert _size(replace(CARD, shares=shares))[1] > _size(CARD)[1]
    long = replace(FRAME, title=f"{LONG}?", subtitle=LONG, source=f"{LONG}. {LONG}.")
    assert _size(replace(CURVE, frame=long))[1] > _size(CURVE)[1]


def test_a_bar_is_as_long_as_its_share_of_the_graduates() -> None:
    """Of 960 points across, 49 of 128 are 367.5 and 64 of 128 are 480; a bar is 46 high."""
    indigo = (0x1F, 0x4E, 0x79)
    without = _pixels(replace(RESPONSE, waves=(replace(WAVE, working=0),)), *indigo)
    few = _pixels(RESPONSE, *indigo) - without
    half = _pixels(replace(RESPONSE, waves=(replace(WAVE, working=64),)), *indigo) - without
    assert few == pytest.approx(367.5 * 46, rel=0.01)
    assert half == pytest.approx(480 * 46, rel=0.01)


def test_a_wave_that_was_not_asked_shows_no_answers() -> None:
    waiting = replace(WAVE, due=False)
    assert _pixels(replace(RESPONSE, waves=(waiting,)), 0x6F, 0x9B, 0xC4) < 2_000  # the key alone
    assert _pixels(RESPONSE, 0x6F, 0x9B, 0xC4) > 10_000


def test_every_column_of_the_flow_is_filled_in_proportion() -> None:
    spans = flow._spans(EVEN, 0.0)
    heights = {state: lower - upper for state, (upper, lower) in spans.items()}
    room = flow.HEIGHT - 2 * flow.GAP
    assert heights[State.WORKING] == pytest.approx(room * 0.6)
    assert heights[State.UNEMPLOYED] == pytest.approx(room * 0.3)
    assert spans[State.UNKNOWN][1] == pytest.approx(flow.HEIGHT)


def test_the_public_card_without_a_percentage_draws_none() -> None:
    """The large indigo percentage and its dot are only where there is something to quote."""
    withheld = replace(CARD, share=None, headline="Belum ada persentase", shares=())
    assert _pixels(withheld, 0x1F, 0x4E, 0x79) == 0
    assert _pixels(CARD, 0x1F, 0x4E, 0x79) > 5_000
