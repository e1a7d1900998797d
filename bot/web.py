"""The web page's listener: on the loopback, behind the town's reverse proxy. A slow client is let go."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot import log
from conversations.context import House
from handlers.web.app import WebPage
from records.clock import Clock
from records.database import Database, DatabaseError
from scheduler.faults import met

HOST = "127.0.0.1"
# How long a connection may take to say what it wants; one that a proxy holds is closed after each answer.
PATIENCE_SECONDS = 10.0
WAITING = 128
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class WebListener:
    """The page of one house on a port; 0 leaves the choice to the system."""

    def __init__(
        self, port: int, database: Database, clock: Clock, house: House, committed: Callable[[], None]
    ) -> None:
        self.port = port
        self._page = WebPage(database, clock, house, committed)
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Raises OSError where the port is taken."""
        app = self._page.app()
        app.middlewares.insert(0, self._met)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2, keepalive_timeout=PATIENCE_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port, backlog=WAITING).start()
        self.port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _met(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """A fault of one request is logged without its address, which holds the key to a page."""
        with met(lambda fault: log.fault("web_failed", fault), rising=(web.HTTPException, DatabaseError)):
            return await handler(request)
        return self._page.trouble()
