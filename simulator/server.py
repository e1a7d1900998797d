"""The server: the Bot API, the page's API and the page, as one aiohttp application."""

from pathlib import Path

from aiohttp import web

from simulator.bot_api import BotApi
from simulator.control import Control
from simulator.groups import Groups
from simulator.page_api import PageApi
from simulator.world import World

PAGE = Path(__file__).parent / "page"
# Above Telegram's own limit for a request, so that what is too large is refused in its words.
MAX_BODY = 64 * 1024 * 1024


def build_app(world: World) -> web.Application:
    """The application for a world; when it is cleaned up, the world is saved."""
    app = web.Application(client_max_size=MAX_BODY)
    bot = BotApi(world)
    app.router.add_route("*", "/bot{token}/{method}", bot.call)
    app.router.add_get("/file/bot{token}/{path:.+}", bot.file)
    app.add_routes(Control(world).routes())
    app.add_routes(PageApi(world).routes())
    app.add_routes(Groups(world).routes())
    app.router.add_get("/", _page_file)
    app.router.add_get("/page/{path:.+}", _page_file)

    async def resume(_app: web.Application) -> None:
        world.webhook.resume()

    async def end_waiting(_app: web.Application) -> None:
        # Long polls, streams and ordered timeouts end here; else the server would wait for them.
        world.closing.set()
        world.updates.end_poll()
        for chat in world.chats.values():
            chat.wake()

    async def close(_app: web.Application) -> None:
        await world.close()

    app.on_startup.append(resume)
    app.on_shutdown.append(end_waiting)
    app.on_cleanup.append(close)
    return app


async def _page_file(request: web.Request) -> web.StreamResponse:
    path = (PAGE / request.match_info.get("path", "index.html")).resolve()
    if not path.is_relative_to(PAGE) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})
