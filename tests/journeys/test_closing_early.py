"""A class that is closed before its last day: the officer is told, and the road of its people does not contradict
itself.
"""

from datetime import date

from sqlalchemy.orm import Session

from records.demonstration import Group
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to
from tests.journeys.trainees import running
from tests.stage import Stage

RUNS_ON = "Menurut tanggalnya kelas ini masih berjalan sampai 9 Oktober 2026"


async def test_whoever_closes_a_class_before_its_last_day_reads_how_long_it_would_run(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    ratna.sees_not(RUNS_ON)
    await ratna.taps("Lanjut")
    ratna.sees(f"⚠️ {RUNS_ON}. Bila diluluskan sekarang, pelatihannya berakhir hari ini bagi semua peserta.")
    await ratna.taps("Ya, luluskan")
    await sri.says("/status")
    sri.sees("✅ Pelatihan: 9 September 2026 sampai 6 Oktober 2026\n✅ Pelatihan selesai: 6 Oktober 2026")
    sri.sees_not("9 Oktober 2026")


async def test_on_its_last_day_nothing_is_said_of_it(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_ends_today, stage.clock.now().date())
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    ratna.sees("dengan 6 Oktober 2026 sebagai akhir pelatihan.")
    ratna.sees_not("Menurut tanggalnya")


def _ends_today(session: Session, today: date) -> None:
    running(session).ends_on = today
