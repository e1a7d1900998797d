"""The report of two pages: two, whatever it has to hold, and every figure can be read in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from scheduler.pictures.values import Column, State
from scheduler.reports.leaflet import Definition, Grid, Leaflet, pdf

LONG = "Processing hasil pertanian dan perikanan pesisir utara (kelas lanjutan bersertifikat)"
HEADS = ("Kejuruan", "Lulusan N", "Menjawab R", "Bekerja E", "E/R", "Batas pasti")
TRADES = Grid("Per kejuruan", HEADS, (("Menjahit", "17", "13", "9", "69%", "53%–76%"),), "Catatan tabel.")
WAVES = Grid("Tanggapan", ("Bulan", "N", "T", "R", "R/N", "R/T"), (("Bulan 6", "129", "111", "93", "72%", "84%"),))
LEAFLET = Leaflet(
    centre="UPTD BLK",
    title="Laporan alumni",
    subtitle="Angkatan II 2019, bulan ke-6",
    number="Nomor 12/2026",
    headline="53% dari yang menjawab sudah bekerja.",
    steps=((129, "lulusan (N)"), (111, "terjangkau (T)"), (93, "menjawab (R)"), (49, "bekerja (E)")),
    share=0.53,
    lower=0.38,
    upper=0.66,
    certain="Antara 38% dan 66%.",
    definitions_title="Dua cara menghitung",
    definitions=(Definition("Menurut BPS", "53%", "49 dari 93"), Definition("Kegiatan utama", "46%", "43 dari 93")),
    before="Dari 45 orang, 12 sudah bekerja.",
    states_title="Dari bulan ke bulan",
    states=tuple((state, state.value) for state in State),
    columns=(Column("Bulan 6", ((State.WORKING, 49), (State.UNKNOWN, 80))),),
    no_states="Belum ada.",
    trades=TRADES,
    response=WAVES,
    waiting_title="Masa tunggu",
    waiting="Paling lambat bulan ke-3.",
    officers_title="Petugas",
    officers=("14 lewat telepon.",),
    method_title="Metode",
    method=("Semua lulusan ditanya.", "Satu jam dalam tujuh hari.", "Yang diam tidak dihitung.", "Separuh."),
    foot="UPTD BLK 12/2026",
    made_at=datetime(2026, 12, 1, tzinfo=UTC),
)
MANY_MONTHS = tuple(Column(f"Bulan {n}", ((State.WORKING, 49), (State.OJT, 80))) for n in (0, 1, 3, 6, 12, 24))


def _pages(leaflet: Leaflet) -> list[str]:
    document = pypdfium2.PdfDocument(pdf(leaflet))
    return [str(document[n].get_textpage().get_text_range()) for n in range(len(document))]


@pytest.mark.parametrize("trades", [0, 1, 12, 40])
def test_it_has_two_pages_with_any_number_of_trades(trades: int) -> None:
    rows = tuple((f"{n} {LONG if n % 5 == 2 else 'Kejuruan'}", "17", "13", "9", "69%", "53%") for n in range(trades))
    first, second = _pages(replace(LEAFLET, trades=replace(TRADES, rows=rows), columns=MANY_MONTHS))
    assert "Bulan 24" in first
    for n in range(trades):
        assert f"{n} {'Processing' if n % 5 == 2 else 'Kejuruan'}" in second
    assert "Separuh." in second
    assert "2/2" in second


def test_every_figure_stands_in_it() -> None:
    first, second = _pages(LEAFLET)
    for words in ("53%", "46%", "129", "111", "93", "49", "Antara 38% dan 66%.", "12/2026", "80"):
        assert words in first
    for words in ("Menjahit", "17", "13", "69%", "53%–76%", "Bulan 6", "72%", "84%", "14 lewat telepon."):
        assert words in second


def test_where_nobody_answered_there_is_no_mark_and_no_month() -> None:
    nothing = replace(LEAFLET, share=None, lower=None, upper=None, columns=(), steps=((0, "lulusan (N)"),) * 4)
    first, _second = _pages(nothing)
    assert "Belum ada." in first


def test_the_same_report_is_the_same_file() -> None:
    assert pdf(LEAFLET) == pdf(LEAFLET)
