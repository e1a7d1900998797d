"""Legibility: why a file cannot be taken, in words, and what is seen of that before it is fetched."""

from conversations.event import File
from conversations.reply import Background
from conversations.script import Misread
from locales.text import Text, _
from records.profile.checking import DocumentRules

# What Telegram lets a bot fetch.
MOST_BYTES = 20 * 1024 * 1024
# Why a file cannot be taken, with what helps.
TROUBLE: dict[str, Text] = {
    "type": _("Only a photo or a PDF can be read here. Please take a photo of it, or send it as a PDF."),
    "large": _("This file is larger than 20 MB. Please send a photo instead, or a smaller PDF."),
    "small": _("This picture is too small to be read. Please photograph the whole document from near, in good light."),
    "plain": _("There is almost nothing on this picture. Please photograph the document itself, in good light."),
    "blurred": _(
        "This picture is too blurred to be read. Please put the document down flat, hold the phone still and "
        "wait until it is sharp."
    ),
    "broken": _("This file cannot be opened; perhaps it did not arrive whole. Please send it once more."),
    "no_document": _("This is no photo and no PDF. Please take a photo of the document."),
    "locked": _("This PDF asks for a password. Please send one without, or a photo."),
    "pages": _("This PDF has too many pages. Please send only the page that is asked for."),
    "gone": _("Telegram does not give us this file any more. Please send it once more."),
}
_PICTURES = ("image/jpeg", "image/png", "image/webp")
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".pdf")
_UNSAID = ("", "application/octet-stream", "binary/octet-stream")


def why_not(file: File, rules: DocumentRules) -> Misread | None:
    """What Telegram says of a file is looked at before it is fetched. What cannot be taken is removed from the chat."""
    trouble = _trouble(file, rules)
    if trouble is None:
        return None
    return Misread(TROUBLE[trouble], Background("forget", str(file.message_id)))


def _trouble(file: File, rules: DocumentRules) -> str | None:
    is_picture = file.mime in _PICTURES
    by_its_name = file.mime in _UNSAID and file.name.lower().endswith(_ENDINGS)
    if not (is_picture or file.mime == "application/pdf" or by_its_name):
        return "type"
    if file.size > MOST_BYTES:
        return "large"
    if is_picture and (0 < file.size < rules.smallest_bytes or 0 < min(file.width, file.height) < rules.smallest_side):
        return "small"
    return None
