"""The seed: fills an empty database with the demonstration, and says who the cast is."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import audit, staff
from records.calendar import Calendar
from records.demonstration import giving, lately, lessons, past, present, tested, trades, wishing
from records.demonstration.cast import Cast, Group, Member
from records.demonstration.desk import Desk
from records.demonstration.history import Memory
from records.demonstration.invention import FIRST_PHONE
from records.demonstration.roll import Roll
from records.demonstration.scene import Scene
from records.people import Person, Sex
from records.profile import Profile
from records.staff import Officer, Role
from records.store import FileStore
from records.vault import Vault

OFFICERS = (
    (
        "Bu Ratna",
        "(contoh)",
        Role.ADMINISTRATOR,
        "administrator: memutuskan pendaftar, melihat angka, mengirim pengumuman",
    ),
    ("Pak Wiryo", "(contoh)", Role.OFFICER, "petugas loket: memutuskan pendaftar, menjawab pertanyaan"),
)
# Far above the phones of the invented, which count up from the same range.
OFFICER_PHONES = FIRST_PHONE + 9000
# The open class whose first applicants are tested before the registration closes.
TO_BE_TESTED = "motor"
NEWCOMERS = (Sex.FEMALE, False), (Sex.MALE, False), (Sex.FEMALE, True)


class NotEmptyError(Exception):
    """The database already knows people: demonstration data never mix with real ones."""


def seed(
    session: Session,
    vault: Vault,
    profile: Profile,
    calendar: Calendar,
    now: datetime,
    store: FileStore | None = None,
) -> Cast:
    """Writes everything, or raises NotEmptyError. The same `now` makes the same people, classes and answers.

    With a store for their documents also what lies on the officers' desk: without one applicants have sent none, nobody
    is tested, the class in training has no timetable, and nobody has graduated lately.
    """
    if session.scalar(select(Person.id).limit(1)) is not None:
        raise NotEmptyError("the database already knows people; the demonstration needs an empty one")
    roll = Roll(session, vault, profile, calendar)
    administrator, *_ = _officers(roll, now)
    known = trades.keep(session)
    memory = Memory(roll, administrator.chat_id, now)
    past.write(roll, known, profile.followup.waves, memory)
    scene = Scene(roll, known, administrator, now)
    standing = present.write(scene)
    wishing.write(roll, known, now)
    _newcomers(roll, now)
    giving.write(scene)
    if store is not None:
        Desk(scene, store, vault).lay(standing)
        tested.write(scene)
        tested.schedule_one(scene, standing.cohort_id, TO_BE_TESTED)
        lessons.write(scene, standing.running)
        lately.write(scene, memory, profile.followup.waves)
    audit.note(session, at=now, actor="system", action="demonstration.seeded", matter="database")
    return roll.cast()


def _officers(roll: Roll, now: datetime) -> list[Officer]:
    found = []
    for place, (first, last, role, note) in enumerate(OFFICERS):
        chat_id = roll.new_chat()
        roll.enter_officer(Member(chat_id, first, last, f"+{OFFICER_PHONES + place}", Group.STAFF, note, cast=True))
        found.append(staff.appoint(roll.session, chat_id, f"{first} {last}", role, now))
    return found


def _newcomers(roll: Roll, now: datetime) -> None:
    """People without any record; their notes say what a player has to type."""
    today = now.astimezone(roll.calendar.zone).date()
    for sex, outsider in NEWCOMERS:
        said = replace(roll.inventor.person(sex, today, outsider), activity="mencari_kerja")
        home = f"warga {said.town}" if outsider else "warga kota"
        note = f"belum pernah memakai bot, {home}; NIK contoh {said.nik}, lahir {said.birth_date:%d-%m-%Y}"
        roll.enter_stranger(said, roll.new_chat(), Group.SEEKER, note, cast=True, started=False)
