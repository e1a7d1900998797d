"""Declining: earlier alumni who would rather not be asked say so with one tap, before the first question."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Reply, column
from conversations.screen import Outcome, Screen, number
from locales.text import _
from records import audit, followups, people


def do_not_ask(context: Context, argument: str) -> Outcome:
    """Only for whom this chat speaks; said twice, it holds once."""
    chosen = number(argument)
    person = next((one for one in people.of_chat(context.session, context.chat_id) if one.id == chosen), None)
    if person is None:
        return None
    if not followups.has_stopped(context.session, person.id):
        followups.stop_person(context.session, person.id)
        actor = context.house.vault.pseudonym("person", person.id)
        audit.note(context.session, at=context.now, actor=actor, action="followup.stopped", matter=actor)
    return Reply(
        _("Understood, {name}: we do not ask you. All the best.", name=person.name),
        rows=column(BACK_HOME),
    )


SCREENS = (Screen("donotask", do_not_ask),)
