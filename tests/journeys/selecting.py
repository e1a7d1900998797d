"""A cohort that has been tested, written into the records, and what officers do to select from it. All are invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from records import applications, people, road, scores, staff
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.people import Education, Particulars, Sex
from records.session import Session
from records.steps import Kind
from records.vault import Vault
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage

COHORT = "Angkatan Khusus"
DECREE = "800/77/2026"


@dataclass(frozen=True)
class Scored:
    """Somebody who was tested, with her phone."""

    phone: Phone
    name: str
    number: str
    application_id: int


async def scored(stage: Stage, totals: Sequence[int], *, seats: int, days: int = 10) -> tuple[int, list[Scored]]:
    """The class, and as many people as there are totals, in their order; each scored the same in both components."""
    class_id = await stage.writes(_a_class, stage.clock.now(), seats, days)
    order = [{"first_name": f"Warga{n}", "started": True} for n in range(1, len(totals) + 1)]
    async with stage.session.post(f"{stage.url}/sim/people", json=order) as response:
        assert response.status == 200, await response.text()
        phones = [stage.phone(person["id"]) for person in await response.json()]
    found = []
    for place, (phone, total) in enumerate(zip(phones, totals, strict=True), 1):
        filed = await stage.writes(
            _file, stage.canting.house.vault, phone.id, place, class_id, stage.clock.now(), total
        )
        found.append(Scored(phone, f"Warga Contoh {_letters(place)}", *filed))
    return class_id, found


def _letters(place: int) -> str:
    return f"{chr(64 + (place - 1) // 26 + 1)}{chr(97 + (place - 1) % 26)}"


def _a_class(session: Session, now: datetime, seats: int, days: int) -> int:
    class_id = open_cohort(session, now, name=COHORT, days=days)
    session.get_one(TrainingClass, class_id).seats = seats
    return class_id


def _file(
    session: Session, vault: Vault, chat_id: int, place: int, class_id: int, now: datetime, total: int
) -> tuple[str, int]:
    person_id = people.keep(session, vault, particulars(place), now)
    people.link(session, person_id, chat_id, now)
    cohort_id = session.get_one(TrainingClass, class_id).cohort_id
    filed = applications.file(session, person_id, cohort_id, class_id, now + timedelta(minutes=place))
    officer = staff.active(session)[0]
    passed_on = (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED)
    for status in (*passed_on, ApplicationStatus.TEST_SCHEDULED):
        assert road.move(session, Kind.APPLICATION, filed.id, status, now, staff_id=officer.id)
    marks = [scores.Mark(filed.id, component, Decimal(total)) for component in ("tertulis", "wawancara")]
    scores.record(session, *marks, staff_id=officer.id, now=now)
    return filed.number, filed.id


def particulars(place: int) -> Particulars:
    """An invented woman, another for each place."""
    return Particulars(
        name=f"Warga Contoh {_letters(place)}",
        nik=f"337501410199{7000 + place:04d}",
        birth_date=date(1999, 1, 1),
        sex=Sex.FEMALE,
        phone=f"+62813{place:08d}",
        kecamatan="33.75.01",
        kelurahan="1002",
        town=None,
        address="Jl. Contoh 1, RT 1 RW 2",
        education=Education.SMK,
        activity="mencari_kerja",
    )


async def proposes(stage: Stage) -> Phone:
    """An officer draws up the proposal of the cohort; its overview stands open."""
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Seleksi")
    await ratna.taps(COHORT)
    await ratna.taps("Usulkan menurut nilai")
    return ratna


async def publishes(stage: Stage) -> Phone:
    """From the scores to the publication, by two officers."""
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    await wiryo.taps("📣 Terbitkan")
    await wiryo.says(DECREE)
    await wiryo.taps("Oktober 2026")
    wiryo.sees("Terbitkan seleksi")
    await wiryo.taps("Terbitkan dan kabari semua")
    wiryo.sees("Diterbitkan.")
    await stage.a_moment_passes()
    return wiryo


async def statuses(stage: Stage, class_id: int) -> dict[str, str]:
    """By number."""
    return await stage.reads(_statuses, class_id)


def _statuses(session: Session, class_id: int) -> dict[str, str]:
    chosen = select(Application.number, Application.status).where(Application.class_id == class_id)
    return dict(session.execute(chosen.order_by(Application.number)).all())
