"""Documents that came are taken in at once; messages that could not be used are removed from the chat.

Neither is lost with a restart: the first is written down (see intake), the second is only tidiness.
"""

from contextlib import suppress

from conversations.reply import Reply
from scheduler.errand import LaterError, Tools


async def take_in(tools: Tools, _argument: str) -> Reply | None:
    """What it finds is told by notices."""
    await tools.take_in()
    return None


async def forget(tools: Tools, argument: str) -> Reply | None:
    """The argument is the message."""
    with suppress(LaterError):
        await tools.remove(tools.chat.id, int(argument))
    return None
