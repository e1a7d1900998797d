"""The way to object (UU 27/2022, article 10): a button on every refusal, and in one's status while none was raised."""

from conversations.context import Context
from conversations.reply import Button
from locales.text import _
from records import applications, objections, people, steps
from records.applications import Application
from records.objections import ROADS_BACK
from records.steps import Kind

_REFUSED = frozenset(status.value for status in ROADS_BACK)


def button(application_id: int) -> Button:
    """Below the message that tells a refusal."""
    return Button(_("✋ Object"), f"m:object:{application_id}")


def buttons(context: Context) -> list[Button]:
    """For every refusal that somebody of this chat may still object to, by its number."""
    return [
        Button(_("✋ Object to {number}", number=application.number), f"m:object:{application.id}")
        for person in people.of_chat(context.session, context.chat_id)
        for application in applications.of_person(context.session, person.id)
        if _is_open(context, application)
    ]


def _is_open(context: Context, application: Application) -> bool:
    if application.status not in _REFUSED:
        return False
    step = steps.latest(context.session, Kind.APPLICATION, application.id)
    return step is not None and objections.of_step(context.session, step.id) is None
