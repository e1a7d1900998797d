"""Who reviews a selection: somebody else than the officer who sent it, where there is anybody."""

from conversations.context import Context
from locales.text import Text, _
from records import permissions, staff
from records.permissions import Permission
from records.selections import Selection, SelectionState
from records.staff import Officer


def others(context: Context, selection: Selection) -> list[Officer]:
    """Officers who may publish it besides whoever sent it."""
    return [
        officer
        for officer in staff.active(context.session)
        if officer.id != selection.sent_by and Permission.PUBLISH in permissions.of_officer(context.session, officer)
    ]


def is_of_another(context: Context, selection: Selection) -> bool:
    """The officer of this chat sent it for review, so that another publishes it."""
    officer = staff.by_chat(context.session, context.chat_id)
    waits = selection.state == SelectionState.REVIEW.value
    mine = officer is not None and officer.id == selection.sent_by
    return waits and mine and bool(others(context, selection))


def in_words(context: Context, selection: Selection) -> Text | None:
    """Who publishes it, told to the officer who sent it."""
    if not is_of_another(context, selection):
        return None
    return _(
        "You sent it for review, so another officer publishes it: {names}.",
        names=", ".join(other.name for other in others(context, selection)),
    )
