"""How long 160 scores take by Excel: from a file that an officer sends to the list of what is new, and to their
saving."""

import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.journeys.examinees import opens_the_class
from tests.journeys.scoring import XLSX, all_filled_in, sends, those_tested
from tests.stage import staged

PEOPLE, REPEATS, MOST_SECONDS = 160, 5, 2.0


async def measure() -> list[float]:
    """Seconds of each round. The first file of a process, which starts its second process, is not counted."""
    took = []
    with TemporaryDirectory() as folder:
        async with staged(Path(folder) / "home") as stage:
            people = await those_tested(stage, PEOPLE + REPEATS - 1)
            ratna = await sends(stage, all_filled_in(people[:1]))
            await ratna.waits_for("Baru: 1\n")
            # Each file has one score less, so that its list is told from the one before.
            for count in range(PEOPLE + REPEATS - 1, PEOPLE - 1, -1):
                content = all_filled_in(people[:count])
                await opens_the_class(ratna)
                await ratna.taps("📝 Nilai")
                await ratna.taps("Kirim file Excel")
                begun = time.perf_counter()
                await ratna.sends_file("nilai.xlsx", content, XLSX)
                await ratna.waits_for(f"Baru: {count}")
                took.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            await ratna.taps("💾 Simpan")
            ratna.sees(f"{PEOPLE} nilai disimpan.")
            saving = time.perf_counter() - begun
    return [one + saving for one in took]


def main() -> int:
    took = sorted(asyncio.run(measure()))
    kept = took[-1] < MOST_SECONDS
    shown = f"{took[len(took) // 2]:.2f} ({took[0]:.2f}-{took[-1]:.2f}) s"
    verdict = "kept" if kept else "TOO MUCH"
    print(f"{PEOPLE} scores by Excel, read and saved: {shown}; required under {MOST_SECONDS:.0f} s: {verdict}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
