"""python-telegram-bot's request backend on aiohttp: one session, one library for everything HTTP, a fraction of
httpx's cost.
"""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Plain:
    """Parameters that are JSON as they are, in the place of the library's RequestData, which looks at each of them."""

    parameters: dict[str, Any]
    contains_files: bool = False


class AiohttpRequest(BaseRequest):
    """Sends JSON, or multipart where files travel.

    Timeouts before a connection stands carry a ConnectionError as cause.
    """

    def __init__(self, connections: int = 100) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self._timeouts: dict[float | None, aiohttp.ClientTimeout] = {}

    @property
    def read_timeout(self) -> float:
        return READ_SECONDS

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the request backend is not initialised")
        seconds = READ_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = self._timeouts.get(seconds) or self._timeouts.setdefault(seconds, _timeout(seconds))
        try:
            async with self._session.request(
                method, self._url(url), timeout=timeout, **_body(request_data)
            ) as response:
                return response.status, await response.read()
        except aiohttp.ConnectionTimeoutError as late:
            raise TimedOut from ConnectionError(type(late).__name__)
        except TimeoutError as late:
            raise TimedOut from late
        except aiohttp.ClientConnectorError as refused:
            raise NetworkError("cannot connect to the Bot API") from ConnectionError(type(refused).__name__)
        except aiohttp.ClientError as broken:
            # The request may have been read before the connection broke: like a timeout, nobody knows.
            raise TimedOut(f"connection lost: {type(broken).__name__}") from broken

    def _url(self, url: str) -> URL:
        """Parsing a URL costs more than remembering it; there are as many as Bot API methods."""
        known = self._urls.get(url)
        if known is None:
            known = self._urls[url] = URL(url)
        return known


def _timeout(seconds: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, connect=CONNECT_SECONDS)


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": JSON}
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
