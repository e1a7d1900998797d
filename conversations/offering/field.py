"""A field of what staff make and change: how it is asked, read, kept and shown. Scripts that make and that change share
it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from conversations import points
from conversations.context import Context
from conversations.officer import officer_with
from conversations.script import Answers, Ask, Choice, Misread, Windows
from locales.text import Text, _, verbatim
from records.permissions import Permission

# What is known of the other fields, by key: answered before, or as it stands in the records.
Known = Callable[[str], str | None]
NOTHING = "-"
NO_VALUE = _("none")


@dataclass(frozen=True, slots=True)
class Desk:
    """The facts of every script here: who writes, of what, and what stands there now (by field, as it is kept).

    `taken`: names or codes that exist already, in lower case; `participants`: how many are in the class;
    `listed`: the classes that a copy would take over, each with its days.
    """

    staff_id: int
    today: date
    zone: ZoneInfo
    matter_id: int = 0
    what: str = ""
    present: Mapping[str, str] = field(default_factory=dict)
    programmes: tuple[tuple[str, str], ...] = ()
    centre: str = ""
    taken: frozenset[str] = frozenset()
    participants: int = 0
    listed: tuple[tuple[str, date, date], ...] = ()

    def about(self, matter_id: int = 0, what: str = "", **more: Any) -> "Desk":
        """The same desk, with what lies on it."""
        return replace(self, matter_id=matter_id, what=what, **more)

    def instant(self, kept: str) -> datetime:
        """A moment as it is kept, in the centre's own time."""
        return datetime.fromisoformat(kept).replace(tzinfo=self.zone)

    def written(self, moment: datetime) -> str:
        """A moment as it is kept."""
        return moment.astimezone(self.zone).replace(tzinfo=None).isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`read` takes typed words (None: only buttons); `keep` gives the columns and their values; an `optional` one may
    be left empty.
    """

    key: str
    label: Text
    prompt: Text
    keep: Callable[[str, Desk], Mapping[str, Any]]
    read: Callable[[str, Known, Desk], str | Misread] | None = None
    shown: Callable[[str, Desk], Text] = lambda value, _desk: verbatim(value)
    choices: Callable[[Known, Desk], tuple[Choice, ...]] | None = None
    optional: bool = False

    def offered(self, known: Known, desk: Desk) -> tuple[Choice, ...]:
        """Its buttons."""
        own = () if self.choices is None else self.choices(known, desk)
        return (*own, Choice(NOTHING, _("Leave it empty"))) if self.optional else own

    def said(self, value: str | None, desk: Desk) -> Text:
        return NO_VALUE if value in (None, NOTHING) else self.shown(value or "", desk)

    @property
    def _reader(self) -> Callable[[str, Answers, Desk], str | Misread] | None:
        read = self.read
        return None if read is None else lambda typed, answers, desk: read(typed, answers.get, desk)

    def ask(self) -> Ask[Desk]:
        """The question in a script that makes something."""
        has_buttons = self.choices is not None or self.optional
        return Ask(
            key=self.key,
            label=self.label,
            prompt=lambda _a, _d: self.prompt,
            reader=self._reader,
            choices=None if not has_buttons else lambda answers, desk: self.offered(answers.get, desk),
            shown=lambda value, _a, desk: self.said(value, desk),
        )


def desk_of(context: Context) -> Desk | None:
    """The desk of this chat's officer; None where she may not."""
    officer = officer_with(context, Permission.CLASSES)
    if officer is None:
        return None
    profile = context.house.profile
    return Desk(
        officer.id,
        context.today,
        context.house.calendar.zone,
        centre=points.written(profile.latitude, profile.longitude),
    )


def values_of(fields: tuple[Field, ...], answers: Answers, desk: Desk) -> dict[str, Any]:
    """Columns and values of all that was answered."""
    kept: dict[str, Any] = {}
    for one in fields:
        if one.key in answers:
            kept |= one.keep(answers[one.key], desk)
    return kept


def windows(_context: Context) -> Windows:
    """A form of staff waits for some days."""
    return Windows(untouched_days=1, begun_days=7)
