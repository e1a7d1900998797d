"""Tanya petugas: a question goes to the officers, whose answer comes back as a message.

It goes before whatever is open.
"""

from dataclasses import dataclass

from conversations import readers, timing
from conversations.context import Context
from conversations.home import BACK_HOME
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import _
from records import deliveries, permissions, questions, staff
from records.deliveries import DeliveryKind
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """When the officers are there."""

    office_hours: str


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """The question is kept, and every officer who may answer is told."""
    question = questions.ask(context.session, context.chat_id, answers["words"], context.now)
    for officer in staff.active(context.session):
        if Permission.ANSWER in permissions.of_officer(context.session, officer):
            deliveries.order(
                context.session,
                key=f"question:{question.id}:staff:{officer.id}",
                kind=DeliveryKind.QUESTION,
                person_id=None,
                chat_id=officer.chat_id,
                about=question.id,
                due_at=timing.due_at(context, DeliveryKind.QUESTION),
                now=context.now,
            )
    return Conclusion(
        Reply(
            _(
                "Your question lies with the officers. They answer here, as a message, in office hours: {hours}.",
                hours=facts.office_hours,
            ),
            rows=column(BACK_HOME),
        )
    )


SCRIPT = Script(
    name="question",
    version=1,
    title=lambda _facts: _("Question to an officer"),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, _f: _("What would you like to ask? Write it in one message."),
            reader=lambda typed, _a, _f: readers.words(typed, limit=readers.LONG_WORDS, least=3),
        ),
    ),
    gather=lambda context, _matter: Facts(context.house.profile.office_hours),
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    urgent=True,
)
