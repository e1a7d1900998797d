"""A participant's own training: her lessons, leave, withdrawing, her certificate."""

from datetime import timedelta

from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.notices.lessons import lesson
from conversations.reply import Background, Button, Reply, column
from conversations.screen import Begin, Outcome, Screen
from conversations.training import status as training_status
from conversations.training.trainee import own_by
from locales.text import Text, _, lines
from records import certificates, meetings
from records.enrolments import EnrolmentStatus
from records.meetings import Meeting

SHOWN_DAYS = 8


def schedule(context: Context, argument: str) -> Outcome:
    """Today's lessons, and those of the week that follows."""
    trainee = own_by(context, argument)
    if trainee is None:
        return None
    until = max(context.today, trainee.starts_on) + timedelta(days=SHOWN_DAYS)
    ahead = meetings.of_class(context.session, trainee.class_id, context.today, until)
    head = _("<b>{programme}</b>, {name}", programme=trainee.programme, name=trainee.name)
    text = lines(head, *_said(context, ahead), training_status.attended(context, trainee), separator="\n\n")
    if trainee.status is not EnrolmentStatus.PARTICIPANT:
        return Reply(text, rows=column(MY_STATUS, BACK_HOME))
    leave = Button(_("🙏 Ask for leave"), f"m:askleave:{trainee.id}")
    resign = Button(_("🚪 Withdraw from the training"), f"m:resign:{trainee.id}")
    return Reply(text, rows=column(leave, resign, MY_STATUS, BACK_HOME))


def _said(context: Context, ahead: list[Meeting]) -> list[Text]:
    """The place once where all lessons share it, else beside each."""
    if not ahead:
        return [_("No lesson is in the timetable for the days ahead. You hear from us here when that changes.")]
    today = [one for one in ahead if one.held_on == context.today]
    later = [one for one in ahead if one.held_on > context.today]
    places = {one.place for one in ahead}
    shared = len(places) == 1
    found = [_("Place: {place}", place=place) for place in places] if shared else []
    found.append(_("<b>Today</b>\n{lessons}", lessons=_each(today, shared)) if today else _("No lesson today."))
    return [*found, _("<b>Next</b>\n{lessons}", lessons=_each(later, shared))] if later else found


def _each(shown: list[Meeting], shared: bool) -> Text:
    return lines(*(_line(one, shared) for one in shown))


def _line(one: Meeting, shared: bool) -> Text:
    said = lesson(one, placed=not shared)
    return _("✖️ cancelled: {lesson}", lesson=said) if one.cancelled else _("• {lesson}", lesson=said)


def ask_leave(context: Context, argument: str) -> Outcome:
    trainee = own_by(context, argument)
    return None if trainee is None else Begin("absence", trainee.id)


def resign(context: Context, argument: str) -> Outcome:
    trainee = own_by(context, argument)
    return None if trainee is None else Begin("resignation", trainee.id)


def certificate(context: Context, argument: str) -> Outcome:
    """The copy is made beside the replies and follows as a file."""
    trainee = own_by(context, argument)
    if trainee is None or certificates.of_enrolment(context.session, trainee.id) is None:
        return None
    text = _("📜 The copy of {name}'s certificate is being made. It follows in a moment.", name=trainee.name)
    return Reply(text, rows=column(MY_STATUS), background=Background("certificate", str(trainee.id)))


def survey(context: Context, argument: str) -> Outcome:
    trainee = own_by(context, argument)
    return None if trainee is None else Begin("survey", trainee.id)


SCREENS = (
    Screen("myschedule", schedule),
    Screen("askleave", ask_leave),
    Screen("resign", resign),
    Screen("mycert", certificate),
    Screen("survey", survey),
)
