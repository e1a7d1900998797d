"""What graduates hear of the competency test, of their BNSP certificate, of OJT and of the incubator."""

from datetime import date

from conversations import dates, hours, weekdays
from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.reply import Reply, column
from locales.text import Text, _, lines
from records import bnsp, competency, incubator, ojts, trainees
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus, Examination
from records.deliveries import Claim
from records.incubator import IncubatorStatus
from records.trainees import Trainee


def _candidate(context: Context, claim: Claim) -> tuple[Trainee, Examination, CompetencyStatus] | None:
    """`claim.about` is the candidate's id (see records/competency)."""
    found = competency.by_id(context.session, claim.about)
    session = None if found is None else competency.examination(context.session, found.examination_id)
    trainee = None if found is None else trainees.by_id(context.session, found.enrolment_id)
    if found is None or session is None or trainee is None:
        return None
    return trainee, session, CompetencyStatus(found.status)


def _where(session: Examination) -> Text:
    return _(
        "{weekday}, {day}, {hour}, at {place}. The test is held by {lsp}.",
        weekday=weekdays.weekday(session.held_on),
        day=session.held_on,
        hour=hours.dotted(session.begins),
        place=session.place,
        lsp=session.lsp,
    )


def _invited(context: Context, claim: Claim) -> Composed:
    found = _candidate(context, claim)
    if found is None or found[2] is not CompetencyStatus.REGISTERED or found[1].held_on < context.today:
        return Skip("no longer ahead")
    trainee, session, _status = found
    text = lines(
        _("🧪 <b>{name}</b>, your competency test in {programme}:", name=trainee.name, programme=trainee.programme),
        _where(session),
        _("It is free. Please bring your KTP. If you cannot come, tell an officer in time."),
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


def _result(context: Context, claim: Claim) -> Composed:
    found = _candidate(context, claim)
    if found is None or found[2] is CompetencyStatus.REGISTERED:
        return Skip("no result")
    trainee, session, status = found
    values = {"name": trainee.name, "programme": trainee.programme}
    match status:
        case CompetencyStatus.COMPETENT:
            text = _(
                "🏅 Congratulations, <b>{name}</b>: in the competency test of {programme} you were found "
                "<b>competent</b>. Your BNSP certificate is in process; you hear from us here when it is issued.",
                **values,
            )
        case CompetencyStatus.NOT_YET:
            text = _(
                "<b>{name}</b>, in the competency test of {programme} the result is <b>not yet competent</b>. "
                "That is no end: your training certificate stays valid, and the test can be repeated. "
                "Ask an officer which units to practise and when the next test is.",
                **values,
            )
        case _:
            text = _(
                "<b>{name}</b>, you were not at the competency test of {programme} on {day}. "
                "If you still want to take it, tell an officer: the next session may have a place.",
                **values,
                day=session.held_on,
            )
    return Reply(text, rows=column(ASK, MY_STATUS))


def _certificate(context: Context, claim: Claim) -> Composed:
    """`detail` is the status, or how many days before its end its owner is reminded."""
    found = bnsp.by_id(context.session, claim.about)
    enrolment_id = None if found is None else bnsp.enrolment_of(context.session, claim.about)
    trainee = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
    if found is None or trainee is None or found.number is None or found.expires_on is None:
        return Skip("no such certificate")
    status, about = BnspStatus(found.status), claim.detail or ""
    if not about.isdigit() and about != status.value:
        return Skip("its status changed")
    if about.isdigit() and status not in (BnspStatus.ISSUED, BnspStatus.HANDED_OVER):
        return Skip("it is not valid")
    text = _said(trainee, found.number, found.expires_on, about, context)
    return Reply(text, rows=column(ASK, MY_STATUS))


def _said(trainee: Trainee, number: str, expires_on: date, about: str, context: Context) -> Text:
    name, programme = trainee.name, trainee.programme
    match about:
        case BnspStatus.ISSUED.value:
            return _(
                "🏅 <b>{name}</b>, your BNSP certificate for {programme} is issued: <b>{number}</b>, valid until "
                "{day}. Fetch it at the centre, in office hours: {hours}.",
                name=name,
                programme=programme,
                number=number,
                day=expires_on,
                hours=context.house.profile.office_hours,
            )
        case BnspStatus.HANDED_OVER.value:
            return _(
                "<b>{name}</b>, your BNSP certificate {number} is noted as handed over to you. It is valid until "
                "{day}; we remind you before.",
                name=name,
                number=number,
                day=expires_on,
            )
        case BnspStatus.EXPIRED.value:
            return _(
                "<b>{name}</b>, your BNSP certificate {number} for {programme} has expired. "
                "An officer tells you how it is renewed.",
                name=name,
                number=number,
                programme=programme,
            )
        case _:
            return _(
                "<b>{name}</b>, your BNSP certificate {number} for {programme} is valid until {day}. "
                "If you need it longer, ask an officer now how it is renewed.",
                name=name,
                number=number,
                programme=programme,
                day=expires_on,
            )


def _ojt(context: Context, claim: Claim) -> Composed:
    found = ojts.by_id(context.session, claim.about)
    trainee = None if found is None else trainees.by_id(context.session, found.enrolment_id)
    if found is None or trainee is None:
        return Skip("no such OJT")
    text = _(
        "🏭 <b>{name}</b>, your on-the-job training (OJT) is noted: {company}, {days}. We wish you much success.",
        name=trainee.name,
        company=found.company,
        days=dates.days(found.first_day, found.last_day),
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


def _incubator(context: Context, claim: Claim) -> Composed:
    found = incubator.by_id(context.session, claim.about)
    trainee = None if found is None else trainees.by_id(context.session, found.enrolment_id)
    if found is None or trainee is None or found.status != IncubatorStatus.INCUBATING.value:
        return Skip("not in the incubator")
    text = _(
        "🌱 Congratulations, <b>{name}</b>: you are one of the best of {programme} and may join the "
        "<b>business incubator</b>. An officer tells you here when and where it begins. It is free.",
        name=trainee.name,
        programme=trainee.programme,
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


INVITED = Notice("competency.invited", _invited)
EVE = Notice("competency.eve", _invited)
RESULT = Notice("competency.result", _result)
BNSP = Notice("bnsp.news", _certificate)
OJT = Notice("ojt.noted", _ojt)
INCUBATOR = Notice("incubator.chosen", _incubator)

ALL = (INVITED, EVE, RESULT, BNSP, OJT, INCUBATOR)
