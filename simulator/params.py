"""The parameters of one call: however they were sent, read by name and type, with Telegram's complaints."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from simulator.errors import RefusalError, bad_request

# Telegram's own limit for what a bot uploads in one request.
MAX_REQUEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came along."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Params:
    """Values are strings (urlencoded, multipart) or JSON values; the readers take both."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    # Every upload in its order, also those that share a name.
    files: list[Upload] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A string, empty where there is none."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, int | float) else json.dumps(value)

    def required(self, name: str) -> str:
        """A string that must be there."""
        value = self.text(name)
        if not value:
            raise bad_request(f'Parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; what is none counts as 0, as with Telegram."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return 0

    def decimal(self, name: str) -> float:
        """A number with a fraction that must be there; what is none counts as 0, as with Telegram."""
        text = self.text(name).strip()
        if not text:
            raise bad_request(f"{name} is empty")
        try:
            return float(text)
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        """A yes or no."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "yes", "1")

    def structure(self, name: str, complaint: str) -> Any:
        """A JSON value, or None where there is none; `complaint` is said when it cannot be parsed."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(complaint) from None


async def read_params(request: web.Request) -> Params:
    """The parameters of a request, from its query and its body."""
    params = Params(dict(request.query) if request.query_string else {})
    if request.method != "POST" or not request.body_exists:
        return params
    if request.content_type.startswith("multipart/"):
        await _read_multipart(request, params)
        return params
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise RefusalError(413, "Request Entity Too Large") from None
    if request.content_type == "application/json":
        params.values.update(_json_object(body))
    else:
        params.values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return params


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("JSON object expected")
    return value


async def _read_multipart(request: web.Request, params: Params) -> None:
    """Read to the end even when it is too much, so that the sender hears the answer."""
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        chunks = []
        while chunk := await part.read_chunk(65536):
            size += len(chunk)
            if size <= MAX_REQUEST:
                chunks.append(chunk)
        _keep(part, b"".join(chunks), params)
    if size > MAX_REQUEST:
        raise RefusalError(413, "Request Entity Too Large")


def _keep(part: BodyPartReader, data: bytes, params: Params) -> None:
    if part.name is None:
        return
    if part.filename is None:
        params.values[part.name] = data.decode("utf-8", "replace")
        return
    mime = part.headers.get("Content-Type", "application/octet-stream").split(";")[0].strip()
    params.uploads[part.name] = upload = Upload(part.filename, mime, data)
    params.files.append(upload)
