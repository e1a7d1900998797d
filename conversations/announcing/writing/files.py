"""Files of an announcement: one photo or one document, which Telegram holds and sends again by its id."""

from conversations.event import File
from conversations.reply import Kind
from records.contents import SentFile

_BEGINS = '{"file_id":'


def kind_of(file: File) -> Kind | None:
    """How it was sent; None where it has no id to be sent again by."""
    if not file.file_id:
        return None
    return Kind.PHOTO if file.width else Kind.DOCUMENT


def of_answer(value: str) -> File | None:
    """The file that was sent as an answer; None where the answer is words."""
    return File.from_json(value) if value.startswith(_BEGINS) else None


def kept(file: File) -> SentFile:
    return SentFile((kind_of(file) or Kind.DOCUMENT).value, file.file_id, file.name)
