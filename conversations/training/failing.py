"""Why a participant does not pass: she will read it."""

from conversations import readers, wordings
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from conversations.training import verdicts
from locales.text import Text, _
from records import endings, trainees
from records.enrolments import EnrolmentStatus
from records.permissions import Permission
from records.trainees import Trainee


def gather(context: Context, matter: Matter) -> Trainee | Text:
    trainee = None if matter.about is None else trainees.by_id(context.session, matter.about)
    if officer_with(context, Permission.GRADUATE) is None or trainee is None:
        return INVISIBLE
    if trainee.status is not EnrolmentStatus.PARTICIPANT:
        return _("Her training has ended meanwhile.")
    return trainee


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Trainee) -> Conclusion:
    endings.mark_failing(context.session, facts.id, answers["reason"])
    page = verdicts.again(context, facts.class_id)
    return Conclusion(page or Reply(_("Noted.")))


SCRIPT = Script(
    name="failing",
    version=1,
    title=lambda facts: _("{name} does not pass", name=facts.name),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, facts: _(
                "Why does <b>{name}</b> not pass? Choose, or write it. She reads it when the class is closed.",
                name=facts.name,
            ),
            choices=lambda _a, _f: wordings.choices(wordings.VERDICT),
            reader=lambda typed, _a, _f: readers.words(typed, least=5),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
