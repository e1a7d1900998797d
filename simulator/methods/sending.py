"""New messages of words: texts, places, copies, and the sign that the bot is typing."""

from copy import copy
from typing import Any

from simulator import formatting
from simulator.chat import Chat
from simulator.entity import FormattedText, Json
from simulator.errors import bad_request
from simulator.keyboards import Markup
from simulator.markup import read_markup
from simulator.message import CAPTIONED, Message
from simulator.params import Params
from simulator.world import Method, World

TYPING = 5.0
UPLOADS = ("photo", "video", "voice", "audio", "document", "video_note")
RECORDINGS = ("video", "voice", "audio", "video_note")
ACTIONS = frozenset(
    {
        *("cancel", "typing", "choose_sticker", "find_location", "pick_up_location"),
        *(f"upload_{kind}" for kind in UPLOADS),
        *(f"record_{kind}" for kind in RECORDINGS),
    }
)


def send_message(world: World, params: Params) -> Json:
    """A text."""
    body = formatting.message_text(params)
    markup = read_markup(params)
    chat = world.chat_of(params)
    if len(body.text) > formatting.MAX_TEXT:
        raise bad_request("message is too long")
    message = new_message(world, chat, params)
    message.body = body
    return send(world, chat, params, message, markup)


def send_venue(world: World, params: Params) -> Json:
    """A place with a name and an address."""
    location = _location(params)
    title, address = params.required("title"), params.required("address")
    markup = read_markup(params)
    chat = world.chat_of(params)
    message = new_message(world, chat, params)
    message.kind = "venue"
    message.details = {"location": location, "title": title, "address": address}
    return send(world, chat, params, message, markup)


def _location(params: Params) -> Json:
    latitude, longitude = params.decimal("latitude"), params.decimal("longitude")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong venue location specified")
    return {"latitude": latitude, "longitude": longitude}


def new_message(world: World, chat: Chat, params: Params) -> Message:
    """An empty message of the bot with what all messages share."""
    message = Message(chat.next_id, True, world.seconds(), protect=params.flag("protect_content"))
    message.reply_to = _replied(chat, params)
    return message


def _replied(chat: Chat, params: Params) -> int:
    reply = params.structure("reply_parameters", "can't parse reply parameters JSON object")
    if reply is None:
        wanted, lenient = params.integer("reply_to_message_id"), params.flag("allow_sending_without_reply")
    elif isinstance(reply, dict) and isinstance(reply.get("message_id"), int):
        wanted, lenient = reply["message_id"], bool(reply.get("allow_sending_without_reply"))
    else:
        raise bad_request("object expected as reply parameters")
    if wanted <= 0 or chat.find(wanted):
        return max(wanted, 0)
    if lenient:
        return 0
    raise bad_request("message to be replied not found")


def send(world: World, chat: Chat, params: Params, message: Message, markup: Markup | None = None) -> Json:
    """Post a message, if the floods allow it."""
    admit(world, chat, params, 1)
    return world.post(chat, message, markup)


def admit(world: World, chat: Chat, params: Params, count: int) -> None:
    """Count messages against the floods."""
    world.floods.admit(chat.id, count, world.clock.monotonic(), paid=params.flag("allow_paid_broadcast"))


def copy_message(world: World, params: Params) -> Json:
    """A message again, without saying where from; a caption may be another."""
    markup = read_markup(params)
    source = world.known_chat(params, "from_chat_id")
    original = world.message_of(params, source, "message to copy")
    chat = world.chat_of(params)
    message = _copied(original, new_message(world, chat, params))
    if "caption" in params.values and message.kind in CAPTIONED:
        message.body = formatting.caption(params)
    send(world, chat, params, message, markup)
    return {"message_id": message.id}


def copy_messages(world: World, params: Params) -> list[Json]:
    """Several messages again; those that are missing are left out."""
    message_ids = read_message_ids(params)
    source, chat = world.known_chat(params, "from_chat_id"), world.chat_of(params)
    originals = [found for message_id in message_ids if (found := source.find(message_id)) and not found.protect]
    if not originals:
        raise bad_request("there are no messages to forward")
    admit(world, chat, params, len(originals))
    copies = []
    for original in originals:
        message = _copied(original, new_message(world, chat, params))
        if params.flag("remove_caption") and message.kind in CAPTIONED:
            message.body = FormattedText()
        world.post(chat, message)
        copies.append({"message_id": message.id})
    return copies


def _copied(original: Message, message: Message) -> Message:
    if original.protect:
        raise bad_request("message can't be copied")
    message.kind, message.body, message.file = original.kind, original.body, original.file
    message.details, message.above = copy(original.details), original.above
    return message


def read_message_ids(params: Params) -> list[int]:
    """The identifiers of up to a hundred messages."""
    found: Any = params.structure("message_ids", "can't parse message_ids JSON object")
    if found is None or found == []:
        raise bad_request("message identifiers are not specified")
    if not isinstance(found, list):
        raise bad_request("expected an Array of message identifiers")
    if len(found) > 100:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(message_id, int) for message_id in found):
        raise bad_request("message identifier must be a Number")
    return found


def send_chat_action(world: World, params: Params) -> bool:
    """The bot is typing, for five seconds or until it has sent something."""
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.chat_of(params)
    chat.typing_until = 0.0 if action == "cancel" else world.clock.monotonic() + TYPING
    chat.wake()
    world.events.emit("chat", person=chat.id, seq=chat.seq)
    return True


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendVenue": send_venue,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "sendChatAction": send_chat_action,
}
