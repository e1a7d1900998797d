"""Lately: a cohort whose alumni are being followed up, so that a rehearsal begins with people to call and a question to
come. One class is long past its first question, the other is asked in two days.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from records.demonstration import past
from records.demonstration.history import Memory
from records.demonstration.past import PastClass, PastCohort
from records.demonstration.scene import Scene

FIRST_WAVE = 1
BEGAN_DAYS_AGO, SILENT_DAYS_AGO, ASKED_IN_DAYS = 110, 48, 2
SILENT, ASKED = "menjahit", "las"


def cohort_of(today: date) -> PastCohort:
    starts_on = today - timedelta(days=BEGAN_DAYS_AGO)
    ends_on = today + timedelta(days=ASKED_IN_DAYS) - relativedelta(months=FIRST_WAVE)
    return PastCohort(
        code=f"{starts_on.year}-X",
        name=f"Angkatan Percontohan {starts_on.year} (data contoh)",
        roman="Percontohan",
        starts_on=starts_on,
        response={FIRST_WAVE: 0.45},
        classes=(
            PastClass(SILENT, 12, BEGAN_DAYS_AGO - SILENT_DAYS_AGO, 260),
            PastClass(ASKED, 10, (ends_on - starts_on).days, 260),
        ),
    )


def write(scene: Scene, memory: Memory, waves: tuple[int, ...]) -> None:
    """After everything else: those who came before stay who they are. One of each class is a main part."""
    silent, asked = past.write(scene.roll, scene.trades, waves, memory, (cohort_of(scene.today),))
    for graduates, told in ((silent, ", mendiamkan pertanyaan bulan 1"), (asked, ", ditanya dalam dua hari")):
        one = next(each for each in graduates if each.invented.chat_id is not None and not each.answered)
        assert one.invented.chat_id is not None
        scene.roll.note(one.invented.chat_id, ", belum pernah menjawab", told, cast=True)
