"""How a training stands, in words for its owner, and what she can do about it now."""

from conversations import dates, hours, vocabulary
from conversations.context import Context
from conversations.notices.lessons import lesson
from conversations.notices.trainees import last_reason, my_schedule
from conversations.reply import Button
from conversations.wordings import leaving_reason, verdict_reason
from locales.text import Percent, Text, _, lines
from records import attendance, bnsp, certificates, competency, incubator, meetings, ojts, satisfaction, trainees
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.enrolments import EnrolmentStatus
from records.incubator import IncubatorStatus
from records.trainees import Trainee


def told(context: Context, enrolment_id: int) -> Text | None:
    """What became of a training and what comes next; None where there is no such training."""
    trainee = trainees.by_id(context.session, enrolment_id)
    if trainee is None:
        return None
    match trainee.status:
        case EnrolmentStatus.PARTICIPANT:
            return _going_on(context, trainee)
        case EnrolmentStatus.GRADUATED:
            return _passed(context, trainee)
        case EnrolmentStatus.NOT_GRADUATED:
            kept = last_reason(context, trainee.id)
            said = None if kept is None else _("Reason: {reason}", reason=verdict_reason(kept))
            return lines(_("The training is over and was not passed."), said)
        case EnrolmentStatus.WITHDRAWN | EnrolmentStatus.DISMISSED:
            kept = last_reason(context, trainee.id)
            said = None if kept is None else _("Reason: {reason}", reason=leaving_reason(kept))
            status = vocabulary.ENROLMENT[trainee.status]
            ended_on = trainee.ended_on or context.today
            return lines(_("Training ended on {day}: {status}.", day=ended_on, status=status), said)


def _going_on(context: Context, trainee: Trainee) -> Text:
    begun = trainee.starts_on <= context.today
    following = next(
        (one for one in meetings.of_class(context.session, trainee.class_id, context.today) if not one.cancelled), None
    )
    return lines(
        _("The training is going on.") if begun else _("The training begins on {day}.", day=trainee.starts_on),
        None if following is None else _("Next lesson: {lesson}", lesson=lesson(following)),
        attended(context, trainee),
    )


def attended(context: Context, trainee: Trainee) -> Text | None:
    """Her own attendance, where any day was noted."""
    tally = attendance.tallies(context.session, [trainee.id])[trainee.id]
    share = tally.share(context.house.profile.training.excused_counts)
    if share is None:
        return None
    return _(
        "Attendance: {share} (present {present}, leave {excused}, absent {absent})",
        share=Percent(share),
        present=tally.present,
        excused=tally.excused,
        absent=tally.absent,
    )


def _passed(context: Context, trainee: Trainee) -> Text:
    certificate = certificates.of_enrolment(context.session, trainee.id)
    return lines(
        _("You finished the training. Congratulations!"),
        _("Certificate: its number follows.")
        if certificate is None
        else _("Certificate: {number}", number=certificate.number),
        _competency(context, trainee),
        _bnsp(context, trainee),
        _ojt(context, trainee),
        _incubator(context, trainee),
    )


def _competency(context: Context, trainee: Trainee) -> Text | None:
    found = competency.latest(context.session, trainee.id)
    session = None if found is None else competency.examination(context.session, found.examination_id)
    if found is None or session is None:
        return None
    status = CompetencyStatus(found.status)
    if status is CompetencyStatus.REGISTERED:
        return _(
            "Competency test: {day}, {hour}, at {place}",
            day=session.held_on,
            hour=hours.dotted(session.begins),
            place=session.place,
        )
    said = _("Competency test of {day}: {status}", day=session.held_on, status=vocabulary.COMPETENCY[status])
    if status is CompetencyStatus.COMPETENT:
        return said
    return lines(said, _("Next: the test can be taken again. Ask an officer when."))


def _bnsp(context: Context, trainee: Trainee) -> Text | None:
    found = bnsp.of_enrolment(context.session, trainee.id)
    if found is None:
        return None
    status = BnspStatus(found.status)
    if found.number is None or found.expires_on is None:
        return _(
            "BNSP certificate: {status}. Next: it is issued, and you hear of it here.", status=vocabulary.BNSP[status]
        )
    return lines(
        _(
            "BNSP certificate {number}: {status}, until {day}",
            number=found.number,
            status=vocabulary.BNSP[status],
            day=found.expires_on,
        ),
        _AFTER_BNSP.get(status),
    )


_AFTER_BNSP: dict[BnspStatus, Text] = {
    BnspStatus.ISSUED: _("Next: fetch it at the training centre."),
    BnspStatus.EXPIRED: _("Next: ask an officer how it is renewed."),
}


def _ojt(context: Context, trainee: Trainee) -> Text | None:
    found = ojts.latest(context.session, trainee.id)
    if found is None:
        return None
    company, when = found.company, dates.days(found.first_day, found.last_day)
    if found.last_day < context.today:
        return _("OJT finished: {company}, {days}", company=company, days=when)
    if found.first_day > context.today:
        return _("OJT planned: {company}, {days}", company=company, days=when)
    return _("In OJT: {company}, {days}", company=company, days=when)


def _incubator(context: Context, trainee: Trainee) -> Text | None:
    found = incubator.of_enrolment(context.session, trainee.id)
    if found is None or found.status != IncubatorStatus.INCUBATING.value:
        return None
    return _("Business incubator: you are one of the best of your kejuruan.")


def buttons(context: Context) -> tuple[Button, ...]:
    """What the people of this chat can do about their trainings; with several people each button names whom."""
    everyone = trainees.of_chat(context.session, context.chat_id)
    several = len({one.person_id for one in everyone}) > 1
    found: list[Button] = []
    for one in everyone[:6]:
        found += [_named(button, one.name) if several else button for button in _of(context, one)]
    return tuple(found)


def _named(button: Button, name: str) -> Button:
    return Button(_("{label} · {name}", label=button.label, name=name), button.data)


def _of(context: Context, one: Trainee) -> list[Button]:
    if one.status is EnrolmentStatus.PARTICIPANT:
        return [my_schedule(one.id)]
    found = []
    if certificates.of_enrolment(context.session, one.id) is not None:
        found.append(Button(_("📜 My certificate"), f"m:mycert:{one.id}"))
    if satisfaction.is_open(context.session, one.id, context.today):
        found.append(Button(_("📝 How satisfied are you?"), f"m:survey:{one.id}"))
    return found
