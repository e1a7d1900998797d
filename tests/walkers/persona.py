"""A persona: who a walker is when she answers honestly."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from records.demonstration.invention import nik
from records.people import Sex

FIRST_NAMES = ("Siti", "Dewi", "Rina", "Budi", "Agus", "Wahyu", "Nur", "Ratih", "Fajar", "Indah")
# A former name, one of two kelurahan, a slip, and nothing at all.
KELURAHAN = ("Landungsari", "kuripan", "Noyontansari", "Entah")
TOWNS = ("Kabupaten Batang", "Kabupaten Pekalongan", "Kota Tegal")


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented person. An outsider has the KTP of another town; one who `differs` was born on another day than her
    NIK says.
    """

    number: int
    first_name: str
    sex: Sex
    born: date
    outsider: bool
    differs: bool

    @property
    def nik(self) -> str:
        return nik("337501", self.born, self.sex, self.number)

    @property
    def phone(self) -> str:
        return f"+628120000{self.number % 10_000:04d}"

    def words_for(self, ask: str, dice: Random) -> str:
        """What she types where this is asked."""
        match ask:
            case "name":
                return f"{self.first_name} Contoh"
            case "nik":
                return self.nik
            case "birth_date":
                day = self.born + timedelta(days=1 if self.differs else 0)
                return f"{day.day}-{day.month}-{day.year}"
            case "kecamatan":
                return dice.choice(KELURAHAN)
            case "town":
                return dice.choice(TOWNS)
            case "address":
                return f"Gang Contoh {dice.randint(1, 90)} RT 01 RW 02"
            case "phone":
                return self.phone
            case _:
                return "Apakah pelatihan ini benar-benar gratis?"


def invent(number: int, dice: Random, today: date) -> Persona:
    return Persona(
        number=number,
        first_name=dice.choice(FIRST_NAMES),
        sex=dice.choice(tuple(Sex)),
        born=today - timedelta(days=dice.randrange(19 * 366, 40 * 365)),
        outsider=dice.random() < 0.3,
        differs=dice.random() < 0.3,
    )
