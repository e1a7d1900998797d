"""Lengths: how much fits into a message of Telegram's, once the longest names and numbers stand in its fields."""

from conversations.announcing.writing import markup
from conversations.announcing.writing.fields import Field
from conversations.readers import NAME_LETTERS
from conversations.script import Misread
from locales.text import Text, _
from records.campaigns import Campaign
from records.contents import Contents

# Less what stands above the words (see message.head).
_HEAD = 24
TEXT, CAPTION = 4096 - _HEAD, 1024 - _HEAD
# With so many tags Telegram no longer reads it, however few words there are.
_BYTES = 30_000
LONGEST = {
    Field.NAME: "x" * (NAME_LETTERS + len("Bapak ")),
    Field.CLASS: "x" * 80,
    Field.NUMBER: "x" * 24,
    Field.DATE: "30 September 2026",
}


def cut(words: str, letters: int) -> str:
    """Words, or so many letters of them, with an ellipsis where they go on."""
    return words if len(words) <= letters else words[: letters - 1] + "…"


def limit(contents: Contents) -> int:
    """How many characters its words may have."""
    return TEXT if contents.file is None else CAPTION


def length(campaign: Campaign, words: str) -> int:
    return markup.length(words, LONGEST) if campaign.formatted else len(words)


def too_long(template: str, limit: int) -> Text | None:
    """Why a template does not fit; None where it does."""
    count = markup.length(template, LONGEST)
    if count > limit and limit == CAPTION:
        return _(
            "That is too long: {count} characters with the longest names. Below a photo or a file at most {limit} fit.",
            count=count,
            limit=limit,
        )
    if count > limit:
        return _(
            "That is too long: {count} characters with the longest names. At most {limit} fit.",
            count=count,
            limit=limit,
        )
    if len(template.encode()) > _BYTES:
        return _("There is too much formatting in it. Please send it with less.")
    return None


def misread(template: str, limit: int) -> Misread | None:
    found = too_long(template, limit)
    return None if found is None else Misread(found)
