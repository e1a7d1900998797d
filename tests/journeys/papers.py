"""Papers: documents that lie in the store, as if an applicant had sent them and they had been looked at."""

from sqlalchemy.orm import Session

from records import documents, dossiers, receiving
from records.documents import DocumentKind
from records.receiving import Kept, Parcel
from simulator.images import sample
from tests.stage import Stage
from tests.walking import by_number


async def has_sent(stage: Stage, number: str, *kinds: DocumentKind, same_as: str = "") -> None:
    """Sample pictures of these kinds; `same_as` tells files apart, or makes them the same."""
    for kind in kinds:
        picture = sample(kind.value)
        name = stage.canting.house.documents.put(picture)
        kept = Kept(name, None, "image/png", len(picture), 1, f"{kind.value}-{same_as or number}")
        await stage.writes(_stored, number, kind, kept, stage)


def _stored(session: Session, number: str, kind: DocumentKind, kept: Kept, stage: Stage) -> None:
    now, application = stage.clock.now(), by_number(session, number)
    document_id = receiving.receive(session, application.id, kind, Parcel("file", 1, 1), now)
    receiving.store(session, document_id, kept, now)
    document = documents.by_id(session, document_id)
    assert document is not None
    document.due_at = document.message_id = document.chat_id = None


async def time_is_over(stage: Stage, number: str) -> None:
    """Nothing more is awaited: the application lies before the officers without papers, and its owner knows."""
    await stage.writes(_over, number, stage)


def _over(session: Session, number: str, stage: Stage) -> None:
    dossier = dossiers.of(session, by_number(session, number).id)
    if dossier is not None:
        dossier.due_at, dossier.reminded = stage.clock.now(), 0
