"""The methods of the Bot API: one module for each family, one table of all."""

from simulator.methods import chats, commands, delivery, editing, media, sending, taps, texts
from simulator.world import Method

_FAMILIES: tuple[dict[str, Method], ...] = (
    delivery.METHODS,
    sending.METHODS,
    media.METHODS,
    editing.METHODS,
    taps.METHODS,
    chats.METHODS,
    commands.METHODS,
    texts.METHODS,
)

# Telegram does not mind the case of a method's name; the table keeps the proper one for the counts.
METHODS: dict[str, tuple[str, Method]] = {
    name.lower(): (name, method) for family in _FAMILIES for name, method in family.items()
}
