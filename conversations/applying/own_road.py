"""One's own road, as /status tells it: where an application stands, what comes next, and what can be done about it
now.
"""

from datetime import datetime

from conversations import vocabulary
from conversations.applying import document_words, dossier, roadmap
from conversations.checking import reasons
from conversations.context import Context
from conversations.notices.unfinished import title
from conversations.reply import Button, Style
from conversations.selecting import standing
from conversations.sessions import appointment
from conversations.training import status as training_status
from locales.text import Text, _, lines
from records import applications, classes, corrections, enrolments, people, seats, steps, talks, unfinished
from records.applications import Application, ApplicationStatus
from records.enrolments import EnrolmentStatus
from records.steps import Kind

SILENT = "silent"
_ENDED = frozenset(
    {ApplicationStatus.NOT_ELIGIBLE, ApplicationStatus.NOT_SELECTED, ApplicationStatus.ABSENT}
    | {ApplicationStatus.WITHDRAWN}
)
_LEFT = frozenset({EnrolmentStatus.NOT_GRADUATED, EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DISMISSED})


def told(context: Context, name: str, application: Application, *, latest: bool) -> Text:
    """Number, name, class, status and what comes next; of her latest application the whole road."""
    brief = classes.brief(context.session, application.class_id)
    text = _(
        "<b>{number}</b>, {name}\n{programme}, {cohort}\nStatus: <b>{status}</b>\n{next}",
        number=application.number,
        name=name,
        programme=brief.programme if brief else "",
        cohort=brief.cohort if brief else "",
        status=_status(context, application),
        next=following(context, application),
    )
    return lines(text, roadmap.road(context, application) if latest else None, separator="\n\n")


def draft(context: Context) -> Text | None:
    """The registration that this chat has begun and not sent."""
    stored = talks.open_of(context.session, context.chat_id)
    if stored is None or stored.script != unfinished.SCRIPT or stored.about is None:
        return None
    brief = classes.brief(context.session, stored.about)
    if brief is None:
        return None
    return _(
        "<b>{title}</b>: your registration is not finished and not sent yet.\n"
        "Next: answer the rest and send it, until {closes}. What you filled in is kept.",
        title=title(stored, brief),
        closes=brief.closes_at,
    )


def resting(context: Context) -> list[Text]:
    """The registrations of this chat that wait until an officer has decided whose account it is."""
    found = talks.of_chat(context.session, context.chat_id, unfinished.SCRIPT, talks.TalkState.RESTING)
    return [
        _(
            "<b>{title}</b>: your registration rests and is not sent yet.\n"
            "Next: officers decide whether this account is connected, and you hear from us here. "
            "What you filled in is kept.",
            title=title(stored, brief),
        )
        for stored in found
        if stored.about is not None and (brief := classes.brief(context.session, stored.about)) is not None
    ]


def _training_of(context: Context, application: Application) -> enrolments.Enrolment | None:
    """Once she is a participant, her training says where she stands."""
    if application.status != ApplicationStatus.PARTICIPANT.value:
        return None
    return enrolments.of_application(context.session, application.id)


def _status(context: Context, application: Application) -> Text:
    enrolment = _training_of(context, application)
    if enrolment is None or enrolment.status == EnrolmentStatus.PARTICIPANT.value:
        return vocabulary.APPLICATION[ApplicationStatus(application.status)]
    return vocabulary.ENROLMENT[EnrolmentStatus(enrolment.status)]


def following(context: Context, application: Application) -> Text:
    """Why it stands so, and what comes next; after an end, which way leads on."""
    status = ApplicationStatus(application.status)
    if status is ApplicationStatus.PARTICIPANT:
        return _in_training(context, application)
    why = _why(context, application, status)
    return lines(why, _("Next: other classes open regularly, and you are welcome.")) if status in _ENDED else why


def _in_training(context: Context, application: Application) -> Text:
    enrolment = _training_of(context, application)
    said = None if enrolment is None else training_status.told(context, enrolment.id)
    if enrolment is None or said is None:
        brief = classes.brief(context.session, application.class_id)
        return _("The training begins on {day}.", day=brief.starts_on if brief else context.today)
    if EnrolmentStatus(enrolment.status) in _LEFT:
        return lines(said, _("Next: other classes open regularly, and you are welcome."))
    return said


def _why(context: Context, application: Application, status: ApplicationStatus) -> Text:
    after_selection = standing.in_words(context, application)
    if after_selection is not None:
        return after_selection
    match status:
        case ApplicationStatus.SUBMITTED if left := dossier.lacking(context, application):
            return _(
                "Sent {when}. Next: we await {documents} until {day}; you are not a participant yet.",
                when=application.submitted_at,
                documents=document_words.in_words(left),
                day=dossier.last_day(context, application),
            )
        case ApplicationStatus.SUBMITTED:
            return _(
                "Sent {when}. Next: an officer checks it; you are not a participant yet.", when=application.submitted_at
            )
        case ApplicationStatus.VERIFYING if not dossier.lacking(context, application):
            return _("Your documents are there. Next: an officer checks them, and you hear from us here.")
        case ApplicationStatus.VERIFYING:
            return _("Next: an officer looks through it, and you hear here whether your papers are complete.")
        case ApplicationStatus.CORRECTION:
            return lines(
                _reason(context, application),
                _(
                    "Please correct it until {day}, then tap “I have corrected it”.",
                    day=_correct_by(context, application),
                ),
            )
        case ApplicationStatus.ADMINISTRATIVELY_PASSED:
            return _("Next: a test and an interview. The invitation comes here; you are not a participant yet.")
        case ApplicationStatus.TEST_SCHEDULED:
            return _to_be_tested(context, application)
        case ApplicationStatus.WITHDRAWN:
            return _withdrawn(context, application)
        case _:
            return _reason(context, application)


def _to_be_tested(context: Context, application: Application) -> Text:
    """Her tests; once the last of them is over, what comes after it."""
    after = None if _to_come(context, application) else _("Next: the result, here, once all are tested.")
    return lines(appointment.appointment(context, application), after)


def _reason(context: Context, application: Application) -> Text:
    step = steps.latest(context.session, Kind.APPLICATION, application.id)
    if step is None or not step.reason:
        return _("You hear from us here as soon as something changes.")
    return _("Reason: {reason}", reason=reasons.in_words(step.reason))


def _correct_by(context: Context, application: Application) -> datetime:
    correction = corrections.by_id(context.session, application.id)
    return context.now if correction is None else correction.due_at


def _withdrawn(context: Context, application: Application) -> Text:
    step = steps.latest(context.session, Kind.APPLICATION, application.id)
    day = application.submitted_at if step is None else step.at
    if step is not None and step.reason == SILENT:
        return _("There was no word from you until the deadline of {day}, so the seat was given to the next.", day=day)
    return _("Withdrawn on {day}.", day=day)


def buttons(context: Context) -> list[Button]:
    """What can be done now about the latest application of each person of this chat; with several people each button
    names whom it means.
    """
    everyone = people.of_chat(context.session, context.chat_id)
    found: list[Button] = []
    for person in everyone:
        for application in applications.of_person(context.session, person.id)[:1]:
            hers = _of(context, application)
            found += hers if len(everyone) < 2 else [_naming(button, person.name) for button in hers]
    return found


def _of(context: Context, application: Application) -> list[Button]:
    found = [*standing.buttons(application)]
    if application.status == ApplicationStatus.CORRECTION.value:
        corrected = Button(_("✅ I have corrected it"), f"m:corrected:{application.id}", style=Style.PRIMARY)
        return [corrected, *found]
    if application.status == ApplicationStatus.TEST_SCHEDULED.value:
        return [*_to_come(context, application), *found]
    return found


def _to_come(context: Context, application: Application) -> list[Button]:
    """Coming or not, for every test that lies ahead."""
    found: list[Button] = []
    for each in seats.of_application(context.session, application.id):
        one = appointment.invitation(context, each.id)
        if one is not None and one.appointment.seated and appointment.is_ahead(context, one.sitting):
            about = f"{each.id}.{one.sitting.round}"
            found.append(Button(_("✅ I will come: {kind}", kind=one.kind), f"m:testyes:{about}"))
            found.append(Button(_("✖️ I cannot: {kind}", kind=one.kind), f"m:testno:{about}"))
    return found


def _naming(button: Button, name: str) -> Button:
    return Button(_("{label} · {name}", label=button.label, name=name), button.data, style=button.style)
