"""Links: what staff type for the address behind a button, checked, as Telegram opens it."""

import re
from urllib.parse import urlsplit, urlunsplit

from conversations import readers, whatsapp
from conversations.script import Misread
from locales.text import _

URL_LETTERS = 500
LABEL_LETTERS = 40
_SCHEMES = ("http", "https", "tg")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().-]{8,20}")
_USERNAME = re.compile(r"@([A-Za-z]\w{3,31})")
_EXAMPLE = _("Please write an address like https://blk.pekalongankota.go.id, or a WhatsApp number like 0812 3456 7890.")


def url(typed: str) -> str | Misread:
    """An address that Telegram opens: http, https or tg; a phone number opens a chat on WhatsApp, an @name one here."""
    cleaned = readers.clean(typed)
    if _PHONE.fullmatch(cleaned):
        return _to_whatsapp(cleaned)
    if name := _USERNAME.fullmatch(cleaned):
        return f"https://t.me/{name[1]}"
    if not cleaned or " " in cleaned:
        return Misread(_EXAMPLE)
    if len(cleaned) > URL_LETTERS:
        return Misread(_("That address is too long: at most {limit} characters.", limit=URL_LETTERS))
    return _checked(cleaned if _SCHEME.match(cleaned) else f"https://{cleaned}")


def label(typed: str) -> str | Misread:
    """What stands on the button."""
    return readers.words(typed, limit=LABEL_LETTERS)


def _to_whatsapp(typed: str) -> str | Misread:
    phone = readers.phone(typed)
    if isinstance(phone, Misread):
        return phone
    return whatsapp.chat_link(phone) or Misread(_EXAMPLE)


def _checked(address: str) -> str | Misread:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except (ValueError, UnicodeError):
        return Misread(_EXAMPLE)
    if parts.scheme not in _SCHEMES:
        return Misread(
            _("A button cannot open “{scheme}:”. Please write an address with https://.", scheme=parts.scheme)
        )
    if parts.scheme == "tg":
        return address if host else Misread(_EXAMPLE)
    if "@" in parts.netloc or not _is_public(host):
        return Misread(_EXAMPLE)
    netloc = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, parts.fragment))


def _is_public(host: str) -> bool:
    """A name of at least two parts: nobody else can open http://localhost."""
    parts = host.rstrip(".").split(".")
    return len(parts) > 1 and all(re.fullmatch(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?", part) for part in parts)
