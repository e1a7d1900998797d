"""The web page's application: a link is looked at, a form is taken, everything else is no complete link."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web

from conversations.context import House
from conversations.web import answering, words
from conversations.web.answering import Form, Moved, Shown
from conversations.web.visit import End, Ended
from handlers.web.design import read_design
from handlers.web.limits import REMEMBERED, Limit, address_of
from handlers.web.markup import LONGEST_ANSWER, Markup
from handlers.web.visitors import is_somebody
from locales.languages import DEFAULT
from locales.text import Text
from records.clock import Clock
from records.database import Database

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
MAX_BODY = 4096
BODY_SECONDS = 10.0
FORM = "application/x-www-form-urlencoded"
STALE = "lama"
OPEN = "buka"
STATUS = {End.UNKNOWN: 404, End.OVER: 410}
# Many people share one address of a mobile network.
PER_ADDRESS = (240, 240)
PER_LINK = (60, 40)
MISSES = (20, 10)


class WebPage:
    """What it answers. `committed` is called between the commit of a form and its answer (see bot/failpoints.py)."""

    def __init__(self, database: Database, clock: Clock, house: House, committed: Callable[[], None]) -> None:
        self._database, self._clock, self._house, self._committed = database, clock, house, committed
        self._said: OrderedDict[str, Text] = OrderedDict()
        self._design = read_design()
        self._markup = Markup(house, self._design)
        self._addresses, self._links, self._misses = (Limit(clock, *one) for one in (PER_ADDRESS, PER_LINK, MISSES))

    def app(self) -> web.Application:
        app = web.Application(client_max_size=MAX_BODY, middlewares=[self._kept_in_bounds])
        app.router.add_get("/a/{token:[^/]{1,80}}", self.look)
        app.router.add_post("/a/{token:[^/]{1,80}}", self.take)
        app.router.add_get("/a", self.alive)
        app.on_response_prepare.append(self._protect)
        return app

    async def alive(self, _request: web.Request) -> web.Response:
        """Whether the page is there at all: what the doctor asks."""
        return web.Response(status=204)

    async def look(self, request: web.Request) -> web.Response:
        """The open question, or how it ended. That somebody looked is written down; a messenger's preview is nobody."""
        if OPEN not in request.query and not is_somebody(request):
            return self._html(self._markup.preview(DEFAULT, OPEN))
        token = request.match_info["token"]
        seen, followup_id = await self._database.read(answering.look, self._house, self._clock.now(), token)
        if followup_id is not None:
            await self._database.write(answering.opened, followup_id, self._clock.now())
        if isinstance(seen, Ended):
            seen = replace(seen, said=self._said.pop(token, None))
        return self._page(request, seen, stale=request.query.get("n") == STALE)

    async def take(self, request: web.Request) -> web.Response:
        """One form; then the page is looked at anew, so that reloading it sends nothing twice."""
        if request.content_type != FORM:
            raise web.HTTPUnsupportedMediaType
        token = request.match_info["token"]
        form = await _form(request)
        taken = await self._database.write(answering.take, self._house, self._clock.now(), token, form)
        self._committed()
        if isinstance(taken, Moved):
            self._keep(token, taken)
            return _see_other(f"{token}?n={STALE}" if taken.stale else token)
        if isinstance(taken, Ended) and taken.why is not End.UNKNOWN:
            return _see_other(token)
        return self._page(request, taken)

    def _keep(self, token: str, moved: Moved) -> None:
        """Until the page is looked at anew; a restart loses it, and the thanks remain."""
        if moved.said is not None:
            self._said[token] = moved.said
        while len(self._said) > REMEMBERED:
            self._said.popitem(last=False)

    def _page(self, request: web.Request, seen: Shown | Ended, stale: bool = False) -> web.Response:
        if isinstance(seen, Ended):
            if seen.why is End.UNKNOWN and not self._misses.allows(address_of(request)):
                raise web.HTTPTooManyRequests
            return self._html(self._markup.ending(seen), STATUS.get(seen.why, 200))
        status = 200 if seen.sheet.note is None else 422
        return self._html(self._markup.question(seen, words.STALE if stale else None), status)

    def trouble(self) -> web.Response:
        """What is said of a fault of ours."""
        return self._html(self._markup.sorry(words.TROUBLE, DEFAULT), 500)

    def _html(self, page: str, status: int = 200) -> web.Response:
        return web.Response(text=page, status=status, content_type="text/html", charset="utf-8")

    @web.middleware
    async def _kept_in_bounds(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Neither too often nor too much; whatever is refused is refused in a sentence."""
        token = request.match_info.get("token", "")
        if not self._addresses.allows(address_of(request)) or (token and not self._links.allows(token)):
            return self._html(self._markup.sorry(words.TOO_MANY, DEFAULT), 429)
        try:
            return await handler(request)
        except web.HTTPTooManyRequests:
            return self._html(self._markup.sorry(words.TOO_MANY, DEFAULT), 429)
        except web.HTTPNotFound:
            # The very page of a token that is not genuine: neither tells what there is or ever was.
            return self._html(self._markup.ending(Ended(End.UNKNOWN)), STATUS[End.UNKNOWN])
        except web.HTTPException as refused:
            return web.Response(status=refused.status)

    async def _protect(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Nothing is kept, shown in a frame, indexed, or told to another site: the address is the key."""
        response.headers.update(
            {
                "Content-Security-Policy": self._design.policy,
                "Referrer-Policy": "no-referrer",
                "X-Robots-Tag": "noindex, nofollow",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                "Cache-Control": "no-store",
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Permissions-Policy": "interest-cohort=()",
                "Server": "canting",
                "Connection": "close",
            }
        )


def _see_other(where: str) -> web.Response:
    return web.Response(status=303, headers={"Location": where})


async def _form(request: web.Request) -> Form:
    """What was sent. Raises HTTPException: too large, too slow, or no form of ours."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            sent = await request.post()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except ValueError:
        raise web.HTTPBadRequest from None
    at, press, typed = sent.get("at"), sent.get("press"), sent.get("words")
    if not isinstance(at, str) or (press is None) == (typed is None):
        raise web.HTTPBadRequest
    return Form(
        at=at,
        press=press if isinstance(press, str) else None,
        words=_readable(typed)[:LONGEST_ANSWER] if isinstance(typed, str) else None,
    )


def _readable(typed: str) -> str:
    """Without what is no letter at all: halves of characters, and control characters."""
    whole = typed.encode("utf-8", "ignore").decode("utf-8")
    return "".join(letter for letter in whole if letter.isprintable() or letter == " ")
