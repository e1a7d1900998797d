"""People whose papers are checked, each with a phone: what journeys about tests and interviews begin with."""

from dataclasses import dataclass

from records import applications, people, road
from records.applications import ApplicationStatus
from records.session import Session
from records.steps import Kind
from records.vault import Vault
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.records.town import particulars
from tests.stage import Stage

CLASS = "Las SMAW · Angkatan Khusus"
HALL = "aula kecamatan"
# Invented, as all names here.
NAMES = ("Siti Aminah", "Budi Santoso", "Ani Lestari", "Joko Widodo Putra", "Rina Wati", "Dewi Anggraini")


@dataclass(frozen=True)
class Examinee:
    """Somebody with her phone and number."""

    phone: Phone
    name: str
    number: str
    application_id: int


async def examinees(stage: Stage, count: int) -> list[Examinee]:
    """So many of one class of a cohort of their own."""
    class_id = await stage.writes(open_cohort, stage.clock.now())
    found = []
    for n in range(count):
        name = NAMES[n] if n < len(NAMES) else f"Warga {n + 1}"
        phone = await stage.person(name.split()[0], started=True, phone=f"+6281299{n:06d}")
        number, application_id = await stage.writes(_checked, stage, class_id, n, name, phone.id)
        found.append(Examinee(phone, name, number, application_id))
    return found


def _checked(session: Session, stage: Stage, class_id: int, n: int, name: str, chat_id: int) -> tuple[str, int]:
    vault: Vault = stage.canting.house.vault
    now = stage.clock.now()
    person_id = people.keep(session, vault, particulars(9_000 + n, name), now)
    people.link(session, person_id, chat_id, now)
    cohort_id = _cohort_of(session, class_id)
    filed = applications.file(session, person_id, cohort_id, class_id, now)
    for status in (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED):
        assert road.move(session, Kind.APPLICATION, filed.id, status, now)
    return filed.number, filed.id


def _cohort_of(session: Session, class_id: int) -> int:
    from records.classes import TrainingClass

    return session.get_one(TrainingClass, class_id).cohort_id


async def status_of(stage: Stage, who: Examinee) -> str:
    found = await stage.reads(applications.by_id, who.application_id)
    assert found is not None
    return found.status


async def opens_the_class(officer: Phone) -> None:
    """To the sessions of the class."""
    await goes_to(officer, "Tes & wawancara")
    await officer.taps(CLASS)


async def schedules(
    stage: Stage, *, day: str = "12-10-2026", time: str = "08.00", count: int = 1, seats: int = 20, submit: bool = True
) -> None:
    """So many written tests one after the other, at the centre; up to the summary, where it is not to be submitted."""
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("Jadwalkan sesi")
    await ratna.taps("Tes tertulis")
    await ratna.taps("Hanya Las SMAW")
    await ratna.says(day)
    await ratna.says(time)
    await ratna.taps("90")
    await ratna.says(str(count))
    await ratna.says(str(seats))
    await ratna.taps("Di gedung BLK")
    if submit:
        await ratna.taps("🗓 Jadwalkan")


async def invites(stage: Stage) -> None:
    """Everybody who is to be invited, and the messages go out."""
    ratna = bu_ratna(stage)
    await opens_the_class(ratna)
    await ratna.taps("✉️ Undang ke Tes tertulis")
    await ratna.taps("Ya, undang")
    await stage.a_moment_passes()
