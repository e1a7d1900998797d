"""What participants hear of their lessons: the first day, the timetable, and a lesson that was moved or cancelled."""

from conversations import hours, weekdays
from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.notices.trainees import my_schedule, trainee_in
from conversations.reply import Reply, column
from conversations.wordings import meeting_reason
from locales.text import Text, _, lines, verbatim
from records import meetings
from records.deliveries import Claim
from records.enrolments import EnrolmentStatus
from records.meetings import Meeting


def _first_day(context: Context, claim: Claim) -> Composed:
    trainee = trainee_in(context, claim, EnrolmentStatus.PARTICIPANT)
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
        None if first is None else _("Time: {hours}", hours=hours.dotted(f"{first.begins}-{first.ends}")),
        _("Place: {place}", place=trainee.place if first is None else first.place),
        _("Please bring: {bring}", bring=", ".join(bring)) if bring else None,
        _("If you cannot come, tell us here before: “🙏 Ask for leave”. Everything is free; nobody may ask for money."),
    )
    return Reply(text, rows=column(my_schedule(trainee.id), MY_STATUS, ASK))


def _timetable(context: Context, claim: Claim) -> Composed:
    trainee = trainee_in(context, claim, EnrolmentStatus.PARTICIPANT)
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
    trainee = trainee_in(context, claim, EnrolmentStatus.PARTICIPANT)
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
            weekday=weekdays.weekday(meeting.held_on),
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


FIRST_DAY = Notice("training.firstday", _first_day)
TIMETABLE = Notice("training.timetable", _timetable)
MEETING = Notice("training.meeting", _meeting)


def lesson(meeting: Meeting, *, placed: bool = True) -> Text:
    """One lesson in a line or two; its place unless that is said elsewhere."""
    when = _(
        "{weekday}, {day}, {hours}",
        weekday=weekdays.weekday(meeting.held_on),
        day=meeting.held_on,
        hours=hours.dotted(f"{meeting.begins}-{meeting.ends}"),
    )
    if not placed:
        return lines(when, verbatim(meeting.topic) if meeting.topic else None)
    where = (
        _("{topic}, at {place}", topic=meeting.topic, place=meeting.place)
        if meeting.topic
        else _("at {place}", place=meeting.place)
    )
    return lines(when, where)


ALL = (FIRST_DAY, TIMETABLE, MEETING)
