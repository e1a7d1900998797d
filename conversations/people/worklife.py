"""A graduate's work life, as officers read it: every status with since when, whose words it is, and what it corrected;
beside it the milestones of her trainings. Nothing is overwritten: what was corrected stays visible.
"""

from conversations import dates, vocabulary
from conversations.buttons import STAFF_MENU
from conversations.calling import outcome
from conversations.context import Context
from conversations.following import vocabulary as told
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, number
from locales.text import Text, _, lines, verbatim
from records import bnsp, classes, competency, enrolments, incubator, monitoring, ojts, people, staff
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.enrolments import Enrolment
from records.incubator import IncubatorStatus
from records.labour import Activity, LabourStatus
from records.monitoring import BEFORE, MonitoringRecord, Source
from records.permissions import Permission

# So many statuses and buttons at most: a year has four waves.
LISTED, CHANGEABLE = 12, 4
STATUS: dict[LabourStatus, Text] = {
    LabourStatus.WORKING: _("works"),
    LabourStatus.OJT: _("in OJT"),
    LabourStatus.UNEMPLOYED: _("looks for work"),
    LabourStatus.OUTSIDE: _("not at work, and not looking"),
    LabourStatus.UNDETERMINED: _("not clear yet whether she works"),
}
SOURCE: dict[Source, Text] = {
    Source.SELF: _("she herself"),
    Source.STAFF_CALL: _("told on the phone"),
    Source.EMPLOYER: _("confirmed by her employer"),
}


def page(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    person = None if chosen is None else people.find(context.session, chosen)
    if person is None or officer is None:
        return None
    note(context, officer, "person.worklife", context.house.vault.pseudonym("person", person.id))
    every = monitoring.timeline(context.session, person.id)
    trained = enrolments.of_person(context.session, person.id)
    died = None if person.deceased_on is None else _("🕊 Noted as deceased on {day}", day=person.deceased_on)
    text = lines(
        lines(_("🧭 <b>Work history of {name}</b>", name=person.name), died),
        *(_record(context, one) for one in reversed(every[-LISTED:])),
        None if every else _("She has told nothing yet."),
        *(_milestones(context, one) for one in trained),
        separator="\n\n",
    )
    alive = Button(_("↶ Not deceased: it was an error"), f"m:alive:{person.id}")
    back = Button(_("⬅️ Back"), f"m:person:{person.id}")
    rows = column(*_changes(every), alive if person.deceased_on else None, back, STAFF_MENU)
    return Reply(text, rows=rows, protected=True)


def _record(context: Context, one: MonitoringRecord) -> Text:
    wave = _("before the training") if one.wave == BEFORE else _("month {wave}", wave=one.wave)
    head = _("• {when}, {wave}", when=one.recorded_at, wave=wave)
    status = STATUS[LabourStatus(one.status)]
    activity = told.ACTIVITY.get(Activity(one.activity))
    said = _("<b>{status}</b> ({activity})", status=status, activity=activity or verbatim(one.activity))
    since = _since(one.since)
    return lines(
        head,
        said if one.latest else _("<s>{status}</s> (corrected later)", status=status),
        None if since is None else _("since: {since}", since=since),
        _whose(context, one),
        _reason(one),
    )


def _since(code: str | None) -> Text | None:
    return next((words for since, words in told.SINCE.items() if since.value == code), None)


def _whose(context: Context, one: MonitoringRecord) -> Text:
    officer = None if one.staff_id is None else staff.by_id(context.session, one.staff_id).name
    source, extent = SOURCE[Source(one.source)], _("complete") if one.complete else _("partly answered")
    if officer is None:
        return _("<i>{source}; {extent}</i>", source=source, extent=extent)
    return _("<i>{source}, taken down by {officer}; {extent}</i>", source=source, officer=officer, extent=extent)


def _reason(one: MonitoringRecord) -> Text | None:
    """Why an officer noted it anew."""
    reason = monitoring.answers_of(one).get("reason")
    return None if reason is None else _("<i>Reason: {reason}</i>", reason=reason)


def _milestones(context: Context, one: Enrolment) -> Text:
    brief = classes.brief(context.session, one.class_id)
    title = "" if brief is None else f"{brief.programme}, {brief.cohort}"
    ended = None if one.ended_on is None else _("• training ended {day}", day=one.ended_on)
    return lines(_("🎓 {title}", title=title), ended, *_after(context, one.id))


def _after(context: Context, enrolment_id: int) -> list[Text | None]:
    session = context.session
    tested, certified = competency.latest(session, enrolment_id), bnsp.of_enrolment(session, enrolment_id)
    ojt, incubated = ojts.latest(session, enrolment_id), incubator.of_enrolment(session, enrolment_id)
    return [
        None
        if tested is None
        else _("• competency test: {status}", status=vocabulary.COMPETENCY[CompetencyStatus(tested.status)]),
        None
        if certified is None
        else _("• BNSP certificate: {status}", status=vocabulary.BNSP[BnspStatus(certified.status)]),
        None
        if ojt is None
        else _("• OJT: {company}, {days}", company=ojt.company, days=dates.days(ojt.first_day, ojt.last_day)),
        None
        if incubated is None or incubated.status != IncubatorStatus.INCUBATING.value
        else _("• in the business incubator"),
    ]


def _changes(every: list[MonitoringRecord]) -> list[Button]:
    """What counts of each wave may be corrected or confirmed."""
    counting = [one for one in every if one.latest and one.followup_id is not None]
    return [
        Button(_("✏️ Correct or confirm month {wave}", wave=one.wave), f"m:workfix:{one.followup_id}")
        for one in counting[-CHANGEABLE:]
    ]


def alive(context: Context, argument: str) -> Outcome:
    """The note of a death was an error."""
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    person = None if chosen is None else people.find(context.session, chosen)
    if person is None or officer is None or person.deceased_on is None:
        return None
    outcome.alive(context, person)
    note(context, officer, "person.alive", context.house.vault.pseudonym("person", person.id))
    context.session.expire_all()
    text = _("<b>{name}</b> is not noted as deceased any more; what was planned for her goes on.", name=person.name)
    return Reply(text, rows=column(Button(_("⬅️ Back"), f"m:person:{person.id}"), STAFF_MENU), protected=True)
