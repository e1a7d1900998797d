"""Founding: an administrator makes what a centre offers, from an empty database, in chat. All of it is invented."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.person import Phone
from tests.stage import Stage, staged

HEAD = 555_000_111
COHORT = "Angkatan I 2026"
# By a word of the question, what is typed (or tapped, where it begins with a >).
COHORT_ANSWERS = (
    ("nama angkatannya", COHORT),
    ("tahun berapa", ">2026"),
    ("pendaftaran dibuka", "senin, 12 oktober 2026 jam 8"),
    ("pendaftaran ditutup", "23/10/26 16.00 WIB"),
    ("pelatihan mulai", "2 nopember 2026"),
    ("pelatihan selesai", "4-12-2026"),
)
CLASS_ANSWERS = (
    ("kursi kelas ini", "16 kursi"),
    ("boleh mendaftar", ">Kosongkan"),
    ("jam pelajaran", "140 JP"),
    ("pelatihan kelas ini mulai", ">Seperti angkatan"),
    ("selesai", ">Seperti angkatan"),
    ("Di mana pelatihannya", "Ruang jahit, gedung B"),
    ("di peta", "https://www.google.com/maps/place/BLK/@-6.889812,109.674632,17z"),
    ("mengajar", "Bu Sri (contoh)"),
    ("Fasilitas apa", "16 mesin jahit, musala"),
    ("Dana dari mana", ">APBD"),
)


@asynccontextmanager
async def empty_centre(tmp_path: Path) -> AsyncIterator[tuple[Stage, Phone]]:
    """A centre on its first day: nothing but the id of an administrator in the settings."""
    async with staged(tmp_path / "home", demo=False, admins=frozenset({HEAD})) as stage:
        head = await stage.person("Kepala BLK", id=HEAD)
        await head.starts()
        yield stage, head
        assert not [one for one in await stage.refusals() if one["code"] not in stage.expects_refusals]


async def opens_the_cohorts(head: Phone) -> None:
    await head.says("/staf")
    await head.taps("Kelas & angkatan")


async def answers(head: Phone, said: tuple[tuple[str, str], ...]) -> None:
    for question, answer in said:
        head.sees(question)
        await (head.taps(answer[1:]) if answer.startswith(">") else head.says(answer))


async def makes_a_programme(head: Phone, name: str = "Menjahit") -> None:
    await opens_the_cohorts(head)
    await head.taps("🧵 Kejuruan")
    await head.taps("Kejuruan baru")
    await head.says(name)
    await head.says("Pola, jahit, dan penyelesaian busana.")
    await head.taps("✅ Buat")
    head.sees("Kejuruan sudah dibuat.")


async def makes_a_cohort(head: Phone, *changed: tuple[str, str]) -> None:
    """With the answers of COHORT_ANSWERS, but for the changed ones."""
    await opens_the_cohorts(head)
    await head.taps("Angkatan baru")
    await answers(head, tuple((question, dict(changed).get(question, said)) for question, said in COHORT_ANSWERS))
    head.sees("Buat angkatan ini?")
    await head.taps("✅ Buat")
    head.sees("Angkatan sudah dibuat.")


async def adds_a_class(head: Phone, programme: str = "Menjahit", *changed: tuple[str, str]) -> None:
    """In the cohort whose page is open."""
    await head.taps("Tambah kelas")
    await head.taps(programme)
    await answers(head, tuple((question, dict(changed).get(question, said)) for question, said in CLASS_ANSWERS))
    head.sees("Tambahkan kelas ini ke")
    await head.taps("✅ Buat")
    head.sees("Kelas sudah dibuat.")


async def founds(head: Phone) -> None:
    """A programme, a cohort and a class; the class's page stands open."""
    await makes_a_programme(head)
    await makes_a_cohort(head)
    await adds_a_class(head)


async def changes(head: Phone, field: str, value: str) -> None:
    """One field of what is open, to what is typed, or tapped where it begins with a >."""
    await head.taps("✏️ Ubah")
    await head.taps(field)
    await (head.taps(value[1:]) if value.startswith(">") else head.says(value))
