"""How the bot gets its updates, and who it is."""

import re
from typing import Any
from urllib.parse import urlsplit

from simulator.entity import Json
from simulator.errors import bad_request, conflict
from simulator.params import Params
from simulator.webhook import Hook
from simulator.world import Method, World

MAX_TIMEOUT = 50
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def get_me(world: World, _params: Params) -> Json:
    """The bot itself."""
    return world.profile.to_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, params: Params) -> str:
    """A long poll; the answer is JSON text already."""
    if world.webhook.active:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(_allowed(params))
    limit = params.integer("limit", 100)
    found = await world.updates.poll(
        params.integer("offset"),
        limit if 1 <= limit <= 100 else 100,
        0 if world.closing.is_set() else min(max(params.integer("timeout"), 0), MAX_TIMEOUT),
    )
    return "[" + ",".join(update.body for update in found) + "]"


def set_webhook(world: World, params: Params) -> bool:
    """Post updates to an address. Telegram wants HTTPS; plain HTTP is let through to this machine alone."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(world, params)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(_allowed(params))
    _drop_pending(world, params)
    world.updates.end_poll(conflict("terminated by setWebhook request"))
    connections = min(max(params.integer("max_connections", 40), 1), 100)
    world.webhook.start(Hook(url, secret, connections))
    world.changed()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Back to getUpdates."""
    world.webhook.stop()
    _drop_pending(world, params)
    world.changed()
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    """Where updates go and what went wrong."""
    return world.webhook.info()


def _drop_pending(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.confirm(list(world.updates.pending))


def _allowed(params: Params) -> Any:
    allowed = params.structure("allowed_updates", "can't parse allowed updates JSON object")
    if allowed is not None and not isinstance(allowed, list):
        raise bad_request("can't parse allowed updates: expected an Array")
    return allowed


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
