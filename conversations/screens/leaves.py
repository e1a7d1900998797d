"""Requests for leave, for officers: those that wait, and the photo of one."""

from conversations import dates
from conversations.context import Context
from conversations.reply import Background, Button, Reply, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.training.trainee import TRAINING
from conversations.wordings import absence_reason
from locales.text import _, lines
from records import absences, trainees
from records.permissions import Permission


def leaves(context: Context, _argument: str) -> Reply:
    """Requests for leave that wait."""
    waiting = absences.waiting(context.session)
    if not waiting:
        return Reply(_("No request for leave waits."), rows=column(TRAINING))
    said, buttons = [], []
    for n, one in enumerate(waiting[:8], 1):
        trainee = trainees.by_id(context.session, one.enrolment_id)
        if trainee is None:
            continue
        said.append(
            _(
                "<b>{n}.</b> {name}, {programme}: {days}. {reason}",
                n=n,
                name=trainee.name,
                programme=trainee.programme,
                days=dates.days(one.first_day, one.last_day),
                reason=absence_reason(one.reason),
            )
        )
        answer = Button(_("Answer {n}", n=n), f"m:permit:{one.id}")
        photo = Button(_("📎 Photo {n}", n=n), f"m:leavephoto:{one.id}")
        buttons.append((answer, photo) if one.photo else (answer,))
    head = _("<b>Requests for leave: {count}</b>", count=len(waiting))
    return Reply(lines(head, *said, separator="\n\n"), rows=(*buttons, (TRAINING,)), protected=True)


def leave_photo(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    absence = None if chosen is None else absences.by_id(context.session, chosen)
    if absence is None or absence.photo is None:
        return None
    back = Button(_("Answer"), f"m:permit:{absence.id}")
    return Reply(_("The photo follows."), rows=column(back), background=Background("leave_photo", str(absence.id)))


SCREENS = (
    Screen("leaves", leaves, Permission.TRAINING),
    Screen("permit", begins("permit"), Permission.TRAINING),
    Screen("leavephoto", leave_photo, Permission.TRAINING),
)
