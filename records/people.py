"""People: whoever applied, trained or graduated. A person need not have a chat; a chat may speak for several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, bindparam, delete, insert, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant, Sealed
from records.batches import batched
from records.vault import Vault


class Sex(StrEnum):
    FEMALE = "P"
    MALE = "L"


class Education(StrEnum):
    NONE = "tidak_tamat_sd"
    SD = "sd"
    SMP = "smp"
    SMA = "sma"
    SMK = "smk"
    DIPLOMA = "d1_d3"
    BACHELOR = "d4_s1"
    MASTER = "s2"


class Person(Base):
    """A person. What names, numbers or addresses her is sealed; codes that figures are cut by are plain.

    `accommodation` is what would help her to follow the training, in her words: never a diagnosis. `second_contact` is
    the name of somebody who can reach her in a year.
    """

    __tablename__ = "people"
    # The dead are few, and are looked for wherever people are named.
    __table_args__ = (
        Index(
            "ix_people_dead",
            "id",
            sqlite_where=text("deceased_on IS NOT NULL"),
            postgresql_where=text("deceased_on IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(Sealed)
    nik: Mapped[str | None] = mapped_column(Sealed)
    nik_digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    birth_date: Mapped[str | None] = mapped_column(Sealed)
    sex: Mapped[str | None] = mapped_column(String(1))
    phone: Mapped[str | None] = mapped_column(Sealed)
    phone_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    kecamatan: Mapped[str | None] = mapped_column(String(16), index=True)
    kelurahan: Mapped[str | None] = mapped_column(String(16))
    town: Mapped[str | None] = mapped_column(String(80))
    address: Mapped[str | None] = mapped_column(Sealed)
    education: Mapped[str | None] = mapped_column(String(16))
    year_finished: Mapped[int | None]
    activity: Mapped[str | None] = mapped_column(String(16))
    attended_before: Mapped[bool | None]
    attended_year: Mapped[int | None]
    email: Mapped[str | None] = mapped_column(Sealed)
    accommodation: Mapped[str | None] = mapped_column(Sealed)
    ak1: Mapped[str | None] = mapped_column(Sealed)
    second_contact: Mapped[str | None] = mapped_column(Sealed)
    second_contact_phone: Mapped[str | None] = mapped_column(Sealed)
    # When follow-up questions suit her: pagi, siang or sore.
    preferred_hours: Mapped[str | None] = mapped_column(String(8))
    form_of_address: Mapped[str | None] = mapped_column(String(8))
    spoken_language: Mapped[str | None] = mapped_column(String(8))
    deceased_on: Mapped[date | None]
    demonstration: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)

    @property
    def born(self) -> date | None:
        return None if self.birth_date is None else date.fromisoformat(self.birth_date)


class PreferredHours(StrEnum):
    """When later questions suit her."""

    MORNING = "pagi"
    NOON = "siang"
    AFTERNOON = "sore"


class Link(Base):
    """Which chat speaks for a person. At most one does at a time; the chat may speak for others too."""

    __tablename__ = "links"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    linked_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a registration says of a person."""

    name: str
    nik: str
    birth_date: date
    sex: Sex
    phone: str
    kecamatan: str | None
    kelurahan: str | None
    town: str | None
    address: str
    education: Education
    activity: str
    year_finished: int | None = None
    attended_before: bool | None = None
    attended_year: int | None = None


def by_id(session: Session, person_id: int) -> Person:
    return session.get_one(Person, person_id)


def find(session: Session, person_id: int) -> Person | None:
    return session.get(Person, person_id)


def by_nik(session: Session, vault: Vault, nik: str) -> Person | None:
    return session.scalar(select(Person).where(Person.nik_digest == vault.digest("nik", nik)))


_KNOWN = (
    select(Person.id, Link.chat_id)
    .outerjoin(Link, Link.person_id == Person.id)
    .where(Person.nik_digest == bindparam("digest"))
)
_NEW = insert(Person).returning(Person.id)
_LINK = select(Link.chat_id).where(Link.person_id == bindparam("person_id"))
_NEW_LINK = insert(Link)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whose NIK is known, and the chat that speaks for her, if one does."""

    person_id: int
    chat_id: int | None


def known(session: Session, vault: Vault, nik: str) -> Known | None:
    row = session.connection().execute(_KNOWN, {"digest": vault.digest("nik", nik)}).first()
    return None if row is None else Known(row[0], row[1])


def keep(session: Session, vault: Vault, said: Particulars, now: datetime) -> int:
    """The id of the person of this NIK, new or brought up to date."""
    values = {
        "name": said.name,
        "birth_date": said.birth_date.isoformat(),
        "sex": said.sex.value,
        "phone": said.phone,
        "phone_digest": vault.digest("phone", said.phone),
        "kecamatan": said.kecamatan,
        "kelurahan": said.kelurahan,
        "town": said.town,
        "address": said.address,
        "education": said.education.value,
        "year_finished": said.year_finished,
        "activity": said.activity,
        "attended_before": said.attended_before,
    }
    if said.attended_year is not None or not said.attended_before:
        # Few classes ask for the year: what was told before holds as long as she attended at all.
        values["attended_year"] = said.attended_year
    earlier = known(session, vault, said.nik)
    if earlier is not None:
        session.execute(update(Person).where(Person.id == earlier.person_id).values(**values))
        return earlier.person_id
    digest = vault.digest("nik", said.nik)
    new = {"nik": said.nik, "nik_digest": digest, "demonstration": False, "created_at": now, **values}
    person_id: int = session.connection().execute(_NEW, new).scalar_one()
    return person_id


def complete(session: Session, person_id: int, values: Mapping[str, str | None]) -> None:
    """Optional answers, by column."""
    if values:
        session.execute(update(Person).where(Person.id == person_id).values(**values))


def link(session: Session, person_id: int, chat_id: int, now: datetime) -> None:
    """From now on this chat speaks for the person."""
    linked = session.connection().execute(_LINK, {"person_id": person_id}).scalar()
    values = {"person_id": person_id, "chat_id": chat_id, "linked_at": now}
    if linked is None:
        session.connection().execute(_NEW_LINK, values)
    elif linked != chat_id:
        session.execute(update(Link).where(Link.person_id == person_id).values(chat_id=chat_id, linked_at=now))


def unlink(session: Session, person_id: int, chat_id: int) -> None:
    """This chat speaks for her no more."""
    session.execute(delete(Link).where(Link.person_id == person_id, Link.chat_id == chat_id))


def correct_phone(session: Session, vault: Vault, person_id: int, phone: str | None) -> None:
    """Her number as somebody else told it."""
    digest = None if phone is None else vault.digest("phone", phone)
    session.execute(update(Person).where(Person.id == person_id).values(phone=phone, phone_digest=digest))


def prefer_hours(session: Session, person_id: int, hours: str) -> None:
    """When later questions suit her: pagi, siang or sore."""
    session.execute(update(Person).where(Person.id == person_id).values(preferred_hours=hours))


def name_second_contact(session: Session, person_id: int, name: str, phone: str) -> None:
    """Somebody else who could reach her."""
    session.execute(
        update(Person).where(Person.id == person_id).values(second_contact=name, second_contact_phone=phone)
    )


def chat_of(session: Session, person_id: int) -> int | None:
    return plain.scalar(session, _CHAT, person=person_id)


def chats_of(session: Session, person_ids: Sequence[int]) -> dict[int, int]:
    """Which chat speaks for each of these, by person."""
    found: dict[int, int] = {}
    for some in batched(person_ids):
        found |= dict(session.execute(select(Link.person_id, Link.chat_id).where(Link.person_id.in_(some))).all())
    return found


# Built once: each message asks for them.
_CHAT = select(Link.chat_id).where(Link.person_id == bindparam("person"))
_DEAD = select(Person.id).where(Person.id.in_(bindparam("people", expanding=True)), Person.deceased_on.is_not(None))
_DIED = select(Person.id).where(Person.id == bindparam("person"), Person.deceased_on.is_not(None))


def has_died(session: Session, person_id: int) -> bool:
    return session.scalar(_DIED, {"person": person_id}) is not None


def dead(session: Session, person_ids: Sequence[int]) -> set[int]:
    """Who of these has died."""
    return {
        person_id
        for some in batched(person_ids)
        for person_id in plain.rows(session, _DEAD, people=list(some)).scalars()
    }


def of_chat(session: Session, chat_id: int) -> list[Person]:
    """The people a chat speaks for, the latest first."""
    found = session.scalars(
        select(Person).join(Link, Link.person_id == Person.id).where(Link.chat_id == chat_id).order_by(Person.id.desc())
    )
    return list(found)
