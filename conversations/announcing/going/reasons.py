"""Reasons: how a message of an announcement ended, in words for staff."""

from locales.text import Text, _
from records.amending import TOO_OLD
from records.deliveries import STOPPED, DeliveryStatus
from records.retrying import DECIDED

# The outcomes in the order in which they are told.
OUTCOMES: dict[DeliveryStatus, Text] = {
    DeliveryStatus.SENT: _("Sent"),
    DeliveryStatus.BLOCKED: _("Not reachable"),
    DeliveryStatus.FAILED: _("Failed"),
    DeliveryStatus.UNKNOWN: _("Unknown"),
    DeliveryStatus.SKIPPED: _("Left out"),
    DeliveryStatus.CANCELLED: _("Cancelled"),
}
# What the sender wrote down.
WORDS: dict[str, Text] = {
    "no chat": _("no Telegram chat with us yet"),
    "blocked": _("blocked the bot"),
    "unreachable": _("blocked the bot"),
    "deactivated": _("the Telegram account is gone"),
    "chat not found": _("the Telegram account is gone"),
    "may not post": _("the bot may not post there"),
    "never started": _("never started the bot"),
    "deceased": _("has died"),
    "no words": _("nothing was written"),
    "not her chat": _("the chat turned out to be somebody else's"),
    "timed out": _("Telegram did not answer in time: perhaps it arrived"),
    "the program stopped while sending": _("the program stopped while sending: perhaps it arrived"),
    "a fault of the program": _("a fault of the program"),
    "network": _("no connection to Telegram, also after several tries"),
    "no connection": _("no connection to Telegram, also after several tries"),
    STOPPED: _("sending ended before"),
    DECIDED: _("an officer says that it arrived"),
    TOO_OLD: _("older than 48 hours"),
}
FIELD = "no {"


def in_words(status: DeliveryStatus, why: str | None) -> Text | None:
    """None where the outcome says all. What Telegram refuses is told in its own words."""
    if why is None:
        return None
    if why.startswith(FIELD):
        return _("nothing to fill in for {field}", field=why.removeprefix("no "))
    known = WORDS.get(why)
    if known is not None or status is not DeliveryStatus.FAILED:
        return known
    return _("Telegram refuses it: {why}", why=why)
