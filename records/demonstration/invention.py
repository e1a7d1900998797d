"""The inventor: people who do not exist, with particulars that a form would accept."""

from datetime import date, timedelta
from itertools import count
from random import Random

from records.demonstration.names import Names
from records.people import Education, Particulars, Sex
from records.profile import Profile

# The same people every time. Nothing here is secret, so plain dice will do.
SEED = 20190411
# No operator has 0810; the zeros show at a glance that nobody answers there.
FIRST_PHONE = 6_281_000_000_001
# The last hundred serials of a day: registries count from 0001 and never get there.
SERIALS = 9900
NEIGHBOURS = ("Kabupaten Batang", "Kabupaten Pekalongan")
SCHOOLS = (
    Education.SMA,
    Education.SMK,
    Education.SMK,
    Education.SMP,
    Education.SMA,
    Education.SMP,
    Education.SD,
    Education.DIPLOMA,
    Education.SMK,
    Education.BACHELOR,
)
ACTIVITIES = ("mencari_kerja", "mencari_kerja", "rumah_tangga", "mencari_kerja", "usaha", "lainnya")


class Inventor:
    """Makes one person after another; the same ones in the same order every time."""

    def __init__(self, profile: Profile) -> None:
        self.dice = Random(SEED)  # noqa: S311
        self._profile = profile
        self._names = Names(self.dice)
        self._kelurahan = [
            (kecamatan, kelurahan) for kecamatan in profile.kecamatan for kelurahan in kecamatan.kelurahan
        ]
        self._count = count()

    def person(self, sex: Sex, on: date, outsider: bool = False) -> Particulars:
        """Somebody between 18 and 40 on a day; an outsider lives in a town beside the city."""
        index = next(self._count)
        born = on - timedelta(days=self.dice.randrange(18 * 366, 40 * 365))
        kecamatan, kelurahan = self._kelurahan[index % len(self._kelurahan)]
        issued = f"{self._profile.nik_prefix}01" if outsider else kecamatan.code.replace(".", "")
        street = f"RT {self.dice.randint(1, 9):02d} RW {self.dice.randint(1, 12):02d}"
        return Particulars(
            name=self._names.next(sex),
            nik=nik(issued, born, sex, index),
            birth_date=born,
            sex=sex,
            phone=f"+{FIRST_PHONE + index}",
            kecamatan=None if outsider else kecamatan.code,
            kelurahan=None if outsider else kelurahan.code,
            town=NEIGHBOURS[index % len(NEIGHBOURS)] if outsider else None,
            address=f"Gang Contoh {1 + index % 40}, {street}",
            education=self.dice.choice(SCHOOLS),
            activity=self.dice.choice(ACTIVITIES),
            year_finished=born.year + 18,
            attended_before=False,
        )


def nik(issued: str, born: date, sex: Sex, index: int) -> str:
    """PPKKCC DDMMYY NNNN; women's days count from 41."""
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    return f"{issued}{day:02d}{born:%m%y}{SERIALS + index % 100}"
