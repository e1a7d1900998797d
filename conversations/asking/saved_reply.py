"""An officer keeps an answer that she gave, under a short title, for the next who asks the same."""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import questions, saved_replies
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """The answer to keep, and how many are kept already."""

    answer: str
    kept: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.ANSWER)
    question = None if officer is None or matter.about is None else questions.by_id(context.session, matter.about)
    if question is None or question.answer is None:
        return INVISIBLE
    kept = len(saved_replies.all_of_them(context.session))
    if kept >= saved_replies.MOST:
        return _("{most} saved replies are enough: delete one first, in the inbox.", most=saved_replies.MOST)
    return Facts(question.answer, kept)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANSWER)
    rows = column(Button(_("Next questions"), "m:questions"), STAFF_MENU)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    saved_replies.save(context.session, answers["title"], facts.answer)
    note(context, officer, "reply.saved", "saved_replies")
    return Conclusion(Reply(_("Kept as “{title}”.", title=answers["title"]), rows=rows))


SCRIPT = Script(
    name="saved_reply",
    version=1,
    title=lambda _facts: _("Saved reply"),
    asks=(
        Ask(
            key="title",
            prompt=lambda _a, facts: _(
                "<i>{answer}</i>\n\nUnder which short title shall it be kept? Leave out whatever is about one person.",
                answer=facts.answer if len(facts.answer) <= 600 else facts.answer[:599] + "…",
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=saved_replies.TITLE_LENGTH, least=2),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
