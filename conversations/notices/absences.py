"""Leave: its request to staff, the answer to the participant, and a warning of who is absent often."""

from conversations import dates
from conversations.buttons import ASK
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.notices.trainees import my_schedule, trainee_in
from conversations.reply import Button, Reply, column
from conversations.wordings import absence_reason, leave_word
from locales.text import _, lines
from records import absences, attendance, trainees
from records.absences import AbsenceStatus
from records.deliveries import Claim
from records.enrolments import EnrolmentStatus


def _permit(context: Context, claim: Claim) -> Composed:
    absence = absences.by_id(context.session, int(claim.detail or 0))
    trainee = trainees.by_id(context.session, claim.about)
    if absence is None or trainee is None or absence.status == AbsenceStatus.ASKED.value:
        return Skip("no answer")
    name, programme, asked = trainee.name, trainee.programme, dates.days(absence.first_day, absence.last_day)
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
        days=dates.days(absence.first_day, absence.last_day),
        reason=absence_reason(absence.reason),
    )
    return Reply(text, rows=column(Button(_("Answer"), f"m:permit:{absence.id}")), protected=True)


def _warning(context: Context, claim: Claim) -> Composed:
    """A participant is absent often; `detail` is how often when it was ordered."""
    trainee = trainee_in(context, claim, EnrolmentStatus.PARTICIPANT)
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


PERMIT = Notice("training.permit", _permit, Hours.ANY)
LEAVE_ASKED = Notice("training.leave", _leave_asked)
WARNING = Notice("training.warning", _warning, Hours.SENDING)


ALL = (PERMIT, LEAVE_ASKED, WARNING)
