"""Tanya petugas: the common answers by button; whatever is typed goes to the officers, whose answer comes as a message.

It goes before whatever is open.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations import readers, timing
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import deliveries, permissions, questions, staff
from records.deliveries import DeliveryKind
from records.permissions import Permission
from records.profile.questions import CommonAnswer

# Before the code of a common answer, so that nobody can type one.
COMMON = "\N{SECTION SIGN}"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is answered at once, and by when the officers answer."""

    common: tuple[CommonAnswer, ...]
    promised_at: datetime


def gather(context: Context, _matter: Matter) -> Facts:
    rules = context.house.profile.questions
    promised_at = context.house.calendar.next_allowed(context.now + timedelta(hours=rules.answer_within_hours))
    return Facts(rules.common, promised_at)


def _prompt(_answers: Answers, facts: Facts) -> Text:
    if not facts.common:
        return _("What would you like to ask? Write it in one message.")
    return _("What would you like to ask? Tap one of these, or write your question in one message.")


def _reader(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return readers.words(typed.replace(COMMON, ""), limit=readers.LONG_WORDS, least=3)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """A common answer is given at once; a question of her own is kept for the officers."""
    words = answers["words"]
    if words.startswith(COMMON):
        return Conclusion(_common(next(one for one in facts.common if one.code == words.removeprefix(COMMON))))
    return Conclusion(put(context, words, facts.promised_at))


def _common(chosen: CommonAnswer) -> Reply:
    text = _("<b>{title}</b>\n{answer}", title=chosen.title, answer=chosen.answer)
    return Reply(text, rows=column(Button(_("✍️ I have another question"), "m:ask"), BACK_HOME))


def put(context: Context, words: str, promised_at: datetime) -> Reply:
    """Keeps a question. The officers are told where none waited before; more of them come silently: the staff's menu
    counts them, and the morning's digest does.
    """
    first = questions.count_waiting(context.session) == 0
    question = questions.ask(context.session, context.chat_id, words, context.now, promised_at)
    if first:
        _tell_officers(context, question.id)
    text = _(
        "Your question lies with the officers. They answer here, as a message, by {when}. Office hours: {hours}.",
        when=promised_at,
        hours=context.house.profile.office_hours,
    )
    return Reply(text, rows=column(BACK_HOME))


def _tell_officers(context: Context, question_id: int) -> None:
    for officer in staff.active(context.session):
        if Permission.ANSWER in permissions.of_officer(context.session, officer):
            deliveries.order(
                context.session,
                key=f"question:{question_id}:staff:{officer.id}",
                kind=DeliveryKind.QUESTION,
                person_id=None,
                chat_id=officer.chat_id,
                about=question_id,
                due_at=timing.due_at(context, DeliveryKind.QUESTION),
                now=context.now,
            )


SCRIPT = Script(
    name="question",
    version=2,
    title=lambda _facts: _("Question to an officer"),
    asks=(
        Ask(
            key="words",
            prompt=_prompt,
            choices=lambda _a, facts: tuple(Choice(COMMON + one.code, verbatim(one.title)) for one in facts.common),
            reader=_reader,
            columns=2,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    urgent=True,
)
