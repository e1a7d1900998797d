"""A dossier: documents sent in the chat, what is stored of them, and what still stands in the chat."""

from sqlalchemy.orm import Session

from records import documents
from tests.journeys.applicant import registers
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number


async def is_asked(phone: Phone) -> str:
    """Registered, and at the question for the KTP; the number."""
    number = await registers(phone)
    await phone.taps("📎 Kirim berkas")
    phone.sees("PDF) KTP")
    return number


async def settles(stage: Stage, *phones: Phone) -> None:
    """Until every file was looked at and told of."""
    await stage.is_quiet()
    await stage.a_moment_passes()
    for phone in phones:
        await phone.looks()


def found(session: Session, number: str) -> list[tuple[str, str]]:
    """(kind, state) of whatever counts."""
    return [(d.kind, d.state) for d in documents.of_application(session, by_number(session, number).id)]


def status_of(session: Session, number: str) -> str:
    return by_number(session, number).status


def stored_bytes(stage: Stage, session: Session, number: str) -> dict[str, bytes]:
    """By kind, what the store gives back."""
    rows = documents.of_application(session, by_number(session, number).id)
    return {d.kind: stage.canting.house.documents.read(d.name) for d in rows if d.name is not None}


def everything_said(phone: Phone) -> str:
    return " ".join(message["text"] for message in phone.bot_messages())


def photos(phone: Phone) -> list[int]:
    """Her messages with a picture or a file that still stand in the chat."""
    return [m["id"] for m in phone.messages() if m["from"] == "person" and m["kind"] in ("photo", "document")]
