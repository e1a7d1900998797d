"""What Telegram refuses, the simulator refuses: the same code, the same words."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from simulator.images import png
from simulator.params import MAX_REQUEST
from tests.simulator.stage import BLOCKER, GONE, PICTURE, SITI, STRANGER, Stage, running

# The messages that lie in Siti's chat, see the fixture.
TEXT, HERS, PHOTO, KEYED, PROTECTED, BUTTONS = range(1, 7)

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
ONE_BUTTON = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
PARSE = "can't parse entities: "


@dataclass(frozen=True)
class Case:
    """A call and its refusal; `said` comes behind "Bad Request: " unless the code is another."""

    method: str
    said: str
    params: dict[str, Any] = field(default_factory=dict)
    code: int = 400
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    @property
    def description(self) -> str:
        return f"Bad Request: {self.said}" if self.code == 400 else self.said

    def __str__(self) -> str:
        return f"{self.method}: {self.said[:60]}"


def say(said: str, code: int = 400, **params: Any) -> Case:
    return Case("sendMessage", said, {"chat_id": SITI, "text": "Halo"} | params, code)


def html(said: str, text: str) -> Case:
    return say(PARSE + said, text=text, parse_mode="HTML")


def entity(said: str, **fields: Any) -> Case:
    return say(said, entities=[{"type": "bold", "offset": 0, "length": 4} | fields])


def button(said: str, **fields: Any) -> Case:
    return say(said, reply_markup={"inline_keyboard": [[{"text": "Daftar"} | fields]]})


def edit(said: str, message_id: int, method: str = "editMessageText", **params: Any) -> Case:
    return Case(method, said, {"chat_id": SITI, "message_id": message_id} | params)


def send_file(said: str, kind: str, data: bytes, code: int = 400, **params: Any) -> Case:
    files = {kind: ("berkas.png", data)}
    return Case(f"send{kind.capitalize()}", said, {"chat_id": SITI} | params, code, files)


def commands(said: str, command: str, description: str, count: int = 1) -> Case:
    listed = [{"command": command, "description": description}] * count
    return Case("setMyCommands", said, {"commands": listed})


def photos(count: int) -> dict[str, Any]:
    return {"chat_id": SITI, "media": [{"type": "photo", "media": "AgACknown"}] * count}


CASES = [
    # texts
    say("message text is empty", text=""),
    say("message text is empty", text="   \n "),
    say("message text is empty", text="<b></b>", parse_mode="HTML"),
    say("message is too long", text="x" * 4097),
    say("text is too long", text="<b></b>" * 4682, parse_mode="HTML"),
    say("unsupported parse_mode", parse_mode="XML"),
    say("unsupported parse_mode", parse_mode="MarkdownV2"),
    say("strings must be encoded in UTF-8", text="Halo \ud83d"),
    # chats
    say("chat_id is empty", chat_id=""),
    say("chat not found", chat_id=424242),
    say("chat not found", chat_id="@nobody"),
    say("Forbidden: bot was blocked by the user", 403, chat_id=BLOCKER),
    say("Forbidden: user is deactivated", 403, chat_id=GONE),
    say("Forbidden: bot can't initiate conversation with a user", 403, chat_id=STRANGER),
    say("message to be replied not found", reply_parameters={"message_id": 99}),
    # HTML
    html('Can\'t find end tag corresponding to start tag "b"', "<b>Halo"),
    html('Unsupported start tag "x" at byte offset 0', "<x>Halo</x>"),
    html('Unsupported start tag "br/" at byte offset 5', "é é<br/>"),
    html('Unsupported start tag "" at byte offset 2', "a < b"),
    html('Unsupported start tag "{nama}" at byte offset 0', "<{nama}>"),
    html("Unexpected end tag at byte offset 4", "Halo</b>"),
    html('Unmatched end tag at byte offset 10, expected "</i>", found "</b>"', "<b><i>Halo</b></i>"),
    html("Unclosed start tag at byte offset 5", "Halo <b"),
    html("Unclosed end tag at byte offset 7", "<b>Halo</b"),
    html('Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0', "<a href>x</a>"),
    html('Empty attribute name in the tag "a" at byte offset 0', '<a ="x">x</a>'),
    html("Unexpected end of name token at byte offset 8", "<a href=http://x.id>x</a>"),
    html('Unclosed start tag "a" at byte offset 0', "<a href= "),
    html('Tag "span" must have class "tg-spoiler" at byte offset 0', '<span class="red">x</span>'),
    # entities
    entity("entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 4", offset=2),
    entity("receive an entity with incorrect offset -1", offset=-1),
    entity("receive an entity with incorrect length -4", length=-4),
    entity("entity begins after the end of the text at UTF-16 offset 9", offset=9, length=1),
    entity("can't parse MessageEntity: unsupported type specified", type="blink"),
    say(
        "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 1",
        text="🎉🎉",
        entities=[{"type": "bold", "offset": 0, "length": 1}],
    ),
    say("can't parse entities JSON object", entities="[{"),
    # buttons
    button("BUTTON_DATA_INVALID", callback_data="x" * 65),
    button("BUTTON_DATA_INVALID", callback_data="é" * 33),
    button("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    button("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", callback_data=""),
    button('can\'t parse inline keyboard button: Field "callback_data" must be of type String', callback_data=5),
    button("inline keyboard button text must be non-empty", text="", callback_data="a"),
    button("inline keyboard button URL 'happ://x.id' is invalid: Unsupported URL protocol", url="happ://x.id"),
    button(
        "inline keyboard button URL 'http://localhost:8080' is invalid: Wrong HTTP URL", url="http://localhost:8080"
    ),
    button("BUTTON_COPY_TEXT_INVALID", copy_text={"text": "x" * 257}),
    button("BUTTON_COPY_TEXT_INVALID", copy_text={"text": ""}),
    say(
        "can't parse inline keyboard button: Can't find field \"text\"",
        reply_markup={"inline_keyboard": [[{"callback_data": "a"}]]},
    ),
    say(
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        reply_markup={"inline_keyboard": [["Daftar"]]},
    ),
    say(
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        reply_markup={"inline_keyboard": [{"text": "a", "callback_data": "a"}]},
    ),
    say("REPLY_MARKUP_INVALID", reply_markup={"inline_keyboard": [[], [{"text": "a", "callback_data": "a"}]]}),
    say("keyboard button text must be non-empty", reply_markup={"keyboard": [[{"text": ""}]]}),
    say("can't parse reply keyboard markup JSON object", reply_markup="{"),
    say("object expected as reply markup", reply_markup="[]"),
    # edits
    edit(NOT_MODIFIED, TEXT, text="Halo"),
    edit(
        NOT_MODIFIED, BUTTONS, text="Pilih", reply_markup={"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    ),
    edit(NOT_MODIFIED, TEXT, "editMessageReplyMarkup"),
    edit(NOT_MODIFIED, PHOTO, "editMessageCaption", caption="KTP"),
    edit("message to edit not found", 99, text="Baru"),
    edit("message to edit not found", 0, text="Baru"),
    Case("editMessageText", "message identifier is not specified", {"text": "Baru"}),
    edit("message can't be edited", HERS, text="Baru"),
    edit("message can't be edited", KEYED, text="Baru"),
    edit("there is no text in the message to edit", PHOTO, text="Baru"),
    edit("there is no caption in the message to edit", TEXT, "editMessageCaption", caption="Baru"),
    edit("message text is empty", TEXT, text=""),
    edit("MESSAGE_TOO_LONG", TEXT, text="x" * 4097),
    edit("inline keyboard expected", TEXT, text="Baru", reply_markup={"keyboard": [["a"]]}),
    edit("message to delete not found", 99, "deleteMessage"),
    edit("message to pin not found", 99, "pinChatMessage"),
    edit("message to copy not found", 99, "copyMessage", from_chat_id=SITI),
    edit("message can't be copied", PROTECTED, "copyMessage", from_chat_id=SITI),
    Case("deleteMessages", "message identifiers are not specified", {"chat_id": SITI, "message_ids": []}),
    Case("deleteMessages", "too many message identifiers specified", {"chat_id": SITI, "message_ids": [*range(101)]}),
    # taps
    Case(
        "answerCallbackQuery",
        "query is too old and response timeout expired or query ID is invalid",
        {"callback_query_id": "123"},
    ),
    Case("answerCallbackQuery", "MESSAGE_TOO_LONG", {"callback_query_id": "123", "text": "x" * 201}),
    # files
    send_file("message caption is too long", "photo", PICTURE, caption="x" * 1025),
    send_file("IMAGE_PROCESS_FAILED", "photo", b"no picture at all"),
    send_file("PHOTO_INVALID_DIMENSIONS", "photo", png(210, 10, (0, 0, 0))),
    send_file("file must be non-empty", "document", b""),
    send_file(
        f"file of size {10 * 2**20 + 1} bytes is too big for a photo; the maximum size is {10 * 2**20} bytes",
        "photo",
        b"\0" * (10 * 2**20 + 1),
    ),
    send_file("Request Entity Too Large", "document", b"\0" * (MAX_REQUEST + 1), 413),
    Case("sendPhoto", "there is no photo in the request", {"chat_id": SITI}),
    Case("sendDocument", "there is no document in the request", {"chat_id": SITI}),
    Case("sendPhoto", "wrong file identifier/HTTP URL specified", {"chat_id": SITI, "photo": "AgACunknown"}),
    Case("sendPhoto", "failed to get HTTP URL content", {"chat_id": SITI, "photo": "https://x.id/a.png"}),
    Case("sendMediaGroup", "too few messages to send as an album", photos(1)),
    Case("sendMediaGroup", "too many messages to send as an album", photos(11)),
    Case("sendMediaGroup", "wrong file identifier/HTTP URL specified", photos(2)),
    Case("sendMediaGroup", 'parameter "media" is required', {"chat_id": SITI}),
    Case(
        "editMessageMedia",
        'can\'t parse InputMedia: type "film" is unsupported',
        {"chat_id": SITI, "message_id": PHOTO, "media": {"type": "film", "media": "x"}},
    ),
    Case("getFile", "invalid file_id", {"file_id": "nothing"}),
    Case("getFile", "file_id not specified"),
    # places and signs
    Case("sendVenue", 'parameter "title" is required', {"chat_id": SITI, "latitude": 1, "longitude": 1}),
    Case("sendVenue", "latitude is empty", {"chat_id": SITI, "title": "BLK", "address": "Jl. A"}),
    Case("sendVenue", "wrong venue location specified", {"chat_id": SITI, "latitude": 91, "longitude": 1}),
    Case("sendChatAction", "wrong parameter action in request", {"chat_id": SITI, "action": "dancing"}),
    # the bot's profile
    commands("BOT_COMMAND_INVALID", "Mulai", "Mulai dari awal"),
    commands("command length must not exceed 32", "m" * 33, "Mulai"),
    commands("command must be non-empty", "/", "Mulai"),
    commands("command description must be non-empty", "mulai", " "),
    commands("command description length must not exceed 256", "mulai", "x" * 257),
    commands("BOT_COMMANDS_TOO_MUCH", "mulai", "Mulai", 101),
    Case("setMyCommands", "can't parse commands JSON object", {"commands": "[{"}),
    Case("setMyCommands", "invalid language code specified", {"commands": [], "language_code": "indonesia"}),
    Case(
        "setMyCommands",
        "can't parse BotCommandScope: Unsupported type specified",
        {"commands": [], "scope": {"type": "everyone"}},
    ),
    Case("setMyCommands", "chat not found", {"commands": [], "scope": {"type": "chat", "chat_id": 424242}}),
    Case("setMyDescription", "DESCRIPTION_TOO_LONG", {"description": "x" * 513}),
    Case("setMyShortDescription", "ABOUT_TOO_LONG", {"short_description": "x" * 121}),
    Case("setMyName", "BOT_TITLE_INVALID", {"name": "x" * 65}),
    Case(
        "setChatMenuButton", "can't parse menu button: MenuButton has unsupported type", {"menu_button": {"type": "x"}}
    ),
    # getting updates
    Case("setWebhook", "bad webhook: An HTTPS URL must be provided for webhook", {"url": "http://example.com/hook"}),
    Case("setWebhook", "secret token contains unallowed characters", {"url": "https://x.id", "secret_token": "a b"}),
    Case("getUpdates", "can't parse allowed updates JSON object", {"allowed_updates": "[", "timeout": 0}),
    # no such thing
    Case("sendDice", "Not Found", {"chat_id": SITI}, 404),
]


@pytest.fixture
async def furnished() -> AsyncIterator[Stage]:
    """Siti's chat with one message of each kind."""
    async with running() as stage:
        await stage.call("sendMessage", chat_id=SITI, text="Halo")
        await stage.act(SITI, "say", text="Halo juga")
        await stage.upload("sendPhoto", {"photo": ("ktp.png", PICTURE)}, chat_id=str(SITI), caption="KTP")
        await stage.call("sendMessage", chat_id=SITI, text="Nomor?", reply_markup={"keyboard": [["a"]]})
        await stage.call("sendMessage", chat_id=SITI, text="Rahasia", protect_content=True)
        await stage.call("sendMessage", chat_id=SITI, text="Pilih", reply_markup=ONE_BUTTON)
        yield stage


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_it_is_refused_in_telegrams_words_and_changes_nothing(furnished: Stage, case: Case) -> None:
    before = [message.to_state() for message in furnished.world.chats[SITI].messages.values()]
    await furnished.page("DELETE", "/sim/refusals")
    if case.files:
        reply = await furnished.upload(case.method, case.files, **case.params)
    else:
        reply = await furnished.call(case.method, **case.params)
    assert reply.refusal == (case.code, case.description)
    assert [message.to_state() for message in furnished.world.chats[SITI].messages.values()] == before
    kept = (await furnished.page("GET", "/sim/refusals"))[1]
    assert [(refusal["code"], refusal["description"]) for refusal in kept] == [(case.code, case.description)]


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len({(case.method, case.said, str(case.params), len(case.files)) for case in CASES}) == len(CASES) >= 60


async def test_a_token_nobody_has_is_unauthorized_and_what_is_no_token_is_not_found(stage: Stage) -> None:
    assert (await stage.call("getMe", token="2:OTHER")).refusal == (401, "Unauthorized")
    assert (await stage.call("getMe", token="hello")).refusal == (404, "Not Found")


async def test_a_method_may_be_spelt_in_any_case(stage: Stage) -> None:
    assert (await stage.call("SENDmessage", chat_id=SITI, text="Halo")).result["text"] == "Halo"
    assert (await stage.page("GET", "/sim/calls"))[1] == {"sendMessage": 1}


async def test_a_message_older_than_two_days_can_no_longer_be_taken_back(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="Halo")).result
    stage.clock.forward(48 * 3600 + 1)
    reply = await stage.call("deleteMessage", chat_id=SITI, message_id=sent["message_id"])
    assert reply.refusal == (400, "Bad Request: message can't be deleted for everyone")


async def test_a_document_cannot_be_sent_as_a_photo_by_its_id(stage: Stage) -> None:
    sent = (await stage.upload("sendDocument", {"document": ("a.png", PICTURE)}, chat_id=str(SITI))).result
    reply = await stage.call("sendPhoto", chat_id=SITI, photo=sent["document"]["file_id"])
    assert reply.refusal == (400, "Bad Request: can't use file of type Document as Photo")
