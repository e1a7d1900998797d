"""Re-registration: the seat is hers already; what she did before the training (wave 0), when later questions suit her,
and who could reach her in a year. Every tap is kept, and one may stop at any question.
"""

from dataclasses import dataclass
from typing import Any

from conversations import readers
from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.following import activity, waves
from conversations.following.meaning import labour_status
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import applications, classes, enrolments, monitoring, people, planning
from records.applications import Application
from records.labour import Activity
from records.monitoring import Observed
from records.people import PreferredHours

SKIP = "-"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who re-registers for what, and whether somebody else is known who can reach her."""

    name: str
    programme: str
    starts: Text
    enrolment_id: int
    person_id: int
    has_contact: bool


def gather(context: Context, matter: Matter) -> Facts | Text:
    application = None if matter.about is None else applications.by_id(context.session, matter.about)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return _("This conversation is already closed. Thank you.")
    enrolment = enrolments.of_application(context.session, application.id)
    if enrolment is None:
        return _("This conversation is already closed. Thank you.")
    return _facts(context, application, enrolment.id)


def _facts(context: Context, application: Application, enrolment_id: int) -> Facts:
    person = people.by_id(context.session, application.person_id)
    brief = classes.brief(context.session, application.class_id)
    return Facts(
        name=person.name,
        programme=brief.programme if brief else "",
        starts=_("{day}, at {place}", day=brief.starts_on, place=brief.place) if brief else _("soon"),
        enrolment_id=enrolment_id,
        person_id=person.id,
        has_contact=person.second_contact is not None,
    )


def _names_somebody(answers: Answers, facts: Facts) -> bool:
    return not facts.has_contact and answers.get("contact") not in (None, SKIP)


# The follow-up's own first questions: main activity, an hour of work all the same, temporarily absent.
BEFORE: tuple[Ask[Any], ...] = (activity.MAIN, activity.HOUR, activity.RESTING)
ASKS: tuple[Ask[Any], ...] = (
    *BEFORE,
    Ask(
        key="hours",
        prompt=lambda _a, _f: _("After the training we ask now and then how you are. <b>When does it suit you</b>?"),
        choices=lambda _a, _f: (
            Choice(PreferredHours.MORNING.value, _("Mornings")),
            Choice(PreferredHours.NOON.value, _("Noons")),
            Choice(PreferredHours.AFTERNOON.value, _("Late afternoons")),
        ),
        columns=3,
    ),
    Ask(
        key="contact",
        when=lambda _a, facts: not facts.has_contact,
        prompt=lambda _a, _f: _(
            "If your number changes: <b>who could reach you in a year</b>? Write a name, or skip it."
        ),
        choices=lambda _a, _f: (Choice(SKIP, _("Skip")),),
        reader=lambda typed, _a, _f: typed if typed == SKIP else readers.name(typed),
        help=_("A relative or a neighbour, for example. We write to them only where we cannot reach you."),
    ),
    Ask(
        key="contact_phone",
        when=_names_somebody,
        prompt=lambda answers, _f: _("What is the phone number of {name}?", name=answers["contact"]),
        reader=lambda typed, _a, _f: readers.phone(typed),
        sensitive=True,
    ),
)


def observe(context: Context, matter: Matter, answers: Answers, facts: Facts) -> None:
    """Each tap is kept at once."""
    if "q1" in answers:
        told = Observed(
            status=labour_status(answers),
            activity=Activity(answers["q1"]),
            answers={ask.key: answers[ask.key] for ask in BEFORE if ask.key in answers},
        )
        monitoring.observe_before(
            context.session, facts.enrolment_id, facts.person_id, matter.talk_id, told, context.now
        )
    if "hours" in answers:
        people.prefer_hours(context.session, facts.person_id, answers["hours"])
        planning.replan_person(context.session, facts.person_id, waves.rules_of(context), context.now)
    if _names_somebody(answers, facts) and "contact_phone" in answers:
        people.name_second_contact(context.session, facts.person_id, answers["contact"], answers["contact_phone"])


def _welcome(facts: Facts) -> Text:
    return _(
        "✅ <b>{name}, you are a participant of {programme}.</b> The training begins on {starts}. Bring your KTP.\n"
        "Everything is free. No officer asks you for money or an OTP.\n\n"
        "A few taps more, as far as you like: they help us to see later whether the training helped.",
        name=facts.name,
        programme=facts.programme,
        starts=facts.starts,
    )


def _thanks(facts: Facts) -> Reply:
    text = _(
        "Thank you, {name}. You are a participant of {programme}; the training begins on {starts}. We remind you here.",
        name=facts.name,
        programme=facts.programme,
        starts=facts.starts,
    )
    return Reply(text, rows=column(MY_STATUS, BACK_HOME))


SCRIPT = Script(
    name="reregistration",
    version=1,
    title=lambda facts: _("Re-registration for {programme}", programme=facts.programme),
    asks=ASKS,
    gather=gather,
    conclude=lambda _context, _matter, _answers, facts: Conclusion(_thanks(facts)),
    observe=observe,
    urgent=True,
    opening=_welcome,
    stop_label=_("That is enough for now"),
    stopped=lambda _context, _matter, facts: _thanks(facts),
    afterwards=lambda _context: Reply(_("Thank you, your re-registration is noted."), rows=column(BACK_HOME)),
    windows=lambda _context: Windows(untouched_days=7, begun_days=7),
)
