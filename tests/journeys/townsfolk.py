"""Townsfolk: invented people who walk the whole road, each with a phone, and the officer who goes it with them."""

from dataclasses import dataclass
from datetime import timedelta

from records import steps
from records.session import Session
from tests import papers
from tests.journeys.applicant import Applicant, registers
from tests.journeys.founding import COHORT, adds_a_class, makes_a_cohort, makes_a_programme
from tests.journeys.office import goes_to, opens_the_application
from tests.person import Phone
from tests.stage import Stage

CLASS = f"Menjahit · {COHORT}"
# Those for whom there is a seat, and those for whom there is none. Invented, as all names here.
NAMES = ("Ani Sutera", "Bela Kanaya", "Citra Melati", "Dina Kirana", "Eka Puspita", "Fani Larasati")
OTHERS = ("Gita Cahaya", "Hana Pelangi", "Ira Kencana", "Juni Wulandari", "Kiki Anjani", "Lia Mawar")


@dataclass
class Folk:
    """Somebody with her phone; `number` once she has registered."""

    phone: Phone
    who: Applicant
    number: str = ""

    @property
    def name(self) -> str:
        return self.who.name

    async def registers(self) -> None:
        self.number = await registers(self.phone, self.who)

    async def hands_in_her_documents(self) -> None:
        await self.phone.taps("📎 Kirim berkas")
        await self.phone.sends_photo(papers.ktp())
        await self.phone.sends_photo(papers.diploma())


async def arrives(stage: Stage, name: str, place: int) -> Folk:
    """Somebody who has never written to the bot; each `place` has a NIK and a phone number of its own."""
    phone = await stage.person(name.split()[0], phone=f"+62812345600{place:02d}")
    return Folk(phone, Applicant(name=name, nik=f"33750157089999{place:02d}"))


async def offers_sewing(head: Phone, seats: int) -> None:
    """One class, with weeks between the end of registration and its first day."""
    await makes_a_programme(head)
    await makes_a_cohort(head, ("pelatihan mulai", "23-11-2026"), ("pelatihan selesai", "18-12-2026"))
    await adds_a_class(head, "Menjahit", ("kursi kelas ini", str(seats)))


async def decides(stage: Stage, head: Phone, folk: Folk, *taps: str) -> None:
    """Opens her application and decides; she is told a minute later."""
    await opens_the_application(head, folk.number)
    for tap in taps:
        await head.taps(tap)
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()


async def invites_to_the_test(stage: Stage, head: Phone, day: str) -> None:
    """A written test on a day, to which everybody is invited whose papers are in order."""
    await opens_the_tests(head)
    for answer in (">Jadwalkan sesi", ">Tes tertulis", ">Hanya Menjahit", day, "08.00", ">90", "1", "20"):
        await (head.taps(answer[1:]) if answer.startswith(">") else head.says(answer))
    await head.taps("Di gedung BLK")
    await head.taps("🗓 Jadwalkan")
    await opens_the_tests(head)
    await head.taps("✉️ Undang ke Tes tertulis")
    await head.taps("Ya, undang")
    await stage.a_moment_passes()


async def opens_the_tests(head: Phone) -> None:
    await goes_to(head, "Tes & wawancara")
    await head.taps(CLASS)


async def takes_attendance(head: Phone, session: str, *present: Folk) -> None:
    """Whoever is not marked was absent."""
    await opens_the_tests(head)
    await head.taps(session)
    await head.taps("Daftar hadir")
    for folk in present:
        await head.taps(folk.name)
    await head.taps("🏁 Tutup")


async def scores(head: Phone, test: str, *marks: tuple[Folk, str]) -> None:
    """Pasted as lines."""
    await opens_the_tests(head)
    await head.taps("📝 Nilai")
    await head.taps("Tempel beberapa baris")
    await head.taps(test)
    await head.says("\n".join(f"{folk.number} {mark}" for folk, mark in marks))
    await head.taps("Simpan")


def trodden(session: Session) -> set[tuple[str, str]]:
    """Every (kind, status) that anything has had."""
    return {(step.kind, step.status) for step in session.query(steps.Step)}


async def publishes_alone(stage: Stage, head: Phone, passing: str, until: str) -> None:
    """From the scores to the publication, by the only officer there is."""
    await goes_to(head, "Seleksi")
    await head.taps(COHORT)
    await head.taps("Bobot nilai: Menjahit")
    await head.says("60 40")
    await head.says(passing)
    await goes_to(head, "Seleksi")
    await head.taps(COHORT)
    await head.taps("Usulkan menurut nilai")
    await head.taps("Kirim untuk ditinjau")
    await head.taps("📣 Terbitkan")
    for said in ("800/77/2026", until, "terbitkan"):
        await head.says(said)
    await head.taps("Terbitkan dan kabari semua")
    head.sees("Diterbitkan.")
    await stage.a_moment_passes()


async def opens_the_training(head: Phone, button: str) -> None:
    await goes_to(head, "🏫 Pelatihan")
    await head.taps(CLASS)
    await head.taps(button)


async def examines(head: Phone, day: str) -> None:
    """A session of the competency test."""
    await opens_the_training(head, "🧪 Uji kompetensi")
    await head.taps("Sesi baru")
    await head.says(day)
    await head.says("08.00")
    await head.taps("Ruang jahit, gedung B")
    await head.says("LSP Contoh Nusantara")
    await head.taps("Buat sesi")
