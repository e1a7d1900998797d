"""An officer looks for a person: by name, registration number, NIK or phone."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.people import pages as people_pages
from conversations.reply import Background, Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _
from records import finding
from records.finding import Named
from records.permissions import Permission

SERIAL_DIGITS = 5
NIK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known."""


def gather(context: Context, _matter: Matter) -> Facts | Text:
    return INVISIBLE if officer_with(context, Permission.PEOPLE) is None else Facts()


def conclude(context: Context, _matter: Matter, answers: Answers, _facts: Facts) -> Conclusion:
    """Numbers are found at once; a name is looked for beside the replies."""
    officer = officer_with(context, Permission.PEOPLE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    words = answers["words"]
    note(context, officer, "people.searched", "people")
    named = exact(context, words)
    if named or not any(char.isalpha() for char in words):
        return Conclusion(people_pages.found(context, words, named))
    return Conclusion(Reply(_("🔎 Looking for “{words}” …", words=words), background=Background("search", words)))


def exact(context: Context, words: str) -> list[Named]:
    """What is a number: of a registration, a NIK, a phone, or the last digits of a registration number."""
    session, vault = context.session, context.house.vault
    digits = "".join(char for char in words if char.isdigit())
    plain = not any(char.isalpha() for char in words)
    phone = readers.phone(words) if plain else ""
    named = finding.by_exact(
        session,
        vault,
        number=words.strip(),
        nik=digits if plain and len(digits) == NIK_DIGITS else "",
        phone="" if isinstance(phone, Misread) else phone,
    )
    if not named and plain and 0 < len(digits) <= SERIAL_DIGITS:
        named = finding.by_serial(session, int(digits), people_pages.SHOWN)
    return named


SCRIPT = Script(
    name="search",
    version=1,
    title=lambda _facts: _("Search"),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, _f: _(
                "Whom do you look for? Write a name, a registration number or its last digits, a NIK or a phone number."
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=80, least=1),
            sensitive=True,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
