"""The trainee a notice is about, and what is known of her."""

from conversations.context import Context
from conversations.notice import Skip
from conversations.reply import Button
from locales.text import _
from records import steps, trainees
from records.deliveries import Claim
from records.enrolments import EnrolmentStatus
from records.steps import Kind
from records.trainees import Trainee


def trainee_in(context: Context, claim: Claim, *statuses: EnrolmentStatus) -> Trainee | Skip:
    found = trainees.by_id(context.session, claim.about)
    if found is None:
        return Skip("no such training")
    return found if found.status in statuses else Skip("the training's status changed")


def my_schedule(enrolment_id: int) -> Button:
    return Button(_("📅 My schedule"), f"m:myschedule:{enrolment_id}")


def last_reason(context: Context, enrolment_id: int) -> str | None:
    """Why the training has its status."""
    done = steps.milestones(context.session, Kind.ENROLMENT, enrolment_id)
    return done[-1].reason if done else None
