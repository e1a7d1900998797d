"""Changing a registration until its deadline: the same questions over the answers she gave. Her NIK stays."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from conversations import readers
from conversations.applying import applicant, own, places, registration
from conversations.applying.guesses import guess
from conversations.applying.nik import parse
from conversations.applying.town import OUTSIDE
from conversations.buttons import MY_STATUS
from conversations.context import Context
from conversations.home import status
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from conversations.talk import Entry
from locales.text import Text, _
from records import audit, corrections, people
from records.people import Person


@dataclass(frozen=True, slots=True)
class Facts(applicant.Facts):
    """The class applied for, and what is on record."""

    application_id: int
    person_id: int
    number: str
    nik: str
    on_record: tuple[Entry, ...]


def gather(context: Context, matter: Matter) -> Facts | Text:
    mine = None if matter.about is None else own.of_chat(context, matter.about)
    if mine is None or not mine.is_changeable(context):
        return _("This registration can no longer be changed here. Tell an officer what is wrong: /tanya.")
    base = registration.facts_of(context, mine.brief)
    return Facts(
        **{field.name: getattr(base, field.name) for field in fields(base)},
        application_id=mine.application.id,
        person_id=mine.person.id,
        number=mine.application.number,
        nik=mine.person.nik or "",
        on_record=tuple(_on_record(mine.person, base)),
    )


def _on_record(person: Person, facts: applicant.Facts) -> Iterator[Entry]:
    """What she told, as answers to the same questions, each where it is known."""
    answers: dict[str, str | None] = {
        "name": person.name,
        "nik": person.nik,
        **_birth(person, facts),
        **_residence(person),
        "address": person.address,
        "phone": person.phone,
        "education": person.education,
        "year": None if person.year_finished is None else str(person.year_finished),
        "activity": person.activity,
        "attended": None if person.attended_before is None else ("yes" if person.attended_before else "no"),
        "attended_year": None if person.attended_year is None else str(person.attended_year),
    }
    yield from (Entry(key, 0, value) for key, value in answers.items() if value is not None)


def _birth(person: Person, facts: applicant.Facts) -> dict[str, str | None]:
    nik = parse(person.nik or "", facts.today)
    if nik is not None and (nik.birth_date, nik.sex.value) == (person.born, person.sex):
        return {"birth": "yes"}
    return {"birth": "no", "birth_date": person.birth_date, "sex": person.sex, "difference": "ktp"}


def _residence(person: Person) -> dict[str, str | None]:
    if person.kecamatan is not None:
        return {"kecamatan": person.kecamatan, "kelurahan": person.kelurahan}
    found = next((code for code in places.towns_like(person.town or "") if places.town_name(code) == person.town), None)
    town = None if found is None else guess((found,))
    return {"kecamatan": OUTSIDE, "town": town, "town_meant": found}


def _same_nik(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    digits = readers.nik(typed, facts.today)
    if digits == facts.nik:
        return digits
    return Misread(
        _("The NIK of a registration that was sent cannot be changed here. If it is wrong, tell an officer: /tanya.")
    )


def _asks() -> Iterator[Ask[Any]]:
    asks: tuple[Ask[Any], ...] = registration.ASKS
    for ask in asks:
        if ask.key == "nik":
            yield replace(ask, reader=_same_nik, label=None)
        elif ask.key != "notice":
            yield ask


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    particulars = registration.particulars(answers, facts)
    people.keep(context.session, context.house.vault, particulars, context.now)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", facts.person_id),
        action="application.changed",
        matter=f"application:{facts.application_id}",
    )
    corrections.done(context.session, facts.application_id, context.now)
    text = _("The changes to <b>{number}</b>, {name}, are noted.", number=facts.number, name=particulars.name)
    return Conclusion(Reply(text, rows=column(MY_STATUS)))


SCRIPT: Script[Any] = Script(
    name="change",
    version=1,
    title=lambda facts: _("Changes to {number}", number=facts.number),
    asks=tuple(_asks()),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=7),
    prefill=lambda facts: facts.on_record,
    summary=lambda _a, facts: _(
        "<b>{number}</b>, {programme}: this is what we have. Change what is wrong, then send the changes.",
        number=facts.number,
        programme=facts.programme,
    ),
    submit=_("📨 Send the changes"),
    leaving=_("Leave it as it was? The changes you made here are not kept."),
    afterwards=status,
    forgets=True,
)
