"""A participant withdraws by herself: why, and once more whether she means it."""

from conversations import readers, wordings
from conversations.buttons import ASK, BACK_HOME, CLASSES, MY_STATUS
from conversations.context import Context
from conversations.notices import endings as notices
from conversations.officer import INVISIBLE
from conversations.reply import Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import own, tell_staff
from locales.text import Text, _
from records import audit, endings
from records.enrolments import EnrolmentStatus
from records.permissions import Permission
from records.trainees import Trainee

ENDED = _("The training has ended already; nothing was changed.")


def gather(context: Context, matter: Matter) -> Trainee | Text:
    trainee = own(context, matter.about)
    if trainee is None:
        return INVISIBLE
    if trainee.status is not EnrolmentStatus.PARTICIPANT:
        return ENDED
    return trainee


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Trainee) -> Conclusion:
    if answers["sure"] == "stay":
        said = _("Good: {name} stays in {programme}. Nothing was changed.", name=facts.name, programme=facts.programme)
        return Conclusion(Reply(said, rows=column(MY_STATUS, ASK)))
    left = endings.finish(
        context.session,
        facts.id,
        EnrolmentStatus.WITHDRAWN,
        context.today,
        context.now,
        reason=answers["reason"],
    )
    if not left:
        return Conclusion(Reply(ENDED, rows=column(MY_STATUS)))
    tell_staff(context, notices.RESIGNED, Permission.TRAINING, facts.id)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", facts.person_id),
        action="enrolment.withdrawn",
        matter=f"enrolment:{facts.id}",
    )
    text = _(
        "{name} has withdrawn from {programme}. Thank you for telling us. "
        "You are welcome to register for another training whenever you like.",
        name=facts.name,
        programme=facts.programme,
    )
    return Conclusion(Reply(text, rows=column(CLASSES, BACK_HOME)))


SCRIPT = Script(
    name="resignation",
    version=1,
    title=lambda facts: _("Withdrawing from {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, facts: _(
                "Why does <b>{name}</b> withdraw from {programme}? Tap, or write it. If something stands in the way, "
                "an officer may be able to help: /tanya.",
                name=facts.name,
                programme=facts.programme,
            ),
            choices=lambda _a, _f: wordings.choices(wordings.LEAVING),
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
        ),
        Ask(
            key="sure",
            prompt=lambda _a, facts: _(
                "Withdraw <b>{name}</b> from {programme}? It cannot be taken back here, and there will be no "
                "certificate.",
                name=facts.name,
                programme=facts.programme,
            ),
            choices=lambda _a, _f: (
                Choice("stay", _("No, stay in the training"), Style.PRIMARY),
                Choice("leave", _("Yes, withdraw"), Style.DANGER),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
