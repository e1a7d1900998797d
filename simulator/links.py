"""Which links Telegram accepts, in buttons and in text."""

import re

# Telegram follows these; anything else is an unsupported protocol.
PROTOCOLS = ("http", "https", "tg", "ton", "tonsite", "tel", "mailto")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://)?(.*)", re.DOTALL)
_USER = re.compile(r"tg://user\?id=([1-9][0-9]*)", re.IGNORECASE)
_HOST = re.compile(r"(?:[^/?#@\s]*@)?([^/?#:\s]+)(?::[0-9]+)?(?:[/?#]|$)")


class LinkError(Exception):
    """Why a link is refused."""


def mentioned_user(url: str) -> str | None:
    """The user id of a link that mentions a person, `tg://user?id=...`."""
    match = _USER.fullmatch(url)
    return match.group(1) if match else None


def check_link(url: str) -> str:
    """The link as Telegram keeps it; raises LinkError with Telegram's reason."""
    scheme, rest = _split(url)
    if scheme not in PROTOCOLS:
        raise LinkError(f"URL '{url}' is invalid: Unsupported URL protocol")
    if scheme not in ("http", "https"):
        return url
    host = _HOST.match(rest)
    if host is None or not _is_host(host.group(1)) or re.search(r"\s", rest):
        raise LinkError(f"URL '{url}' is invalid: Wrong HTTP URL")
    if "/" not in rest and "?" not in rest and "#" not in rest:
        rest += "/"
    return f"{scheme}://{rest}"


def _split(url: str) -> tuple[str, str]:
    match = _SCHEME.fullmatch(url)
    # "example.com:80/x" has a port, not a protocol.
    if match is None or ("." in match.group(1) and "//" not in url):
        return "http", url
    return match.group(1).lower(), match.group(2)


def _is_host(host: str) -> bool:
    """A host needs a dot: Telegram refuses http://localhost, which no one else could open."""
    labels = host.rstrip(".").split(".")
    return len(labels) > 1 and all(labels)
