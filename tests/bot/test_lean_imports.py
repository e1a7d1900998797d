"""What the process loads: nothing heavy that nobody uses."""

import subprocess
import sys

LOOK = """
import sys
from datetime import date
from zoneinfo import ZoneInfo
import bot.app
from records import profile
calendar = profile.load().calendar.calendar(ZoneInfo("Asia/Jakarta"))
assert calendar.is_closed(date(2026, 8, 17))
assert not calendar.is_closed(date(2026, 8, 18))
print(*sys.modules)
"""
ELSEWHERE = ("rich", "pygments", "telegram.ext", "matplotlib", "openpyxl", "fpdf", "pypdfium2", "numpy", "rapidfuzz")


def test_no_other_country_and_nothing_to_draw_or_colour_with_is_loaded() -> None:
    found = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    modules = set(found.stdout.split())
    assert {one for one in modules if one.startswith("holidays.countries.")} == {"holidays.countries.indonesia"}
    assert modules.isdisjoint(ELSEWHERE)
