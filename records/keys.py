"""The key check: a word sealed with the first key, so that another key is noticed before it seals anything."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Sealed
from records.vault import VERSION, VaultError

WORD = "canting"


class KeyCheck(Base):
    __tablename__ = "keys"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    word: Mapped[str] = mapped_column(Sealed)


def check(session: Session) -> None:
    """Seals the word in a new database; in an old one opens it, or raises VaultError for a key that is not its own."""
    try:
        found = session.scalar(select(KeyCheck.word).where(KeyCheck.version == VERSION))
    except VaultError as wrong:
        raise VaultError(
            "the secret key is not the one this database was sealed with: "
            "restore it from its recovery sheet (CANTING_SECRET_KEY)"
        ) from wrong
    if found is None:
        session.add(KeyCheck(version=VERSION, word=WORD))
        session.flush()
