"""Invented names, drawn from tables of given names and second names as they are usual on Java's north coast."""

from collections.abc import Iterator
from random import Random

from records.people import Sex

FIRST = {
    Sex.FEMALE: (
        "Siti", "Nur", "Dewi", "Sri", "Ayu", "Fitri", "Rina", "Lestari", "Wahyu", "Indah", "Khusnul", "Laila",
        "Zulfa", "Maftukha", "Nadia", "Putri", "Umi", "Tutik", "Wiwin", "Yuliana", "Ika", "Eka", "Dwi", "Rizka",
        "Alfiyah", "Nia", "Anisa", "Rohmah", "Kiki", "Endang", "Mila", "Suci",
    ),
    Sex.MALE: (
        "Agus", "Slamet", "Khoirul", "Ahmad", "Bambang", "Rizal", "Fajar", "Dimas", "Eko", "Joko", "Arif", "Wahid",
        "Teguh", "Imam", "Bayu", "Hendra", "Zaenal", "Sigit", "Taufik", "Yusuf", "Andi", "Budi", "Catur", "Danang",
        "Faisal", "Gilang", "Hasan", "Ilham", "Miftah", "Rohman", "Surya", "Tri",
    ),
}  # fmt: skip
SECOND = {
    Sex.FEMALE: (
        "Kholifah", "Wulandari", "Mukaromah", "Astuti", "Pesisirwati", "Rahmawati", "Segarani", "Maulida",
        "Handayani", "Kusumaningtyas", "Nafisah", "Puspitasari", "Lautiningsih", "Solekhah", "Melatiwati",
        "Setyowati", "Khasanah", "Jlamprangsari", "Utami", "Widyaningrum", "Baroroh", "Purwanti", "Zakiyah",
        "Sekarjagat",
    ),
    Sex.MALE: (
        "Prasetyo", "Maulana", "Samudro", "Setiawan", "Hidayatullah", "Nugroho", "Pesisiranto", "Fatoni", "Widodo",
        "Anwar", "Segoro", "Susanto", "Bakhri", "Purnomo", "Lautantoro", "Ashari", "Saputro", "Kusumo", "Mustofa",
        "Jatmiko", "Wibisono", "Rohmatullah", "Santoso", "Cantingtyo",
    ),
}  # fmt: skip


class Names:
    """Names without repetition, in the order of the dice."""

    def __init__(self, dice: Random) -> None:
        self._left = {sex: _shuffled(sex, dice) for sex in Sex}

    def next(self, sex: Sex) -> str:
        return next(self._left[sex])


def _shuffled(sex: Sex, dice: Random) -> Iterator[str]:
    names = [f"{first} {second}" for first in FIRST[sex] for second in SECOND[sex]]
    dice.shuffle(names)
    return iter(names)
