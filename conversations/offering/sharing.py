"""Sharing a class: a link for WhatsApp and for Telegram, both with the code that can be typed instead."""

from conversations import sharing
from conversations.context import Context
from conversations.reply import Button
from locales.text import Text, _
from records.codes import payload, short_code
from records.offers import Offer


def code_line(offer: Offer) -> Text:
    """For the card: the code to pass on by word of mouth."""
    return _("🔖 Code: <code>{code}</code>", code=short_code(offer.code, offer.id))


def buttons(context: Context, offer: Offer) -> tuple[Button, Button]:
    return sharing.buttons(context, payload(offer.code, offer.id), invitation(context, offer))


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
