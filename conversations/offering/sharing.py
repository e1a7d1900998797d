"""Sharing a class: a link for WhatsApp and for Telegram, both with the code that can be typed instead."""

from urllib.parse import quote

from conversations.context import Context
from conversations.reply import Button
from locales.text import Text, _
from records.codes import payload, short_code
from records.offers import Offer


def link(context: Context, offer: Offer) -> str:
    """The deep link to the class's card."""
    return context.link(payload(offer.code, offer.id))


def code_line(offer: Offer) -> Text:
    """For the card: the code to pass on by word of mouth."""
    return _("🔖 Code: <code>{code}</code>", code=short_code(offer.code, offer.id))


def buttons(context: Context, offer: Offer) -> tuple[Button, ...]:
    """WhatsApp, where most people here are, and Telegram."""
    words = context.plain(invitation(context, offer))
    telegram = f"https://t.me/share/url?url={quote(link(context, offer), safe='')}&text={quote(words, safe='')}"
    whatsapp = f"{words}\n{link(context, offer)}"
    return (
        Button(_("🟢 Share on WhatsApp"), url=f"https://wa.me/?text={quote(whatsapp, safe='')}"),
        Button(_("↗️ Share on Telegram"), url=telegram),
    )


def invitation(context: Context, offer: Offer) -> Text:
    """What a friend reads, before the link."""
    return _(
        "Free training: {programme} ({cohort}), {centre}. Registration until {closes}. "
        "Open the link, or send the code {code} to @{bot} on Telegram.",
        programme=offer.programme,
        cohort=offer.cohort,
        centre=context.house.profile.name,
        closes=offer.closes_at,
        code=short_code(offer.code, offer.id),
        bot=context.house.bot_username,
    )
