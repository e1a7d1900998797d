"""Jobs: what an invented graduate tells of her work, or of looking for it, besides her fate."""

from dataclasses import dataclass
from random import Random

from records.demonstration.trades import Trade
from records.questionnaire import NO_ANSWER, Away, Need, Sector, Seeking

SECTORS: dict[str, Sector] = {
    "setir": Sector.TRANSPORT,
    "komputer": Sector.PUBLIC,
    "menjahit": Sector.TEXTILE,
    "tata-rias": Sector.SERVICES,
    "desain": Sector.DIGITAL,
    "bubut": Sector.INDUSTRY,
    "las": Sector.CONSTRUCTION,
    "servis-listrik": Sector.SERVICES,
    "hasil-tani": Sector.FOOD,
    "hp": Sector.SERVICES,
    "instalasi": Sector.CONSTRUCTION,
    "motor": Sector.WORKSHOP,
    "las-3g": Sector.CONSTRUCTION,
    "rambut": Sector.SERVICES,
    "mobil": Sector.WORKSHOP,
    "boga": Sector.FOOD,
}
# What somebody does whose work has little to do with her training.
OTHER_SECTORS = (Sector.TRADE, Sector.TEXTILE, Sector.HOSPITALITY, Sector.FARMING, Sector.OTHER)
PLACES = (*["33.75"] * 6, "33.26", "33.26", "33.25", Away.ELSEWHERE.value)
BANDS = ("1", "2", "2", "3", "3", "3", "4", NO_ANSWER, NO_ANSWER)
NAMES = (NO_ANSWER, NO_ANSWER, NO_ANSWER, "Toko Contoh", "CV Contoh Jaya", "Usaha Contoh", "PT Contoh Sejahtera")
NEEDS = (*[Need.NONE] * 7, *Need)
SEEKING = (*[Seeking.SEEKING] * 5, Seeking.PREPARING, Seeking.ACCEPTED, Seeking.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Job:
    """The codes of Q4 to Q8; `seeking` where she has no work and would like some."""

    relevance: str
    income: str
    sector: str
    place: str
    name: str
    satisfaction: str
    need: str
    seeking: str
    paid: bool


def of(enrolment_id: int, trade: Trade) -> Job:
    """Dice of its own, so that nothing else of the demonstration hangs on them."""
    dice = Random(enrolment_id)  # noqa: S311  invented people
    relevance = dice.choice("1233344")
    fitting = relevance in "34"
    return Job(
        relevance=relevance,
        income=dice.choice(BANDS),
        sector=(SECTORS[trade.code] if fitting else dice.choice(OTHER_SECTORS)).value,
        place=dice.choice(PLACES),
        name=dice.choice(NAMES),
        satisfaction=dice.choice("2344455") if fitting else dice.choice("12334"),
        need=dice.choice(NEEDS).value,
        seeking=dice.choice(SEEKING).value,
        paid=dice.random() < 0.4,
    )
