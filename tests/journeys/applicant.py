"""Somebody who registers: what she would answer to each question, and the way through it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from tests.person import Phone
from tests.stage import Stage

NUMBER = "Nomor pendaftaran"


@dataclass(frozen=True)
class Applicant:
    """An invented person; the NIK says 17 August 1999, woman."""

    name: str = "Siti Rahmawati"
    nik: str = "3375015708999901"
    address: str = "Jl. Melati 5 RT 02 RW 03"
    programme: str = "Menjahit"

    @property
    def finished(self) -> str:
        """The year in which most of her age finish an SMK."""
        return str(1900 + int(self.nik[10:12]) + 18)


SITI = Applicant()
BUDI = Applicant(name="Budi Santoso", nik="3375021203989902")

Step = tuple[str, Callable[[Phone, Applicant], Awaitable[None]]]

# The questions in their order; each name is a word of the question, each step its answer.
STEPS: tuple[Step, ...] = (
    ("setuju", lambda phone, _who: phone.taps("Setuju, lanjut")),
    ("nama lengkap", lambda phone, who: phone.says(who.name)),
    ("NIK", lambda phone, who: phone.says(who.nik)),
    ("Apakah benar", lambda phone, _who: phone.taps("Ya, benar")),
    ("kecamatan", lambda phone, _who: phone.taps("Pekalongan Utara")),
    ("kelurahan", lambda phone, _who: phone.taps("Krapyak")),
    ("alamat", lambda phone, who: phone.says(who.address)),
    ("nomor telepon", lambda phone, _who: phone.shares_her_number()),
    ("pendidikan terakhir", lambda phone, _who: phone.taps("SMK/MAK")),
    ("Tahun berapa", lambda phone, who: phone.taps(who.finished)),
    ("kegiatan Anda saat ini", lambda phone, _who: phone.taps("Cari kerja")),
    ("pelatihan Dinperinaker", lambda phone, _who: phone.taps("Belum pernah")),
    ("Silakan periksa", lambda phone, _who: phone.taps("Kirim pendaftaran")),
)


async def newcomer(stage: Stage, first_name: str = "Siti", phone: str = "+6281234567890") -> Phone:
    """Somebody who has never written to the bot."""
    return await stage.person(first_name, phone=phone)


async def opens_the_form(phone: Phone, who: Applicant = SITI) -> None:
    """From START to the first question."""
    await phone.starts()
    await phone.taps("Lihat pelatihan & daftar")
    await phone.taps(who.programme)
    await phone.taps("📝 Daftar")
    if "sudah terdaftar di angkatan ini" in phone.last():
        await phone.taps("Daftarkan orang lain")


async def answers(phone: Phone, who: Applicant = SITI, *, since: str = "setuju", until: str | None = None) -> None:
    """Answers the questions from `since` on, up to the question `until`, which then stands open."""
    names = [name for name, _answer in STEPS]
    for name, answer in STEPS[names.index(since) :]:
        await phone.waits_for(name)
        if name == until:
            return
        await answer(phone, who)


async def fills_in(phone: Phone, who: Applicant = SITI, *, until: str | None = None) -> None:
    """From START up to a question, or to the end."""
    await opens_the_form(phone, who)
    await answers(phone, who, until=until)


async def registers(phone: Phone, who: Applicant = SITI) -> str:
    """The whole registration; the number she got."""
    await fills_in(phone, who)
    return number_in(phone.last())


def number_in(words: str) -> str:
    """The registration number in a message."""
    line = next(line for line in words.splitlines() if line.startswith(NUMBER))
    return line.removeprefix(f"{NUMBER}: ")


def another(who: Applicant, **changed: str) -> Applicant:
    return replace(who, **changed)
