"""Programmes (kejuruan): making one, changing one."""

from collections.abc import Mapping
from typing import Any

from conversations import readers
from conversations.context import Context
from conversations.offering.editing import editing
from conversations.offering.field import Desk, Field, Known, desk_of, values_of, windows
from conversations.offering.pages import programme_page
from conversations.officer import INVISIBLE, note, officer_with
from conversations.script import Answers, Conclusion, Matter, Misread, Script
from locales.text import Text, _
from records import offering, programmes
from records.permissions import Permission


def _name(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = readers.words(typed, limit=80, least=3)
    if isinstance(found, Misread) or found == known("name") or found.lower() not in desk.taken:
        return found
    return Misread(_("There is a programme of that name already. Please choose another name."))


FIELDS = (
    Field(
        key="name",
        label=_("Name"),
        prompt=_("What is the programme (kejuruan) called? For example: Menjahit"),
        read=_name,
        keep=lambda value, _d: {"name": value},
    ),
    Field(
        key="teaches",
        label=_("What one learns"),
        prompt=_("What does one learn there? One or two sentences; job seekers read them on the card."),
        read=lambda typed, _k, _d: readers.words(typed, limit=600, least=10),
        keep=lambda value, _d: {"teaches": value},
    ),
)


def _gather(context: Context, matter: Matter) -> Desk | Text:
    """The desk; with a matter, what stands there now."""
    desk = desk_of(context)
    found = programmes.all_of_them(context.session)
    programme = next((one for one in found if one.id == matter.about), None)
    if desk is None or (matter.about is not None and programme is None):
        return INVISIBLE
    taken = frozenset(one.name.lower() for one in found if one is not programme)
    if programme is None:
        return desk.about(taken=taken)
    present = {"name": programme.name, "teaches": programme.teaches}
    return desk.about(programme.id, programme.name, present=present, taken=taken)


def _make(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    made = offering.add_programme(context.session, values_of(FIELDS, answers, desk))
    if officer is not None:
        note(context, officer, "programme.made", f"programme:{made.id}")
    return Conclusion(programme_page(context, made.id).with_note(_("✅ The programme is made.")))


def _store(context: Context, desk: Desk, values: Mapping[str, Any]) -> None:
    offering.change_programme(context.session, desk.matter_id, values)


NEW = Script(
    name="programme_new",
    version=1,
    title=lambda _d: _("A new programme"),
    asks=tuple(field.ask() for field in FIELDS),
    gather=_gather,
    conclude=_make,
    windows=windows,
    summary=lambda _a, _d: _("Make this programme?"),
    submit=_("✅ Make it"),
)
EDIT = editing("programme_edit", FIELDS, gather=_gather, store=_store, page=programme_page, trail="programme")
