"""Announcing: what an officer taps to write to a cohort, and how its deliveries ended."""

from collections import Counter

from sqlalchemy import select, update

from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.demonstration import Group
from records.session import Session
from records.staff import Officer
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage

COHORT, LARGE = "Angkatan III 2026", "Angkatan II 2019"
WORDS = "Pelatihan besok dimulai pukul 08.00."
HEAD = "Pengumuman\n\n"
WITH_CHAT, IN_COHORT = 11, 12


async def begins(officer: Phone) -> None:
    """Up to the choice of the cohort."""
    await goes_to(officer, "Pengumuman")
    await officer.taps("Pengumuman baru")


async def writes(officer: Phone, words: str = WORDS, cohort: str = COHORT) -> None:
    """Up to the preview."""
    await begins(officer)
    await officer.taps(cohort)
    await officer.says(words)


async def sends(officer: Phone, words: str = WORDS, cohort: str = COHORT) -> None:
    """Up to the yes; nothing has gone out yet."""
    await writes(officer, words, cohort)
    await officer.taps("Kirim ke")


async def sends_to_many(stage: Stage, words: str = WORDS) -> Phone:
    """To more than a second officer should look at first, where there is none; nothing has gone out yet."""
    ratna = bu_ratna(stage)
    await stage.writes(alone, ratna.id)
    await sends(ratna, words, LARGE)
    await ratna.taps("Ya, tetap kirim")
    return ratna


def alone(session: Session, chat_id: int) -> None:
    """She is the only officer."""
    session.execute(update(Officer).where(Officer.chat_id != chat_id).values(active=False))


def together(session: Session) -> None:
    """All officers are there."""
    session.execute(update(Officer).values(active=True))


def leaves(session: Session, chat_id: int) -> None:
    """She is no officer any more."""
    session.execute(update(Officer).where(Officer.chat_id == chat_id).values(active=False))


async def received(phone: Phone, words: str = WORDS) -> int:
    return await phone.heard(f"{HEAD}{words}")


async def outcomes(stage: Stage) -> Counter[str]:
    """How many deliveries of the campaign ended how."""
    return await stage.reads(_outcomes)


def _outcomes(session: Session) -> Counter[str]:
    kind = Delivery.kind == DeliveryKind.ANNOUNCEMENT.value
    return Counter(session.scalars(select(Delivery.status).where(kind)))


def waiting(session: Session) -> list[int]:
    """Of those to whom the announcement is on its way."""
    is_waiting = (Delivery.kind == DeliveryKind.ANNOUNCEMENT.value, Delivery.status == DeliveryStatus.WAITING.value)
    return list(session.scalars(select(Delivery.chat_id).where(*is_waiting).order_by(Delivery.id)))


async def ended(stage: Stage, status: DeliveryStatus, why: str, count: int) -> Phone:
    """The officer before the page of an announcement with so many that ended so, behind the bot's back: its progress
    message does not know.
    """
    stage.expects_refusals.add(400)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await stage.writes(_ended_otherwise, [phone.id for phone in stage.of(Group.PARTICIPANT)[:count]], status, why)
    await goes_to(ratna, "Pengumuman")
    await ratna.taps(WORDS[:20])
    return ratna


def _ended_otherwise(session: Session, chats: list[int], status: DeliveryStatus, why: str) -> None:
    of_them = (Delivery.kind == DeliveryKind.ANNOUNCEMENT.value, Delivery.chat_id.in_(chats))
    session.execute(update(Delivery).where(*of_them).values(status=status.value, why=why, message_id=None))
