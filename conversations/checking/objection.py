"""An objection to a decision (UU 27/2022, article 10): why, in a few words; another officer answers it."""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import MY_STATUS
from conversations.context import Context
from conversations.home import status
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import applications, audit, objections, people, steps
from records.objections import ROADS_BACK
from records.steps import Kind


@dataclass(frozen=True, slots=True)
class Facts:
    """`step_id` is the decision objected to."""

    application_id: int
    step_id: int
    number: str
    hours: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    """Only of somebody this chat speaks for, and only against a refusal that still stands."""
    session = context.session
    application = None if matter.about is None else applications.by_id(session, matter.about)
    if application is None or people.chat_of(session, application.person_id) != context.chat_id:
        return _("There is no decision to object to here.")
    step = steps.latest(session, Kind.APPLICATION, application.id)
    if step is None or application.status not in {refused.value for refused in ROADS_BACK}:
        return _("The decision on {number} has changed meanwhile. See /status.", number=application.number)
    if objections.of_step(session, step.id) is not None:
        return _("You have already objected to this decision on {number}.", number=application.number)
    hours = context.house.profile.checking.objection_hours
    return Facts(application.id, step.id, application.number, hours)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    session = context.session
    application = applications.by_id(session, facts.application_id)
    raised = objections.raise_one(session, facts.application_id, facts.step_id, answers["words"], context.now)
    if application is None or raised is None:
        return Conclusion(Reply(_("You have already objected to this decision on {number}.", number=facts.number)))
    actor = context.house.vault.pseudonym("person", application.person_id)
    audit.note(session, at=context.now, actor=actor, action="objection.raised", matter=f"objection:{raised.id}")
    text = _(
        "Your objection to the decision on <b>{number}</b> is with us. A person who did not make the decision looks at "
        "it and answers here within {hours} hours.",
        number=facts.number,
        hours=facts.hours,
    )
    return Conclusion(Reply(text, rows=column(MY_STATUS)))


SCRIPT = Script(
    name="objection",
    version=1,
    title=lambda facts: _("Objection for {number}", number=facts.number),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, facts: _(
                "You object to the decision on <b>{number}</b>: that is your right, and it does no harm to your "
                "registration.\n\nPlease write in one message what you think is wrong. Another officer looks at it.",
                number=facts.number,
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=readers.LONG_WORDS, least=5),
            help=_("For example: “I live in the city; my KTP was renewed last month.”"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=3, begun_days=7),
    afterwards=status,
)
