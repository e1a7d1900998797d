"""The fields of a class: what it offers, for how many, when, where and who pays."""

import re
from collections.abc import Mapping
from typing import Any

from conversations import dates, points, readers, vocabulary
from conversations.offering.field import NOTHING, Desk, Field, Known
from conversations.script import Choice, Misread
from locales.text import _, verbatim

MOST_SEATS, MOST_HOURS, MOST_APPLICANTS = 500, 2000, 20_000
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_CODE = 24


def _seats(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = readers.count(typed, 1, MOST_SEATS)
    if isinstance(found, Misread):
        return found
    if int(found) < desk.participants:
        return Misread(
            _("{count} participants are in the class already. Please leave seats for them.", count=desk.participants)
        )
    cap = known("cap")
    if cap not in (None, NOTHING) and int(found) > int(cap or 0):
        return Misread(
            _("The class takes at most {cap} applicants. Please change that number first.", cap=int(cap or 0))
        )
    return found


def _cap(typed: str, known: Known, _desk: Desk) -> str | Misread:
    found, seats = readers.count(typed, 1, MOST_APPLICANTS), known("seats")
    if not isinstance(found, Misread) and seats is not None and int(found) < int(seats):
        return Misread(_("The class has {seats} seats: it must take at least as many applicants.", seats=int(seats)))
    return found


def _starts(typed: str, known: Known, desk: Desk) -> str | Misread:
    found, ends = dates.day(typed, desk.today), known("ends")
    if not isinstance(found, Misread) and ends is not None and found > ends:
        return Misread(_("The training must begin before it ends. Change the last day first, if both move."))
    return found


def _ends(typed: str, known: Known, desk: Desk) -> str | Misread:
    found, starts = dates.day(typed, desk.today), known("starts")
    if not isinstance(found, Misread) and starts is not None and found < starts:
        return Misread(_("The training must end after it begins. Please look at the date again."))
    return found


def _cohorts_day(key: str, desk: Desk) -> tuple[Choice, ...]:
    """The cohort's own day, offered where the class has none yet."""
    day = desk.present.get(f"cohort_{key}")
    return () if day is None else (Choice(day, _("As the cohort: {day}", day=dates.of(day))),)


def _last_days(known: Known, desk: Desk) -> tuple[Choice, ...]:
    return tuple(choice for choice in _cohorts_day("ends", desk) if choice.value >= (known("starts") or ""))


def _centre(_known: Known, desk: Desk) -> tuple[Choice, ...]:
    return (Choice(desk.centre, _("At the centre's own address")),)


def code(typed: str) -> str | Misread:
    """Small letters, digits and hyphens, as they can stand in a link."""
    written = readers.clean(typed).lower()
    if _CODE.fullmatch(written) is None or not 3 <= len(written) <= LONGEST_CODE:
        return Misread(
            _("A code has 3 to {most} small letters, digits and hyphens, for example 2026-4-las.", most=LONGEST_CODE)
        )
    return written


def _code(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = code(typed)
    if isinstance(found, Misread) or found == known("code") or found not in desk.taken:
        return found
    return Misread(_("Another class has that code. Please choose another one."))


def _point(value: str, _desk: Desk) -> Mapping[str, Any]:
    latitude, longitude = (None, None) if value == NOTHING else points.degrees(value)
    return {"latitude": latitude, "longitude": longitude}


PROGRAMME = Field(
    key="programme",
    label=_("Programme"),
    prompt=_("Which <b>programme</b> (kejuruan) is taught?"),
    choices=lambda _k, desk: tuple(Choice(key, verbatim(name)) for key, name in desk.programmes),
    shown=lambda value, desk: verbatim(dict(desk.programmes).get(value, value)),
    keep=lambda value, _d: {"programme_id": int(value)},
)
FIELDS = (
    Field(
        key="seats",
        label=_("Seats"),
        prompt=_("How many <b>seats</b> does the class have? For example: 16"),
        read=_seats,
        keep=lambda value, _d: {"seats": int(value)},
    ),
    Field(
        key="cap",
        label=_("Applicants at most"),
        prompt=_(
            "How many may <b>apply</b> at most? It is not the number of seats: participants are selected by a test. "
            "Leave it empty, and everybody may apply."
        ),
        read=_cap,
        optional=True,
        keep=lambda value, _d: {"applicant_cap": None if value == NOTHING else int(value)},
    ),
    Field(
        key="hours",
        label=_("Lesson hours"),
        prompt=_("How many <b>lesson hours</b> (JP) does the training have? For example: 140"),
        read=lambda typed, _k, _d: readers.count(typed, 1, MOST_HOURS),
        keep=lambda value, _d: {"lesson_hours": int(value)},
    ),
    Field(
        key="starts",
        label=_("First day"),
        prompt=_("On which day does the training of this class <b>begin</b>? For example: 1 Desember 2026"),
        read=_starts,
        choices=lambda _k, desk: _cohorts_day("starts", desk),
        shown=lambda value, _d: dates.shown_day(value),
        keep=lambda value, _d: {"starts_on": dates.of(value)},
    ),
    Field(
        key="ends",
        label=_("Last day"),
        prompt=_("And on which day does it <b>end</b>? For example: 15 Januari 2027"),
        read=_ends,
        choices=_last_days,
        shown=lambda value, _d: dates.shown_day(value),
        keep=lambda value, _d: {"ends_on": dates.of(value)},
    ),
    Field(
        key="place",
        label=_("Place"),
        prompt=_("<b>Where</b> is the training? For example: Bengkel las, gedung B"),
        read=lambda typed, _k, _d: readers.words(typed, limit=120, least=3),
        keep=lambda value, _d: {"place": value},
    ),
    Field(
        key="map",
        label=_("Point on the map"),
        prompt=_(
            "Where is it <b>on the map</b>? Write latitude and longitude, or paste the link of the place from Google "
            "Maps."
        ),
        read=lambda typed, _k, _d: points.point(typed),
        choices=_centre,
        optional=True,
        keep=_point,
    ),
    Field(
        key="instructor",
        label=_("Instructor"),
        prompt=_("Who <b>teaches</b>? The name stands on the card."),
        read=lambda typed, _k, _d: readers.words(typed, limit=120, least=2),
        optional=True,
        keep=lambda value, _d: {"instructor": None if value == NOTHING else value},
    ),
    Field(
        key="facilities",
        label=_("Facilities"),
        prompt=_("Which <b>facilities</b> are there? For example: 16 mesin jahit industri, ruang ber-AC, musala"),
        read=lambda typed, _k, _d: readers.words(typed, limit=300, least=3),
        optional=True,
        keep=lambda value, _d: {"facilities": None if value == NOTHING else value},
    ),
    Field(
        key="funding",
        label=_("Paid by"),
        prompt=_("Which budget <b>pays</b> for it?"),
        choices=lambda _k, _d: tuple(Choice(key, words) for key, words in vocabulary.FUNDING.items()),
        shown=lambda value, _d: vocabulary.FUNDING.get(value) or verbatim(value),
        keep=lambda value, _d: {"funding": value},
    ),
)
CODE = Field(
    key="code",
    label=_("Code"),
    prompt=_(
        "Links and posters carry the <b>code</b>. After a change those that are out already lead nowhere. "
        "Which is the new one?"
    ),
    read=_code,
    keep=lambda value, _d: {"code": value},
)
NEW_FIELDS = (PROGRAMME, *FIELDS)
EDIT_FIELDS = (*FIELDS, CODE)
