"""What participants hear of their training, from the day before it begins to its end; each message names the person."""

from datetime import date

from conversations import moments
from conversations.buttons import ASK, CLASSES, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, column
from conversations.wordings import absence_reason, leave_word, leaving_reason, meeting_reason, verdict_reason
from locales.text import Text, _, lines
from records import absences, attendance, certificates, meetings, satisfaction, steps, trainees
from records.absences import AbsenceStatus
from records.deliveries import Claim
from records.enrolments import EnrolmentStatus
from records.meetings import Meeting
from records.steps import Kind
from records.trainees import Trainee


def _trainee(context: Context, claim: Claim, *statuses: EnrolmentStatus) -> Trainee | Skip:
    found = trainees.by_id(context.session, claim.about)
    if found is None:
        return Skip("no such training")
    return found if found.status in statuses else Skip("the training's status changed")


def my_schedule(enrolment_id: int) -> Button:
    return Button(_("📅 My schedule"), f"m:myschedule:{enrolment_id}")


def _first_day(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.PARTICIPANT)
    if isinstance(trainee, Skip):
        return trainee
    if trainee.starts_on < context.today:
        return Skip("the training has begun")
    first = next(iter(meetings.of_class(context.session, trainee.class_id, trainee.starts_on, trainee.starts_on)), None)
    bring = context.house.profile.training.bring
    text = lines(
        _(
            "<b>{name}</b>, your training {programme} begins on {day}.",
            name=trainee.name,
            programme=trainee.programme,
            day=trainee.starts_on,
        ),
        None if first is None else _("Time: {hours}", hours=moments.dotted(f"{first.begins}-{first.ends}")),
        _("Place: {place}", place=trainee.place if first is None else first.place),
        _("Please bring: {bring}", bring=", ".join(bring)) if bring else None,
        _("If you cannot come, tell us here before: “🙏 Ask for leave”. Everything is free; nobody may ask for money."),
    )
    return Reply(text, rows=column(my_schedule(trainee.id), MY_STATUS, ASK))


def _timetable(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.PARTICIPANT)
    if isinstance(trainee, Skip):
        return trainee
    text = _(
        "<b>{name}</b>, the timetable of {programme} is there. See your lessons under “📅 My schedule”.",
        name=trainee.name,
        programme=trainee.programme,
    )
    return Reply(text, rows=column(my_schedule(trainee.id)))


def _meeting(context: Context, claim: Claim) -> Composed:
    """A lesson was moved or cancelled; `detail` is `meeting.revision`: a later change speaks for an earlier one."""
    trainee = _trainee(context, claim, EnrolmentStatus.PARTICIPANT)
    if isinstance(trainee, Skip):
        return trainee
    meeting_id, _dot, revision = (claim.detail or "").partition(".")
    meeting = meetings.by_id(context.session, int(meeting_id))
    if meeting is None or str(meeting.revision) != revision:
        return Skip("changed again")
    if meeting.held_on < context.today and (meeting.moved_from or meeting.held_on) < context.today:
        return Skip("the day has passed")
    return Reply(changed(meeting, trainee.name, trainee.programme), rows=column(my_schedule(trainee.id), ASK))


def changed(meeting: Meeting, name: str, programme: str) -> Text:
    """What became of a lesson, in words."""
    reason = None if meeting.why is None else _("Reason: {reason}", reason=meeting_reason(meeting.why))
    if meeting.cancelled:
        said = _(
            "<b>{name}</b>, the lesson of {programme} on {weekday}, {day} is <b>cancelled</b>.",
            name=name,
            programme=programme,
            weekday=moments.weekday(meeting.held_on),
            day=meeting.held_on,
        )
        return lines(said, reason)
    if meeting.moved_from is not None:
        said = _(
            "<b>{name}</b>, the lesson of {programme} on {before} is <b>moved</b>.",
            name=name,
            programme=programme,
            before=meeting.moved_from,
        )
    else:
        said = _("<b>{name}</b>, a lesson of {programme} has changed.", name=name, programme=programme)
    return lines(said, lesson(meeting), reason)


def lesson(meeting: Meeting) -> Text:
    """One lesson in a line or two."""
    return lines(
        _(
            "{weekday}, {day}, {hours}",
            weekday=moments.weekday(meeting.held_on),
            day=meeting.held_on,
            hours=moments.dotted(f"{meeting.begins}-{meeting.ends}"),
        ),
        _("{topic}, at {place}", topic=meeting.topic, place=meeting.place)
        if meeting.topic
        else _("at {place}", place=meeting.place),
    )


def _permit(context: Context, claim: Claim) -> Composed:
    absence = absences.by_id(context.session, int(claim.detail or 0))
    trainee = trainees.by_id(context.session, claim.about)
    if absence is None or trainee is None or absence.status == AbsenceStatus.ASKED.value:
        return Skip("no answer")
    name, programme, asked = trainee.name, trainee.programme, days(absence.first_day, absence.last_day)
    granted = absence.status == AbsenceStatus.GRANTED.value
    said = (
        _(
            "<b>{name}</b>, your leave from {programme} is <b>granted</b>: {days}.",
            name=name,
            programme=programme,
            days=asked,
        )
        if granted
        else _(
            "<b>{name}</b>, your leave from {programme} could not be granted: {days}.",
            name=name,
            programme=programme,
            days=asked,
        )
    )
    word = None if absence.word is None else _("The officer writes: {word}", word=leave_word(absence.word))
    onward = None if granted else _("Please come to the lesson, or put your question to an officer.")
    return Reply(lines(said, word, onward), rows=column(my_schedule(trainee.id), ASK))


def days(first: date, last: date) -> Text:
    return _("{day}", day=first) if first == last else _("{first} to {last}", first=first, last=last)


def _left(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DISMISSED)
    if isinstance(trainee, Skip):
        return trainee
    values = {"name": trainee.name, "programme": trainee.programme}
    said = (
        _("<b>{name}</b>, you are noted as withdrawn from the training {programme}.", **values)
        if trainee.status is EnrolmentStatus.WITHDRAWN
        else _("<b>{name}</b>, your training {programme} has been ended by the centre.", **values)
    )
    text = lines(
        said,
        _reason(context, trainee),
        _(
            "You are welcome to register for another training: see /menu. "
            "If this is not right, put it to an officer; a person looks at it again."
        ),
    )
    return Reply(text, rows=column(ASK, CLASSES))


def _reason(context: Context, trainee: Trainee) -> Text | None:
    kept = last_reason(context, trainee.id)
    return None if kept is None else _("Reason: {reason}", reason=leaving_reason(kept))


def last_reason(context: Context, enrolment_id: int) -> str | None:
    """Why the training has its status."""
    done = steps.milestones(context.session, Kind.ENROLMENT, enrolment_id)
    return done[-1].reason if done else None


def _ended(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.GRADUATED, EnrolmentStatus.NOT_GRADUATED)
    if isinstance(trainee, Skip):
        return trainee
    if trainee.status is EnrolmentStatus.GRADUATED:
        text = _(
            "🎓 Congratulations, <b>{name}</b>: you have <b>passed</b> the training {programme}.\n\n"
            "What comes next: your certificate (you hear from us here when its number is there), then the competency "
            "test. In the months after we ask you here how you are doing.",
            name=trainee.name,
            programme=trainee.programme,
        )
        return Reply(text, rows=column(MY_STATUS))
    kept = last_reason(context, trainee.id)
    text = lines(
        _(
            "<b>{name}</b>, the training {programme} is over. Thank you for taking part. This time it was "
            "<b>not passed</b>.",
            name=trainee.name,
            programme=trainee.programme,
        ),
        None if kept is None else _("Reason: {reason}", reason=verdict_reason(kept)),
        _(
            "What you have learnt is yours. Ask an officer what is possible next: a later class, or another training. "
            "If this is not right, tell an officer; a person looks at it again."
        ),
    )
    return Reply(text, rows=column(ASK, MY_STATUS))


def _certificate(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.GRADUATED)
    if isinstance(trainee, Skip):
        return trainee
    certificate = certificates.of_enrolment(context.session, trainee.id)
    if certificate is None:
        return Skip("no certificate")
    text = _(
        "📜 <b>{name}</b>, the certificate of your training {programme} has the number <b>{number}</b>. "
        "Fetch the signed original at the centre, in office hours: {hours}. A copy for your phone is one tap away.",
        name=trainee.name,
        programme=trainee.programme,
        number=certificate.number,
        hours=context.house.profile.office_hours,
    )
    return Reply(text, rows=column(Button(_("📜 My certificate"), f"m:mycert:{trainee.id}"), MY_STATUS))


def _survey(context: Context, claim: Claim) -> Composed:
    trainee = trainees.by_id(context.session, claim.about)
    if trainee is None or not satisfaction.is_open(context.session, claim.about, context.today):
        return Skip("answered, over, or not asked")
    text = _(
        "<b>{name}</b>, how satisfied are you with the training {programme}? Nine taps, one minute.\n\n"
        "It is <b>anonymous</b>: your answers are only added up with those of your class. "
        "Nobody can see who answered what.",
        name=trainee.name,
        programme=trainee.programme,
    )
    return Reply(text, rows=column(Button(_("📝 Begin"), f"m:survey:{trainee.id}")))


# To staff.
def _leave_asked(context: Context, claim: Claim) -> Composed:
    absence = absences.by_id(context.session, claim.about)
    trainee = None if absence is None else trainees.by_id(context.session, absence.enrolment_id)
    if absence is None or trainee is None or absence.status != AbsenceStatus.ASKED.value:
        return Skip("answered")
    text = _(
        "🙏 <b>{name}</b> ({programme}) asks for leave: {days}.\nReason: {reason}",
        name=trainee.name,
        programme=trainee.programme,
        days=days(absence.first_day, absence.last_day),
        reason=absence_reason(absence.reason),
    )
    return Reply(text, rows=column(Button(_("Answer"), f"m:permit:{absence.id}")), protected=True)


def _warning(context: Context, claim: Claim) -> Composed:
    """A participant is absent often; `detail` is how often when it was ordered."""
    trainee = _trainee(context, claim, EnrolmentStatus.PARTICIPANT)
    if isinstance(trainee, Skip):
        return trainee
    tally = attendance.tallies(context.session, [trainee.id])[trainee.id]
    if tally.absent != int(claim.detail or 0):
        return Skip("the count has changed")
    text = _(
        "⚠️ <b>{name}</b> ({programme}) has been absent without leave on {absent} of {noted} days. "
        "Perhaps somebody should call.",
        name=trainee.name,
        programme=trainee.programme,
        absent=tally.absent,
        noted=tally.days,
    )
    return Reply(text, rows=column(Button(_("See the class"), f"m:train:{trainee.class_id}")), protected=True)


def _resigned(context: Context, claim: Claim) -> Composed:
    trainee = _trainee(context, claim, EnrolmentStatus.WITHDRAWN)
    if isinstance(trainee, Skip):
        return trainee
    text = lines(
        _("🚪 <b>{name}</b> has withdrawn from {programme}.", name=trainee.name, programme=trainee.programme),
        _reason(context, trainee),
    )
    return Reply(text, rows=column(Button(_("See the class"), f"m:train:{trainee.class_id}")), protected=True)


FIRST_DAY = Notice("training.firstday", _first_day)
TIMETABLE = Notice("training.timetable", _timetable)
MEETING = Notice("training.meeting", _meeting)
PERMIT = Notice("training.permit", _permit, Hours.ANY)
LEFT = Notice("training.left", _left)
ENDED = Notice("training.ended", _ended)
CERTIFICATE = Notice("training.certificate", _certificate)
SURVEY = Notice("training.survey", _survey, Hours.SENDING)
LEAVE_ASKED = Notice("training.leave", _leave_asked)
WARNING = Notice("training.warning", _warning, Hours.SENDING)
RESIGNED = Notice("training.resigned", _resigned, Hours.SENDING)

ALL = (
    FIRST_DAY,
    TIMETABLE,
    MEETING,
    PERMIT,
    LEFT,
    ENDED,
    CERTIFICATE,
    SURVEY,
    LEAVE_ASKED,
    WARNING,
    RESIGNED,
)
