"""Alumni: a class that has just graduated, and what its people were asked and have told since."""

from datetime import UTC, datetime

from sqlalchemy import select

from records import monitoring, people
from records.demonstration import Group
from records.followups import Followup
from records.monitoring import MonitoringRecord
from records.session import Session
from tests.journeys.office import bu_ratna, graduates, officers_leave
from tests.person import Phone
from tests.stage import Stage

# The class graduates on 6 October: a month later, nine in the morning in Pekalongan.
DUE = datetime(2026, 11, 6, 2, 0, tzinfo=UTC)
THIRD_MONTH = datetime(2027, 1, 6, 2, 0, tzinfo=UTC)
SIXTH_MONTH = datetime(2027, 4, 6, 2, 0, tzinfo=UTC)
ASKED, REMINDED, LAST = "kami dari BLK", "bolehkah kami bertanya sekali lagi?", "ini pesan terakhir kami"
QUESTION = "Dalam 7 hari terakhir, apa kegiatan utama Anda?"
WITH_CHAT, IN_CLASS = 11, 12


async def graduated(stage: Stage, *, officers_stay: bool = False) -> list[Phone]:
    """The graduates of the class that has just ended, those with a chat; they have heard that they passed. The officers
    are away from then on.
    """
    await graduates(bu_ratna(stage))
    await stage.a_moment_passes()
    if not officers_stay:
        await officers_leave(stage)
    return stage.of(Group.PARTICIPANT)


# The shortest way through the first waves, and the usual one.
IN_OJT = ("OJT/magang", "Tidak", "Sangat sesuai")
EMPLOYED = ("Kerja digaji", "Ya, tetap", "Sampai 1 bulan setelahnya", "Sangat sesuai", "Lewati")


async def tells(phone: Phone, *labels: str) -> None:
    """She taps these; by default the shortest way through."""
    for label in labels or IN_OJT:
        await phone.taps(label)


async def asked(phone: Phone, words: str = ASKED) -> int:
    """In how many messages the asking, or the reminder, stands; an answer by a tap edits it away."""
    return await phone.heard(words)


def first_wave(session: Session, chat_id: int) -> Followup:
    """Her follow-up of month 1."""
    (person,) = people.of_chat(session, chat_id)
    return session.scalars(select(Followup).where(Followup.person_id == person.id, Followup.wave == 1)).one()


async def told(stage: Stage, phone: Phone) -> list[MonitoringRecord]:
    """Her timeline."""
    return await stage.reads(_timeline, phone.id)


def _timeline(session: Session, chat_id: int) -> list[MonitoringRecord]:
    return monitoring.timeline(session, people.of_chat(session, chat_id)[0].id)
