"""Chats themselves: who is there, what is pinned, which menu button."""

from simulator.entity import Json
from simulator.errors import bad_request
from simulator.params import Params
from simulator.world import Method, World


def get_chat(world: World, params: Params) -> Json:
    """All about a chat that a bot may know."""
    chat = world.known_chat(params)
    shown = chat.to_api() | {"accent_color_id": chat.id % 7, "max_reaction_count": 11}
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    shown["accepted_gift_types"] = dict.fromkeys(gifts, False)
    if chat.pinned and (message := chat.find(chat.pinned[-1])):
        shown["pinned_message"] = world.shown(chat, message)
    return shown


def pin_chat_message(world: World, params: Params) -> bool:
    """Pin a message."""
    chat = world.chat_of(params)
    message = world.message_of(params, chat, "message to pin")
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    world.acted(chat)
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    """What the button beside the field does, for one person or for all."""
    button = params.structure("menu_button", "can't parse menu button JSON object")
    if button is None:
        button = {"type": "default"}
    if not isinstance(button, dict):
        raise bad_request("can't parse menu button: MenuButton must be an Object")
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if button["type"] == "web_app" and not (button.get("text") and isinstance(button.get("web_app"), dict)):
        raise bad_request("can't parse menu button: can't find field \"text\"")
    chat_id = str(world.known_chat(params).id) if params.text("chat_id") else ""
    world.profile.menu_buttons[chat_id] = button
    world.changed()
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "pinChatMessage": pin_chat_message,
    "setChatMenuButton": set_chat_menu_button,
}
