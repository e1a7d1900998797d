"""An officer notes that a participant has left, or ends her training; she reads the reason."""

from conversations import readers, wordings
from conversations.context import Context
from conversations.notices import endings as notices
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import TRAINING, back_to_class
from locales.text import Text, _
from records import endings, trainees
from records.enrolments import EnrolmentStatus
from records.permissions import Permission
from records.trainees import Trainee

ENDED = _("Her training has ended meanwhile; nothing was changed.")
HOW = {"withdrawn": EnrolmentStatus.WITHDRAWN, "dismissed": EnrolmentStatus.DISMISSED}


def gather(context: Context, matter: Matter) -> Trainee | Text:
    trainee = None if matter.about is None else trainees.by_id(context.session, matter.about)
    if officer_with(context, Permission.TRAINING) is None or trainee is None:
        return INVISIBLE
    if trainee.status is not EnrolmentStatus.PARTICIPANT:
        return ENDED
    return trainee


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Trainee) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    rows = column(back_to_class(facts.class_id), TRAINING)
    if officer is None or not endings.finish(
        context.session,
        facts.id,
        HOW[answers["how"]],
        context.today,
        context.now,
        staff_id=officer.id,
        reason=answers["reason"],
    ):
        return Conclusion(Reply(ENDED, rows=rows))
    note(context, officer, f"enrolment.{answers['how']}", f"enrolment:{facts.id}")
    notices.LEFT.to_person(context, facts.person_id, facts.id)
    said = _("Noted: the training of {name} has ended. She is told, with the reason.", name=facts.name)
    return Conclusion(Reply(said, rows=rows))


def _reasons(answers: Answers, _facts: Trainee) -> tuple[Choice, ...]:
    return wordings.choices(wordings.LEAVING if answers["how"] == "withdrawn" else wordings.DISMISSING)


SCRIPT = Script(
    name="dropping",
    version=1,
    title=lambda facts: _("End of the training of {name}", name=facts.name),
    asks=(
        Ask(
            key="how",
            prompt=lambda _a, facts: _(
                "What became of <b>{name}</b> in {programme}?", name=facts.name, programme=facts.programme
            ),
            choices=lambda _a, _f: (
                Choice("withdrawn", _("She has withdrawn")),
                Choice("dismissed", _("The centre ends her training"), Style.DANGER),
            ),
        ),
        Ask(
            key="reason",
            rests_on=("how",),
            prompt=lambda _a, _f: _("Why? Tap, or write it. She reads it."),
            choices=_reasons,
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
        ),
        Ask(
            key="sure",
            prompt=lambda answers, facts: _(
                "End the training of <b>{name}</b>? She will read: <i>{reason}</i>",
                name=facts.name,
                reason=wordings.leaving_reason(answers["reason"]),
            ),
            choices=lambda _a, _f: (
                Choice("yes", _("Yes, end it"), Style.DANGER),
                Choice("no", _("Change the reason"), reopens="reason"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
