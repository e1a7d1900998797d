"""Changes to messages that were sent: texts, buttons, captions, files; and taking messages back."""

from simulator import formatting
from simulator.chat import Chat
from simulator.entity import Json
from simulator.errors import bad_request
from simulator.keyboards import InlineKeyboard
from simulator.markup import inline_only, read_markup
from simulator.message import CAPTIONED, Message
from simulator.methods.media import read_media
from simulator.methods.sending import read_message_ids
from simulator.params import Params
from simulator.world import Method, World

# A bot may take back a message of a private chat for two days.
DELETABLE = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> Json:
    """Another text."""
    body = formatting.message_text(params)
    keyboard = inline_only(read_markup(params))
    chat, message = _editable(world, params)
    if len(body.text) > formatting.MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    if (message.body, message.keyboard) == (body, keyboard):
        raise bad_request(NOT_MODIFIED)
    message.body = body
    return _edited(world, chat, message, keyboard)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Other buttons, or none."""
    keyboard = inline_only(read_markup(params))
    chat, message = _editable(world, params)
    if message.keyboard == keyboard:
        raise bad_request(NOT_MODIFIED)
    return _edited(world, chat, message, keyboard)


def edit_message_caption(world: World, params: Params) -> Json:
    """Another caption."""
    body = formatting.caption(params)
    keyboard = inline_only(read_markup(params))
    chat, message = _editable(world, params)
    if message.kind not in CAPTIONED:
        raise bad_request("there is no caption in the message to edit")
    if (message.body, message.keyboard) == (body, keyboard):
        raise bad_request(NOT_MODIFIED)
    message.body = body
    return _edited(world, chat, message, keyboard)


def edit_message_media(world: World, params: Params) -> Json:
    """Another file, in place of one or of a text."""
    item = params.structure("media", "can't parse input media JSON object")
    if item is None:
        raise bad_request('parameter "media" is required')
    keyboard = inline_only(read_markup(params))
    chat, message = _editable(world, params)
    kind, file, body = read_media(world, params, item)
    if message.album and kind != message.kind:
        raise bad_request("can't use media of the specified type in the album")
    if (message.kind, message.file, message.body, message.keyboard) == (kind, file, body, keyboard):
        raise bad_request(NOT_MODIFIED)
    message.kind, message.file, message.body, message.details = kind, file, body, {}
    return _edited(world, chat, message, keyboard)


def _editable(world: World, params: Params) -> tuple[Chat, Message]:
    """The message to edit: one of the bot's own that came without a reply keyboard."""
    if not params.text("chat_id") and not params.text("message_id"):
        # It might have been an inline message, which has neither.
        raise bad_request("message identifier is not specified")
    chat = world.chat_of(params)
    message = world.message_of(params, chat, "message to edit")
    if not message.from_bot or message.keyed:
        raise bad_request("message can't be edited")
    return chat, message


def _edited(world: World, chat: Chat, message: Message, keyboard: InlineKeyboard | None) -> Json:
    message.keyboard = keyboard
    message.edited_at = world.seconds()
    message.changed()
    world.acted(chat)
    return world.shown(chat, message)


def delete_message(world: World, params: Params) -> bool:
    """Take one message back."""
    chat = world.chat_of(params)
    message = world.message_of(params, chat, "message to delete")
    if world.seconds() - message.at > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    _delete(chat, message)
    world.acted(chat)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Take several messages back; those that are missing or too old are left out."""
    message_ids = read_message_ids(params)
    chat = world.chat_of(params)
    for message_id in message_ids:
        message = chat.find(message_id)
        if message and world.seconds() - message.at <= DELETABLE:
            _delete(chat, message)
    world.acted(chat)
    return True


def _delete(chat: Chat, message: Message) -> None:
    message.deleted = True
    message.changed()
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
