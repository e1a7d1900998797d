"""Finding people: by registration number, NIK or phone at once; by name through all of them, a page at a time.

Names lie sealed, so no index knows them: whoever looks for one opens them page by page and compares, which is the price
of not keeping them in the clear.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from records.applications import Application
from records.people import Person
from records.vault import Vault

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name."""

    person_id: int
    name: str


def by_exact(session: Session, vault: Vault, *, number: str = "", nik: str = "", phone: str = "") -> list[Named]:
    """Whoever has this registration number (in any case, an O for a zero), NIK, or phone (E.164).

    Empty words find nobody.
    """
    ways: list[ColumnElement[bool]] = []
    if number:
        known = func.replace(func.upper(Application.number), "O", "0")
        applied = select(Application.person_id).where(known == number.upper().replace("O", "0"))
        ways.append(Person.id.in_(applied))
    if nik:
        ways.append(Person.nik_digest == vault.digest("nik", nik))
    if phone:
        ways.append(Person.phone_digest == vault.digest("phone", phone))
    if not ways:
        return []
    rows = session.execute(select(Person.id, Person.name).where(or_(*ways)).order_by(Person.id))
    return [Named(*row) for row in rows]


def by_serial(session: Session, serial: int, limit: int) -> list[Named]:
    """Whoever's registration number ends in this, the latest cohort first."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(Application, Application.person_id == Person.id)
        .where(Application.serial == serial)
        .order_by(Application.id.desc())
        .limit(limit)
    )
    return [Named(*row) for row in rows]


def page(session: Session, after: int) -> list[Named]:
    """The next thousand people behind an id."""
    rows = session.execute(select(Person.id, Person.name).where(Person.id > after).order_by(Person.id).limit(PAGE))
    return [Named(*row) for row in rows]
