"""What follows the end of a training: passed, not passed, left, the certificate and the survey."""

from conversations.buttons import ASK, CLASSES, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.notices.trainees import last_reason, trainee_in
from conversations.reply import Button, Reply, column
from conversations.wordings import leaving_reason, verdict_reason
from locales.text import Text, _, lines
from records import certificates, satisfaction, trainees
from records.deliveries import Claim
from records.enrolments import EnrolmentStatus
from records.trainees import Trainee


def _left(context: Context, claim: Claim) -> Composed:
    trainee = trainee_in(context, claim, EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DISMISSED)
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


def _ended(context: Context, claim: Claim) -> Composed:
    trainee = trainee_in(context, claim, EnrolmentStatus.GRADUATED, EnrolmentStatus.NOT_GRADUATED)
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
    trainee = trainee_in(context, claim, EnrolmentStatus.GRADUATED)
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


def _resigned(context: Context, claim: Claim) -> Composed:
    trainee = trainee_in(context, claim, EnrolmentStatus.WITHDRAWN)
    if isinstance(trainee, Skip):
        return trainee
    text = lines(
        _("🚪 <b>{name}</b> has withdrawn from {programme}.", name=trainee.name, programme=trainee.programme),
        _reason(context, trainee),
    )
    return Reply(text, rows=column(Button(_("See the class"), f"m:train:{trainee.class_id}")), protected=True)


LEFT = Notice("training.left", _left)
ENDED = Notice("training.ended", _ended)
CERTIFICATE = Notice("training.certificate", _certificate)
SURVEY = Notice("training.survey", _survey, Hours.SENDING)
RESIGNED = Notice("training.resigned", _resigned, Hours.SENDING)

ALL = (LEFT, ENDED, CERTIFICATE, SURVEY, RESIGNED)
