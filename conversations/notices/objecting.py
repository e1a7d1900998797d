"""What became of an objection, as its owner reads it."""

from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.reply import Button, Reply, Rows, column
from locales.text import Text, _
from records import applications, classes, objections, people
from records.applications import Application, ApplicationStatus
from records.deliveries import Claim
from records.objections import ObjectionState

# What an objection that is granted leads to, as its owner reads it.
GRANTED: dict[ApplicationStatus, Text] = {
    ApplicationStatus.VERIFYING: _("Your registration is checked once more, and you hear from us here."),
    ApplicationStatus.NOT_SELECTED: _(
        "The refusal was a mistake, and we are sorry. But the class can take nobody any more: its seats are given and "
        "the training begins. An officer looks for another class with you, and “Tell me” reminds you of the next."
    ),
    ApplicationStatus.RESERVE: _("You are now on the reserve list: where a seat becomes free, you hear from us here."),
}


def _answered(context: Context, claim: Claim) -> Composed:
    objection = objections.by_id(context.session, claim.about)
    application = None if objection is None else applications.by_id(context.session, objection.application_id)
    if objection is None or application is None or objection.state == ObjectionState.OPEN.value:
        return Skip("not answered")
    name = people.by_id(context.session, application.person_id).name
    rows = column(MY_STATUS, ASK)
    if objection.state == ObjectionState.UPHELD.value:
        text = _(
            "<b>{name}</b>, a person who had not made the decision has looked at your objection to the decision on "
            "{number}. We are sorry: the decision stays.\n\n{answer}\n\n"
            "You are welcome in another class or in the next cohort, and you may put a question to us at any time.",
            name=name,
            number=application.number,
            answer=objection.answer or "",
        )
        return Reply(text, rows=rows)
    text = _(
        "<b>{name}</b>, your objection to the decision on {number} is <b>granted</b>. {next}",
        name=name,
        number=application.number,
        next=GRANTED.get(ApplicationStatus(application.status)) or _("You find how it stands in /status."),
    )
    return Reply(text, rows=(*_wish(context, application), *rows))


def _wish(context: Context, application: Application) -> Rows:
    """Where the objection comes too late for the class, the next one of its kind."""
    a_class = classes.by_id(context.session, application.class_id)
    if a_class is None or application.status != ApplicationStatus.NOT_SELECTED.value:
        return ()
    return column(Button(_("🔔 Tell me when it opens again"), f"m:wish:{a_class.programme_id}"))


ANSWERED = Notice("objection_answered", _answered)
NOTICES = (ANSWERED,)
