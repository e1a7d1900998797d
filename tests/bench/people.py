"""People of the load: invented job seekers, one for every walk, each with facts that a registration accepts."""

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_NAMES = ("Sari", "Budi", "Wulan", "Joko", "Ratna", "Agus", "Dewi", "Slamet", "Lestari", "Hadi")
LAST_NAMES = ("Pranoto", "Wibisono", "Handoko", "Setiadi", "Kusumo", "Purnomo", "Santosa", "Utama", "Wijoyo")
FIRST_ID = 700_000_000
FIRST_BIRTHDAY = date(1996, 1, 1)
BIRTHDAYS = 2_500
REGENCY = "3375"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented job seeker. The words in braces of a script (`{nik}`, `{name}` ...) are these attributes."""

    number: int

    @property
    def id(self) -> int:
        """The Telegram id, which is the private chat's id too."""
        return FIRST_ID + self.number

    @property
    def first_name(self) -> str:
        return FIRST_NAMES[self.number % len(FIRST_NAMES)]

    @property
    def name(self) -> str:
        return f"{self.first_name} {LAST_NAMES[self.number % len(LAST_NAMES)]}"

    @property
    def female(self) -> bool:
        return self.number % 2 == 0

    @property
    def birthday(self) -> date:
        return FIRST_BIRTHDAY + timedelta(days=self.number % BIRTHDAYS)

    @property
    def nik(self) -> str:
        """Sixteen digits: district, birthday (a woman's day plus 40), a serial number; another one for every person."""
        district = self.number % 4 + 1
        day = self.birthday.day + (40 if self.female else 0)
        serial = self.number // BIRTHDAYS + 1
        return f"{REGENCY}{district:02}{day:02}{self.birthday:%m%y}{serial:04}"

    @property
    def phone(self) -> str:
        return f"62812{self.number:08}"

    @property
    def address(self) -> str:
        return f"Jalan Contoh {self.number % 200 + 1}"
