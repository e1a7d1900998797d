"""The acts of a person as requests of the page: what was sent is read, checked and done."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.acts import Acts
from simulator.errors import PageError
from simulator.images import sample
from simulator.params import Upload, read_params
from simulator.reactions import Wait

PageAct = Callable[[Acts, web.Request], Awaitable[Wait | None]]


async def _body(request: web.Request) -> dict[str, Any]:
    raw = await request.read()
    try:
        value = json.loads(raw) if raw else {}
    except ValueError:
        raise PageError(400, "the body must be JSON") from None
    if not isinstance(value, dict):
        raise PageError(400, "the body must be a JSON object")
    return value


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    if not isinstance(found, str):
        raise PageError(400, f"{name} must be a text")
    return found


def _whole(value: dict[str, Any], name: str) -> int:
    found = value.get(name)
    if isinstance(found, bool) or not isinstance(found, int):
        raise PageError(400, f"{name} must be a whole number")
    return found


async def _say(acts: Acts, request: web.Request) -> Wait | None:
    value = await _body(request)
    return acts.write(_text(value, "html")) if "html" in value else acts.say(_text(value, "text"))


async def _start(acts: Acts, request: web.Request) -> Wait | None:
    return acts.start(str((await _body(request)).get("payload") or ""))


async def _tap(acts: Acts, request: web.Request) -> Wait | None:
    value = await _body(request)
    message_id = _whole(value, "message_id")
    if "data" in value:
        return acts.tap(message_id, _text(value, "data"))
    return acts.tap_at(message_id, _whole(value, "row"), _whole(value, "col"))


async def _contact(acts: Acts, request: web.Request) -> Wait | None:
    value = await _body(request)
    if value.get("own"):
        return acts.own_contact()
    user_id = _whole(value, "user_id") if value.get("user_id") is not None else None
    return acts.contact(_text(value, "phone_number"), _text(value, "first_name"), user_id)


async def _sent_file(request: web.Request) -> tuple[Upload, str]:
    """An upload and its caption, or a sample picture by its name."""
    if request.content_type.startswith("multipart/"):
        params = await read_params(request)
        if "file" not in params.uploads:
            raise PageError(400, "there is no file in the request")
        return params.uploads["file"], params.text("caption")
    value = await _body(request)
    name = _text(value, "sample")
    return Upload(f"{name}.png", "image/png", sample(name)), str(value.get("caption") or "")


async def _photo(acts: Acts, request: web.Request) -> Wait | None:
    upload, caption = await _sent_file(request)
    return acts.photo(upload.name, upload.data, caption)


async def _document(acts: Acts, request: web.Request) -> Wait | None:
    upload, caption = await _sent_file(request)
    return acts.document(upload.name, upload.mime, upload.data, caption)


async def _album(acts: Acts, request: web.Request) -> Wait | None:
    """Photos chosen together: uploads, or samples by their names."""
    if request.content_type.startswith("multipart/"):
        params = await read_params(request)
        return acts.album([(upload.name, upload.data) for upload in params.files], params.text("caption"))
    value = await _body(request)
    names = value.get("samples")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise PageError(400, "samples must be names")
    return acts.album([(f"{name}.png", sample(name)) for name in names], str(value.get("caption") or ""))


async def _sticker(acts: Acts, request: web.Request) -> Wait | None:
    return acts.sticker(str((await _body(request)).get("emoji") or "👍"))


async def _voice(acts: Acts, request: web.Request) -> Wait | None:
    return acts.voice(int((await _body(request)).get("seconds") or 3))


async def _location(acts: Acts, request: web.Request) -> Wait | None:
    value = await _body(request)
    return acts.location(float(value.get("latitude") or -6.8886), float(value.get("longitude") or 109.6753))


async def _edit(acts: Acts, request: web.Request) -> Wait | None:
    value = await _body(request)
    return acts.edit(_whole(value, "message_id"), _text(value, "text"))


async def _block(acts: Acts, _request: web.Request) -> Wait | None:
    return acts.block()


async def _unblock(acts: Acts, _request: web.Request) -> Wait | None:
    return acts.unblock()


async def _deactivate(acts: Acts, _request: web.Request) -> Wait | None:
    acts.deactivate()
    return None


ACTS: dict[str, PageAct] = {
    "say": _say,
    "start": _start,
    "tap": _tap,
    "contact": _contact,
    "photo": _photo,
    "document": _document,
    "album": _album,
    "sticker": _sticker,
    "voice": _voice,
    "location": _location,
    "edit": _edit,
    "block": _block,
    "unblock": _unblock,
    "deactivate": _deactivate,
}
