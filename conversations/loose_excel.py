"""An Excel file that no question asked for: an officer is offered where such files are taken, and what it seems to be.

Nothing is read of it: its name is all that is known before it is fetched.
"""

from dataclasses import dataclass

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.event import File, Sent
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import permissions, rolls, staff
from records.permissions import Permission
from records.rolls import ClassToTest

ENDINGS = (".xlsx", ".xls")
MIMES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel")
LISTED = 6
EARLIER = "alumni"
WHERE = _("An Excel file is read where it belongs: tap what it is, then send it again.")


@dataclass(frozen=True, slots=True)
class Taker:
    """A talk that takes such a file; what the file seems to be, where its name says that it belongs there."""

    label: Text
    screen: str
    seems: Text | None


def offer(context: Context, event: Sent) -> Reply | None:
    """None for whoever is no officer, or for whom no such file is taken: she is answered like everybody."""
    officer = staff.by_chat(context.session, context.chat_id)
    if officer is None or event.file is None or not _is_excel(event.file):
        return None
    name, granted = _bare(event.file.name), permissions.of_officer(context.session, officer)
    earlier = _earlier(name) if Permission.FOLLOW in granted else []
    scores = _scores(context, name) if Permission.SESSIONS in granted else []
    takers = sorted((*earlier, *scores), key=lambda one: one.seems is None)
    if not takers:
        return None
    return Reply(lines(takers[0].seems, WHERE), rows=column(*(_button(one) for one in takers), STAFF_MENU))


def _button(taker: Taker) -> Button:
    return Button(taker.label, taker.screen, style=Style.PLAIN if taker.seems is None else Style.PRIMARY)


def _is_excel(file: File) -> bool:
    return file.mime in MIMES or file.name.casefold().endswith(ENDINGS)


def _earlier(name: str) -> list[Taker]:
    seems = _("By its name this is a list of earlier alumni.") if EARLIER in name else None
    return [Taker(_("⬆️ Earlier alumni"), "m:earlierfile", seems)]


def _scores(context: Context, name: str) -> list[Taker]:
    """Of each class of which scores are taken now, the likely ones first."""
    found = [_of_class(one, name) for one in rolls.classes_to_test(context.session) if one.scheduled]
    return sorted(found, key=lambda one: one.seems is None)[:LISTED]


def _of_class(one: ClassToTest, name: str) -> Taker:
    likely = _bare(one.programme) in name
    return Taker(
        _("📝 Scores: {programme} · {cohort}", programme=one.programme, cohort=one.cohort),
        f"m:scorefile:{one.class_id}",
        _("By its name these are scores of {programme}.", programme=one.programme) if likely else None,
    )


def _bare(words: str) -> str:
    """Letters and digits only: how a programme is written in the name of its template."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())
