"""A trainee in a conversation: found by a button's argument, and only where this chat may speak of her."""

from conversations.context import Context
from conversations.notice import Notice
from conversations.reply import Button
from conversations.screen import number
from locales.text import _
from records import classes, people, permissions, staff, trainees
from records.classes import Running
from records.permissions import Permission
from records.trainees import Trainee

TRAINING = Button(_("🏫 Trainings"), "m:training")


def back_to_class(class_id: int) -> Button:
    return Button(_("Back to the class"), f"m:train:{class_id}")


def own(context: Context, enrolment_id: int | None) -> Trainee | None:
    """A training of somebody for whom this chat speaks."""
    found = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
    if found is None or people.chat_of(context.session, found.person_id) != context.chat_id:
        return None
    return found


def own_by(context: Context, argument: str) -> Trainee | None:
    return own(context, number(argument))


def chosen_class(context: Context, argument: str) -> Running | None:
    """A class that somebody is or was in."""
    wanted = number(argument)
    return next((c for c in classes.with_participants(context.session) if c.id == wanted), None)


def tell_staff(
    context: Context, notice: Notice, permission: Permission, about: int, *, key: str = "", detail: str | None = None
) -> None:
    """Orders a notice for every officer who may act on it."""
    for officer in staff.active(context.session):
        if permission in permissions.of_officer(context.session, officer):
            notice.to_chat(context, officer.chat_id, about, key=key, detail=detail)
