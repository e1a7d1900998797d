"""An appointment in words: who is to come, to which test, when and where."""

from dataclasses import dataclass

from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, Venue, column
from locales.text import Text, _, lines
from records import applications, appointments, people, seats, sittings, waiting
from records.applications import Application
from records.appointments import Answer, Appointment, Attendance
from records.people import Person
from records.sittings import Sitting, SittingState


@dataclass(frozen=True, slots=True)
class Invitation:
    """An appointment with whom and what it is about."""

    appointment: Appointment
    sitting: Sitting
    application: Application
    person: Person
    kind: str

    @property
    def detail(self) -> str:
        """Tells this invitation from an earlier one: the sitting and which of its times."""
        return f"{self.sitting.id}.{self.sitting.round}"


def invitation(context: Context, appointment_id: int) -> Invitation | None:
    """Of an appointment that there is, in the sitting where she has (or last had) a seat."""
    found = appointments.by_id(context.session, appointment_id)
    if found is None:
        return None
    sitting = sittings.by_id(context.session, found.sitting_id)
    application = applications.by_id(context.session, found.application_id)
    if sitting is None or application is None:
        return None
    person = people.by_id(context.session, application.person_id)
    return Invitation(found, sitting, application, person, kind_of(context, sitting))


def kind_of(context: Context, sitting: Sitting) -> str:
    return context.house.profile.sessions.name_of(sitting.kind)


def hers(context: Context, appointment_id: int) -> Invitation | None:
    """The same, if this chat speaks for her: a button's number may be forged."""
    found = invitation(context, appointment_id)
    if found is None or people.chat_of(context.session, found.person.id) != context.chat_id:
        return None
    return found


def venue(sitting: Sitting, kind: str) -> Venue | None:
    """The place on the map, where it is known."""
    if sitting.latitude is None or sitting.longitude is None:
        return None
    return Venue(sitting.latitude, sitting.longitude, kind, sitting.place)


def when_and_where(sitting: Sitting) -> Text:
    return _(
        "🗓 <b>{when}</b>, about {minutes} minutes\n📍 {place}",
        when=sitting.starts_at,
        minutes=sitting.minutes,
        place=sitting.place,
    )


def to_bring(context: Context, number: str) -> Text:
    return _(
        "Bring: your registration number {number} (the QR in /status will do), {things}.",
        number=number,
        things=", ".join(context.house.profile.sessions.bring),
    )


def buttons(one: Invitation) -> Rows:
    """Coming or not, about this time of it: after it was moved, older buttons only show how it stands."""
    about = f"{one.appointment.id}.{one.sitting.round}"
    return (
        (
            Button(_("✅ I will come"), f"m:testyes:{about}", style=Style.SUCCESS),
            Button(_("✖️ I cannot"), f"m:testno:{about}"),
        ),
        (ASK,),
    )


def shown(context: Context, one: Invitation) -> Reply:
    """How her appointment stands, and what she can do about it now."""
    words = standing(context, one.appointment, one.sitting)
    head = _("<b>{kind}</b>\n{name}, {number}", kind=one.kind, name=one.person.name, number=one.application.number)
    text = lines(head, words, separator="\n\n")
    if one.appointment.seated and is_ahead(context, one.sitting):
        return Reply(text, rows=buttons(one))
    can_return = one.appointment.waits_for is not None and is_ahead(context, one.sitting) and one.sitting.free > 0
    back = Button(_("I can come to my first session after all"), f"m:testback:{one.appointment.id}")
    rows = column(back if can_return else None, MY_STATUS, ASK)
    return Reply(text, rows=rows)


def is_ahead(context: Context, sitting: Sitting) -> bool:
    return sitting.state == SittingState.OPEN.value and sitting.starts_at > context.now


def standing(context: Context, appointment: Appointment, sitting: Sitting) -> Text:
    """Where she stands with one kind of test, in one or two lines."""
    if appointment.waits_for is not None:
        wanted = sittings.by_id(context.session, appointment.waits_for)
        return _(
            "You are number {position} on the waiting list for the session of {when}. You hear from us here as soon "
            "as a seat is free.",
            position=waiting.position(context.session, appointment.id) or 1,
            when=wanted.starts_at if wanted else context.now,
        )
    if sitting.state == SittingState.CANCELLED.value:
        return _("The session was cancelled. You get a new date here.")
    if not appointment.seated:
        return _("You have no seat in a session now. An officer looks for a date with you.")
    return lines(when_and_where(sitting), _answered(appointment))


def _answered(appointment: Appointment) -> Text | None:
    """What she said, until somebody has noted whether she was there."""
    if appointment.attendance == Attendance.PRESENT.value:
        return _("You were there.")
    match Answer(appointment.answer):
        case Answer.COMES:
            return _("You said that you will come.")
        case Answer.CANNOT:
            return _("You said that you cannot come.")
        case Answer.SILENT:
            return _("Please tell us whether you come.") if appointment.attendance is None else None


def appointment(context: Context, application: Application) -> Text | None:
    """Every test that an applicant is invited to, for her status; None where there is none."""
    told = []
    for each in seats.of_application(context.session, application.id):
        sitting = sittings.by_id(context.session, each.sitting_id)
        if sitting is not None:
            words = standing(context, each, sitting)
            told.append(_("<b>{kind}</b>\n{words}", kind=kind_of(context, sitting), words=words))
    return lines(*told) if told else None
