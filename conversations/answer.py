"""An officer answers a question; the answer goes to whoever asked."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import deliveries, questions
from records.deliveries import DeliveryKind
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    question_id: int
    words: str
    staff_id: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.ANSWER)
    question = None if officer is None or matter.about is None else questions.by_id(context.session, matter.about)
    if officer is None or question is None:
        return INVISIBLE
    if question.answered_at is not None:
        return _("This question has been answered meanwhile.")
    return Facts(question.id, question.words, officer.id)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANSWER)
    rows = column(Button(_("Next questions"), "m:questions"), Button(_("🗂 Staff menu"), "m:staff"))
    if officer is None or not questions.answer(
        context.session, facts.question_id, answers["words"], facts.staff_id, context.now
    ):
        return Conclusion(Reply(_("This question has been answered meanwhile."), rows=rows))
    deliveries.order(
        context.session,
        key=f"answer:{facts.question_id}",
        kind=DeliveryKind.ANSWER,
        person_id=None,
        chat_id=questions.chat_of(context.session, facts.question_id),
        about=facts.question_id,
        due_at=context.now,
        now=context.now,
    )
    note(context, officer, "question.answered", f"question:{facts.question_id}")
    return Conclusion(Reply(_("Your answer is on its way."), rows=rows))


SCRIPT = Script(
    name="answer",
    version=1,
    title=lambda _facts: _("Answer to a question"),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, facts: _(
                "<b>Question:</b>\n{words}\n\nWrite your answer in one message.", words=facts.words
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=readers.LONG_WORDS, least=2),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
