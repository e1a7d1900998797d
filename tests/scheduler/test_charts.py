"""Charts: the placement chart is a picture for a phone, and the process that draws it is not the bot's."""

import os
import select
import signal
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from matplotlib.image import imread

from records.figures import Bar, Figure, Report
from scheduler.canvas import width_of, wrap
from scheduler.charts import Chart, Row, Words, placement, placement_png
from scheduler.slow import SlowWork, SlowWorkLostError

ROOT = Path(__file__).parents[2]
WORDS = Words(
    title="Apakah alumni bekerja?",
    subtitle="Angkatan II 2019 (data contoh), bulan ke-6\nper 24 November 2026",
    headline="53% bekerja",
    bounds="Di antara 92 yang menjawab. Dari semua 128 lulusan: antara 38% dan 66%.",
    row="{answered} dari {graduates} menjawab",
    percent="{number}%",
    too_few="terlalu sedikit",
    mark="bekerja, di antara yang menjawab",
    range="batas pasti",
    line="seluruh angkatan",
    footer="92 dari 128 menjawab",
)
LONG = "Processing hasil pertanian dan perikanan pesisir utara (kelas lanjutan bersertifikat)"


@pytest.fixture
async def slow(tmp_path: Path) -> AsyncIterator[SlowWork]:
    work = SlowWork(tmp_path / "matplotlib")
    yield work
    await work.close()


def _row(name: str, answered: int = 10, share: float | None = 0.6) -> Row:
    return Row(name, 14, answered, share, None if share is None else 0.4, None if share is None else 0.7)


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _report(total: Figure, *bars: Bar) -> Report:
    return Report("Angkatan II", 6, total, bars, datetime(2026, 7, 1, tzinfo=UTC))


def test_the_best_placed_come_first_and_small_cells_last_without_a_share() -> None:
    bars = (
        Bar("Bubut", Figure(10, 8, 4, 4, 4)),
        Bar("Menjahit", Figure(16, 15, 10, 5, 5)),
        Bar("Las", Figure(12, 12, 10, 8, 8)),
    )
    chart = placement(_report(Figure(38, 35, 24, 17, 17), *bars), WORDS, smallest=5)
    assert [row.name for row in chart.rows] == ["Las", "Menjahit", "Bubut"]
    assert chart.rows[0] == Row("Las", 12, 10, 0.8, 8 / 12, 10 / 12)
    assert chart.rows[2] == Row("Bubut", 10, 4, None, None, None)
    assert chart.total == 17 / 24


def test_below_half_answering_the_cohorts_own_share_is_not_drawn() -> None:
    chart = placement(_report(Figure(20, 12, 9, 9, 9), Bar("Las", Figure(20, 12, 9, 9, 9))), WORDS, smallest=5)
    assert chart.total is None
    assert chart.rows[0].share == 1.0


@pytest.mark.parametrize("number", [1, 10, 25])
def test_a_chart_of_any_number_of_programmes_is_a_photo_that_telegram_takes(number: int) -> None:
    png = placement_png(Chart(WORDS, 0.53, tuple(_row(f"Kejuruan {n}") for n in range(number))))
    width, height = _size(png)
    assert width == 1080
    assert width + height < 10_000
    assert height < 20 * width
    assert len(png) < 10_000_000


def test_a_long_name_is_wrapped_and_makes_the_chart_higher() -> None:
    _, short = _size(placement_png(Chart(WORDS, 0.53, (_row("Las"),))))
    _, long = _size(placement_png(Chart(WORDS, 0.53, (_row(LONG),))))
    assert long > short


def test_a_programme_with_too_few_answers_is_drawn_without_dot_and_bar() -> None:
    """The indigo of dots and percentages is on the paper only where there is a percentage."""
    words = Words(**{**{name: getattr(WORDS, name) for name in WORDS.__slots__}, "headline": "-"})

    def indigo(row: Row) -> int:
        pixels = imread(BytesIO(placement_png(Chart(words, None, (row,)))))[:, :, :3]
        below = pixels[-230:]
        return int((abs(below - (0x1F / 255, 0x4E / 255, 0x79 / 255)).sum(axis=2) < 0.02).sum())

    assert indigo(_row("Las")) > 500
    assert indigo(_row("Las", answered=4, share=None)) == 0


@pytest.mark.filterwarnings("ignore:Glyph")
def test_words_are_drawn_as_they_are() -> None:
    """Dollars and underscores are no formulas, and an unknown letter no error."""
    odd = _row("Kelas $x_1$ \\frac & <b> 🧵")
    assert _size(placement_png(Chart(WORDS, None, (odd,))))[0] == 1080


def test_no_line_is_wider_than_its_room_and_no_word_is_lost() -> None:
    lines = wrap(LONG, 31, 420, bold=True)
    assert len(lines) > 2
    assert " ".join(lines) == LONG
    assert all(width_of(line, 31, bold=True) <= 420 for line in lines)


def test_a_word_alone_on_the_last_line_is_avoided() -> None:
    words = "satu dua tiga empat lima enam tujuh delapan sembilan"
    room = width_of(words.rsplit(" ", 1)[0], 25) + 5
    lines = wrap(words, 25, room)
    assert len(lines) == 2
    assert len(lines[1].split()) > 1


def test_a_line_break_in_the_words_holds() -> None:
    assert wrap("satu\ndua tiga", 25, 900) == ["satu", "dua tiga"]


async def test_slow_work_draws_in_another_process(slow: SlowWork, tmp_path: Path) -> None:
    png = await slow.run(placement_png, Chart(WORDS, 0.53, (_row("Las"),)))
    assert _size(png)[0] == 1080
    assert await slow.run(os.getpid) != os.getpid()
    assert list((tmp_path / "matplotlib").glob("fontlist*"))


async def test_one_process_serves_task_after_task(slow: SlowWork) -> None:
    assert await slow.run(os.getpid) == await slow.run(os.getpid)


async def test_an_error_of_the_task_comes_back_as_it_is(slow: SlowWork) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        await slow.run(int, "tujuh")


async def test_after_its_process_died_the_next_task_gets_a_new_one(slow: SlowWork) -> None:
    with pytest.raises(SlowWorkLostError):
        await slow.run(os.kill, await slow.run(os.getpid), signal.SIGKILL)
    assert await slow.run(abs, -1) == 1


async def test_closing_ends_the_process(slow: SlowWork) -> None:
    pid = await slow.run(os.getpid)
    await slow.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_closing_what_never_started_does_nothing(slow: SlowWork) -> None:
    await slow.close()


def _python(script: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )


def test_the_bot_itself_never_loads_matplotlib() -> None:
    script = "import sys, scheduler.charts, scheduler.slow; print([m for m in sys.modules if 'matplotlib' in m])"
    assert _python(script).communicate()[0].strip() == "[]"


def test_it_draws_where_home_cannot_be_written(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys; from pathlib import Path; from scheduler.slow import SlowWork\n"
        "from scheduler.charts import Chart, Row, Words, placement_png\n"
        "chart = Chart(Words(*['kata'] * 11), 0.5, (Row('Las', 14, 10, 0.6, 0.4, 0.7),))\n"
        "async def main():\n"
        "    work = SlowWork(Path(sys.argv[1]) / 'fonts')\n"
        "    print(len(await work.run(placement_png, chart)))\n"
        "    await work.close()\n"
        "if __name__ == '__main__': asyncio.run(main())\n"
    )
    drawn = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "HOME": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere", "MPLCONFIGDIR": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(drawn.stdout) > 5000
    assert drawn.stderr == ""


def test_no_worker_outlives_a_bot_that_was_killed() -> None:
    script = (
        "import asyncio, os; from pathlib import Path; from scheduler.slow import SlowWork\n"
        "async def main():\n"
        "    print(await SlowWork(Path('var')).run(os.getpid), flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    bot = _python(script)
    assert bot.stdout is not None
    pid = int(bot.stdout.readline())
    worker = os.pidfd_open(pid)
    bot.kill()
    bot.wait()
    bot.stdout.close()
    ended, _, _ = select.select([worker], [], [], 10)
    if not ended:
        os.kill(pid, signal.SIGKILL)
    os.close(worker)
    assert ended
