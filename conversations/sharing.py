"""Sharing what anybody may read: by WhatsApp, where most people here are, and by Telegram."""

from urllib.parse import quote

from conversations.context import Context
from conversations.reply import Button
from locales.text import Text, _

OPENING, STALL = "l_", "e_"


def buttons(context: Context, payload: str, invitation: Text) -> tuple[Button, Button]:
    """`payload` opens the card (see commands); `invitation` is what a friend reads before the link."""
    words, link = context.plain(invitation), context.link(payload)
    whatsapp = f"{words}\n{link}"
    return (
        Button(_("🟢 Share on WhatsApp"), url=f"https://wa.me/?text={quote(whatsapp, safe='')}"),
        Button(
            _("↗️ Share on Telegram"),
            url=f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}",
        ),
    )
