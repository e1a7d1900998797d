"""WhatsApp: links that open a chat with somebody, the words already written; a person sends them, never the program."""

from urllib.parse import quote

import phonenumbers


def chat_link(phone: str, words: str = "") -> str | None:
    """A wa.me link for a number in E.164; None where that is no number WhatsApp could have."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    digits = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")
    return f"https://wa.me/{digits}?text={quote(words, safe='')}" if words else f"https://wa.me/{digits}"
