"""Messages with files: photos, documents, albums of them, and the way back to a file's bytes."""

import secrets
from typing import Any

from simulator import formatting
from simulator.chat import Chat
from simulator.entity import FormattedText, Json
from simulator.errors import RefusalError, bad_request
from simulator.files import MAX_DOWNLOAD, StoredFile
from simulator.images import ImageInfo, look_at
from simulator.markup import read_markup
from simulator.message import Message
from simulator.methods.sending import admit, new_message, send
from simulator.params import MAX_REQUEST, Params, Upload
from simulator.world import Method, World

MAX_PHOTO = 10 * 1024 * 1024
ALBUM = range(2, 11)


def send_photo(world: World, params: Params) -> Json:
    """A picture."""
    return _send_file(world, params, "photo")


def send_document(world: World, params: Params) -> Json:
    """Any file."""
    return _send_file(world, params, "document")


def _send_file(world: World, params: Params, kind: str) -> Json:
    body = formatting.caption(params)
    markup = read_markup(params)
    chat = world.chat_of(params)
    message = new_message(world, chat, params)
    message.kind, message.body = kind, body
    message.above = params.flag("show_caption_above_media")
    message.file = taken_file(world, params, kind, params.text(kind), kind)
    return send(world, chat, params, message, markup)


def taken_file(world: World, params: Params, kind: str, given: str, field: str) -> StoredFile:
    """The file a call sends: an upload, or one Telegram knows by its id."""
    upload = params.uploads.get(given.removeprefix("attach://") if given.startswith("attach://") else field)
    if upload is not None and (not given or given.startswith("attach://")):
        return store_upload(world, kind, upload)
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if "://" in given:
        # A real Telegram would fetch it; this one speaks to nobody outside.
        raise bad_request("failed to get HTTP URL content")
    file = world.files.find(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file


def store_upload(world: World, kind: str, upload: Upload) -> StoredFile:
    """Keep an upload, if it is what it is sent as."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > MAX_REQUEST:
        raise RefusalError(413, "Request Entity Too Large")
    image = _checked_photo(upload.data) if kind == "photo" else None
    world.changed()
    return world.files.add(kind, upload.name or "file", image.mime if image else upload.mime, upload.data, image)


def _checked_photo(data: bytes) -> ImageInfo:
    if len(data) > MAX_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        )
    image = look_at(data)
    if image is None or not image.width or not image.height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    long, short = max(image.width, image.height), min(image.width, image.height)
    if image.width + image.height > 10_000 or long > 20 * short:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return image


def send_media_group(world: World, params: Params) -> list[Json]:
    """An album of two to ten photos, or of as many documents."""
    media = params.structure("media", "can't parse media JSON object")
    if media is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    if len(media) > ALBUM[-1]:
        raise bad_request("too many messages to send as an album")
    if len(media) < ALBUM[0]:
        raise bad_request("too few messages to send as an album")
    chat = world.chat_of(params)
    items = [read_media(world, params, item) for item in media]
    if len({kind for kind, _, _ in items}) > 1:
        raise bad_request("document can't be mixed with other media types")
    admit(world, chat, params, len(items))
    return [world.shown(chat, message) for message in _post_album(world, chat, params, items)]


def _post_album(
    world: World, chat: Chat, params: Params, items: list[tuple[str, StoredFile, FormattedText]]
) -> list[Message]:
    album = str(secrets.randbelow(9 * 10**16) + 10**16)
    posted = []
    for kind, file, body in items:
        message = new_message(world, chat, params)
        message.kind, message.file, message.body, message.album = kind, file, body, album
        world.post(chat, message)
        posted.append(message)
    return posted


def read_media(world: World, params: Params, item: Any) -> tuple[str, StoredFile, FormattedText]:
    """One InputMedia: its kind, its file and its caption."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = item.get("type")
    if kind not in ("photo", "document"):
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    if not item.get("media"):
        raise bad_request("can't parse InputMedia: media not found")
    body = formatting.read_text(
        str(item.get("caption", "")), str(item.get("parse_mode", "")), item.get("caption_entities")
    )
    formatting.checked_caption(body)
    return kind, taken_file(world, params, kind, str(item["media"]), ""), body


def get_file(world: World, params: Params) -> Json:
    """Where a file's bytes can be fetched."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.files.find(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {"file_id": file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path}


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "getFile": get_file,
}
