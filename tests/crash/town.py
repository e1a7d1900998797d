"""A small town for the bot as its own process: one open class, one graduate whose first wave is due, in real time."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlalchemy import select, update

from bot.clock import SystemClock
from bot.key import vault_of
from records import announcing, chats, endings, enrolments, people, profile, staff
from records.applications import Application
from records.audiences import Audience, Trait
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.database import open_database
from records.demonstration.invention import nik
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Education, Particulars, Sex
from records.programmes import Programme
from records.requirements import Requirements
from records.session import Session
from records.staff import Role
from records.vault import Vault
from tests.stage import settings_for
from tests.walking import becomes_participant

R = TypeVar("R")
CODE, PROGRAMME = "jahit-uji", "Menjahit"
# Day and night, every day of the year: these tests run in real time, at whatever hour.
ROUND_THE_CLOCK = """[calendar]
hours = [["00:00:00", "23:59:59.999999"]]
notices = ["00:00:00", "23:59:59.999999"]
friday_pause = ["23:59:59.999998", "23:59:59.999999"]
ramadan_hours = [["00:00:00", "23:59:59.999999"]]
closed = []
national_holidays = false
"""


@dataclass(frozen=True, slots=True)
class Town:
    """The class one can register for, and the graduate."""

    class_id: int
    graduate_id: int


def round_the_clock(folder: Path) -> Path:
    """A copy of the profile that ships, with sending hours that never end."""
    shipped = profile.DEFAULT.read_text("utf-8")
    begin = shipped.index("[calendar]")
    end = shipped.index("\n[", begin)
    copy = folder / "round-the-clock.toml"
    copy.write_text(shipped[:begin] + ROUND_THE_CLOCK + shipped[end:], "utf-8")
    assert tomllib.loads(copy.read_text("utf-8"))["calendar"]["closed"] == []
    return copy


def nik_of(number: int, born: date, sex: Sex = Sex.FEMALE) -> str:
    """An invented NIK of the city."""
    return nik("337501", born, sex, number)


async def found_town(home: Path, graduate_chat: int) -> Town:
    """Writes the town into the empty database of a home."""
    return await written(home, lambda session, vault, now: _found(session, vault, graduate_chat, now))


async def written(home: Path, work: Callable[[Session, Vault, datetime], R]) -> R:
    """Changes the records behind the bot's back, while it is down."""
    settings = settings_for(home, "http://127.0.0.1")
    vault = vault_of(settings)
    database = open_database(settings.url, vault, SystemClock())
    try:
        return await database.write(work, vault, datetime.now(UTC))
    finally:
        await database.close()


def _found(session: Session, vault: Vault, graduate_chat: int, now: datetime) -> Town:
    today = now.astimezone(ZoneInfo("Asia/Jakarta")).date()
    programme = Programme(code="jahit", name=PROGRAMME, teaches="Pola, jahit, dan penyelesaian.")
    session.add(programme)
    session.flush()
    coming = _class(session, programme, CODE, now, today + timedelta(days=40))
    past = _class(session, programme, "jahit-lalu", now - timedelta(days=200), today - timedelta(days=70))
    person_id = people.keep(session, vault, _graduate(), now)
    people.link(session, person_id, graduate_chat, now)
    chats.load(session, graduate_chat, now)
    enrolment = enrolments.enrol(session, person_id, past.id, None, now)
    endings.graduate(session, enrolment.id, past.ends_on, now)
    session.add(
        Followup(
            enrolment_id=enrolment.id,
            person_id=person_id,
            wave=1,
            state=FollowupState.PLANNED.value,
            due_at=now - timedelta(minutes=1),
        )
    )
    return Town(coming.id, person_id)


def _graduate() -> Particulars:
    born = date(1998, 4, 3)
    return Particulars(
        name="Dewi Contoh",
        nik=nik_of(7, born),
        birth_date=born,
        sex=Sex.FEMALE,
        phone="+6281200000007",
        kecamatan="33.75.01",
        kelurahan="1002",
        town=None,
        address="Gang Contoh 7 RT 01 RW 01",
        education=Education.SMK,
        activity="mencari_kerja",
    )


def _class(session: Session, programme: Programme, code: str, opens_at: datetime, starts_on: date) -> TrainingClass:
    cohort = Cohort(
        code=f"a-{code}",
        name=f"Angkatan {code}",
        year=starts_on.year,
        opens_at=opens_at - timedelta(days=1),
        closes_at=opens_at + timedelta(days=20),
        opened_told_at=opens_at,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
    )
    session.add(cohort)
    session.flush()
    a_class = TrainingClass(
        code=code,
        programme_id=programme.id,
        cohort_id=cohort.id,
        seats=16,
        lesson_hours=140,
        starts_on=cohort.starts_on,
        ends_on=cohort.ends_on,
        place="Gedung BLK",
        funding="APBN",
        requirements=Requirements(residents_only=False).to_json(),
    )
    session.add(a_class)
    session.flush()
    return a_class


def training_begins(session: Session, _vault: Vault, now: datetime) -> None:
    """Only a class that has begun can be graduated."""
    session.execute(update(TrainingClass).where(TrainingClass.code == CODE).values(starts_on=now.date()))


def everybody_is_selected(session: Session, _vault: Vault, now: datetime) -> None:
    """And has re-registered."""
    for number in session.scalars(select(Application.number)).all():
        becomes_participant(session, number, now)


def month_passes(session: Session, _vault: Vault, now: datetime) -> None:
    """Everybody who graduated did so a month earlier: the first follow-ups are due."""
    for enrolment in session.scalars(select(Enrolment).where(Enrolment.ended_on.is_not(None))):
        assert enrolment.ended_on is not None
        enrolment.ended_on -= relativedelta(months=1)
    first = update(Followup).where(Followup.wave == 1, Followup.state == FollowupState.PLANNED.value)
    session.execute(first.values(due_at=now - timedelta(minutes=1)))


def crowd_and_announcement(session: Session, vault: Vault, now: datetime, chat_ids: Sequence[int]) -> int:
    """People in one class, and an announcement to them confirmed: the id of the campaign."""
    a_class = session.scalars(select(TrainingClass).where(TrainingClass.code == CODE)).one()
    for number, chat_id in enumerate(chat_ids):
        born = date(1990, 1, 1) + timedelta(days=number)
        person_id = people.keep(session, vault, replace(_graduate(), nik=nik_of(number, born), birth_date=born), now)
        people.link(session, person_id, chat_id, now)
        chats.load(session, chat_id, now)
        enrolments.enrol(session, person_id, a_class.id, None, now)
    officer = staff.appoint(session, chat_ids[0], "Petugas Contoh", Role.ADMINISTRATOR, now)
    campaign = announcing.draft(session, Audience.of(Trait.CLASS, a_class.id), officer.id, now)
    campaign.words = "Pembukaan pukul 08.00."
    announcing.confirm(session, campaign.id, now, now)
    return campaign.id
