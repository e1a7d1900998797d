"""Instead: an open registration turns to another class, with all that was answered."""

from conversations import stage
from conversations.context import Context
from conversations.event import Returned
from conversations.screen import Begin, Outcome, Screen, number
from records import talks

REGISTRATION = "registration"


def instead(context: Context, argument: str) -> Outcome:
    """What does not fit the other class is asked again; without an open registration a new one begins."""
    chosen = number(argument)
    if chosen is None:
        return None
    turned = talks.turn_to(context.session, context.chat_id, REGISTRATION, chosen, context.now)
    return Begin(REGISTRATION, chosen) if turned is None else stage.advance(context, turned, Returned())


SCREENS = (Screen("instead", instead),)
