"""An officer answers a question: in her own words, by a saved reply, or by closing what needs no answer."""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import deliveries, people, questions, saved_replies
from records.deliveries import DeliveryKind
from records.permissions import Permission
from records.questions import Question
from records.staff import Officer

INBOX = Button(_("Next questions"), "m:questions")
MEANWHILE = _("This question has been answered meanwhile.")
# Before what is chosen, so that nobody can type it.
CHOSEN = "\N{SECTION SIGN}"
CLOSE = CHOSEN + "close"


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved reply: its id as a choice's value, its title and its words."""

    value: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The question, who asked (None: nobody known yet), and the saved replies."""

    question_id: int
    words: str
    asker: str | None
    saved: tuple[Saved, ...] = ()

    def saved_words(self, value: str) -> str | None:
        return next((one.words for one in self.saved if one.value == value), None)


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.ANSWER)
    question = None if officer is None or matter.about is None else questions.by_id(context.session, matter.about)
    if question is None:
        return INVISIBLE
    if not question.is_waiting:
        return MEANWHILE
    saved = (Saved(f"{CHOSEN}{one.id}", one.title, one.words) for one in saved_replies.all_of_them(context.session))
    return Facts(question.id, question.words, _asker(context, question), tuple(saved))


def _asker(context: Context, question: Question) -> str | None:
    """Whom the chat speaks for; several people may."""
    names = [person.name for person in people.of_chat(context.session, question.chat_id)]
    return ", ".join(names[:3]) or None


def _prompt(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Question:</b>\n{words}\n\nAsked by {who}. Write your answer in one message, or choose.",
        words=facts.words,
        who=facts.asker or _("somebody who has not registered yet"),
    )


def _ways(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    saved = tuple(Choice(one.value, verbatim(f"💾 {one.title}")) for one in facts.saved)
    return (*saved, Choice(CLOSE, _("✔️ Close without an answer")))


def _reader(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return readers.words(typed.replace(CHOSEN, ""), limit=readers.LONG_WORDS, least=2)


def _sure(answers: Answers, facts: Facts) -> Text:
    if answers["words"] == CLOSE:
        return _("Close this question? Nothing will be sent.\n\n<i>{question}</i>", question=facts.words)
    return _(
        "Send this answer?\n\n<i>{question}</i>\n\n{answer}",
        question=facts.words,
        answer=facts.saved_words(answers["words"]) or "",
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """One officer's answer is the answer; whoever comes later learns that it was given."""
    officer = officer_with(context, Permission.ANSWER)
    words = answers["words"]
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if words == CLOSE:
        return Conclusion(_close(context, officer, facts))
    own = facts.saved_words(words) is None
    return Conclusion(_give(context, officer, facts, facts.saved_words(words) or words, keepable=own))


def _close(context: Context, officer: Officer, facts: Facts) -> Reply:
    if not questions.close(context.session, facts.question_id, officer.id, context.now):
        return _reply(MEANWHILE)
    note(context, officer, "question.closed", f"question:{facts.question_id}")
    return _reply(_("Closed; nothing was sent."))


def _give(context: Context, officer: Officer, facts: Facts, words: str, keepable: bool) -> Reply:
    if not questions.answer(context.session, facts.question_id, words, officer.id, context.now):
        return _reply(MEANWHILE)
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
    keep = Button(_("💾 Keep as a saved reply"), f"m:keepreply:{facts.question_id}")
    return _reply(_("Your answer is on its way."), keep if keepable else None)


def _reply(text: Text, more: Button | None = None) -> Reply:
    return Reply(text, rows=column(INBOX, more, STAFF_MENU))


SCRIPT = Script(
    name="answer",
    version=2,
    confidential=True,
    title=lambda _facts: _("Answer to a question"),
    asks=(
        Ask(key="words", prompt=_prompt, choices=_ways, reader=_reader),
        Ask(
            key="sure",
            when=lambda answers, _f: (answers.get("words") or "").startswith(CHOSEN),
            rests_on=("words",),
            prompt=_sure,
            choices=lambda answers, _f: (
                Choice("yes", _("✔️ Yes") if answers.get("words") == CLOSE else _("📨 Yes, send"), Style.SUCCESS),
                Choice("no", _("⬅️ Another answer"), reopens="words"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
