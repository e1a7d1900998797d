"""The cast: graduates by the class, each with a fate. Everything about them is invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.monitored.career import Career, career

TRADES = ("Menjahit", "Las SMAW", "Operator komputer", "Tata rias", "Desain grafis", "Servis peralatan listrik")
CLASSES, EACH = 20, 40
KECAMATAN = ("33.75.01", "33.75.02", "33.75.03", "33.75.04")
WAVES = (1, 3, 6, 12)
# How somebody takes to being asked, and how many of a hundred do.
FATES = {
    "prompt": 40,
    "after the first reminder": 8,
    "after the second reminder": 6,
    "after the last word": 4,
    "half": 7,
    "half, then goes on": 4,
    "silent": 10,
    "blocks": 4,
    "returns": 2,
    "moves": 3,
    "stops": 4,
    "never started": 3,
    "tomorrow": 3,
    "not me": 1,
    "dies": 1,
}


@dataclass(frozen=True, slots=True)
class Alumna:
    """`turn` is the wave at which her fate comes true, where it does once (a block, a move, a stop, a death)."""

    number: int
    trade: str
    class_code: str
    sex: str
    kecamatan: str
    hours: str | None
    ended_on: date
    fate: str
    turn: int
    career: Career
    worked_before: bool | None

    @property
    def has_chat(self) -> bool:
        return self.fate != "never started"


def the_cast(today: date, dice: Random, classes: int = CLASSES, each: int = EACH) -> list[Alumna]:
    """Classes end on the last days; the trades take turns, and every fate is somebody's."""
    made = []
    for n in range(classes * each):
        place = n // each
        trade = TRADES[place % len(TRADES)]
        lived, drawn = career(dice), dice.choices(tuple(FATES), tuple(FATES.values()))[0]
        made.append(
            Alumna(
                number=n + 1,
                trade=trade,
                class_code=f"9998-7-{place + 1}",
                sex=dice.choices("PL", (65, 35) if trade in ("Menjahit", "Tata rias") else (30, 70))[0],
                kecamatan=dice.choice(KECAMATAN),
                hours=dice.choices((None, "pagi", "siang", "sore"), (40, 20, 20, 20))[0],
                ended_on=today - timedelta(days=place % 3),
                fate=tuple(FATES)[n] if n < len(FATES) else drawn,
                turn=dice.choice(WAVES[:3]),
                career=lived,
                worked_before=dice.choices((True, False, None), (20, 60, 20))[0] or lived.since == "before",
            )
        )
    return made
