"""An officer closes a help request with what was done; the alumna reads it."""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.helping.request import CLOSED, LIST, need_of
from conversations.notices import helping
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import help_requests
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose request it is, and what she wants."""

    request_id: int
    person_id: int
    name: str
    need: Text


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.FOLLOW)
    request = None if officer is None or matter.about is None else help_requests.by_id(context.session, matter.about)
    if request is None:
        return INVISIBLE
    if request.closed_at is not None:
        return CLOSED
    return Facts(request.id, request.person_id, request.name, need_of(request))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """One officer closes it; whoever comes later learns that it was done."""
    officer, rows = officer_with(context, Permission.FOLLOW), column(LIST, STAFF_MENU)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if not help_requests.close(context.session, facts.request_id, answers["done"], officer.id, context.now):
        return Conclusion(Reply(CLOSED, rows=rows))
    note(context, officer, "help.closed", f"help_request:{facts.request_id}")
    helping.CLOSED.to_person(context, facts.person_id, facts.request_id)
    return Conclusion(Reply(_("Closed. {name} is told what was done.", name=facts.name), rows=rows))


SCRIPT = Script(
    name="help_done",
    version=1,
    confidential=True,
    title=lambda facts: _("Request for help of {name}", name=facts.name),
    asks=(
        Ask(
            key="done",
            prompt=lambda _a, facts: _(
                "{name} asked for: <b>{need}</b>. What was done? She reads what you write.",
                name=facts.name,
                need=facts.need,
            ),
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
