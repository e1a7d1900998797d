"""Visitors: a person who opens a link, or a program that only looks what a link is about."""

from aiohttp import web

# Messengers fetch a link to show a preview of it, in the name of whoever sends it.
PROGRAMS = ("bot", "preview", "crawl", "spider", "externalhit")
SENDER = "whatsapp/"


def is_somebody(request: web.Request) -> bool:
    """Whether it looks like a browser in somebody's hand: only then has a question arrived."""
    agent = request.headers.get("User-Agent", "").casefold()
    ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    is_program = not agent or agent.startswith(SENDER) or any(word in agent for word in PROGRAMS)
    return request.method == "GET" and not is_program and not ahead
