"""Markup: what an officer wrote becomes a template, Telegram's HTML with fields, or a kind sentence that says where it
is wrong.
"""

from collections.abc import Mapping

from conversations.announcing.writing import fields, letters, marks
from conversations.announcing.writing.fields import Field
from conversations.script import Misread


def read(html: str) -> str | Misread:
    """The template in its canonical form, which reads as itself. `html` is what was typed, with the formatting of
    Telegram as tags and all else escaped.
    """
    settled = fields.settle(letters.trimmed(letters.read(html)))
    if isinstance(settled, Misread):
        return settled
    marked = marks.settle(settled)
    return marked if isinstance(marked, Misread) else letters.write(letters.trimmed(marked))


def length(template: str, values: Mapping[Field, str]) -> int:
    """How many characters Telegram counts at most once these values stand in the fields: tags are not counted, an emoji
    is two.
    """
    shown = letters.units(letters.read(template))
    return shown + sum(
        template.count(written) * (len(value.encode("utf-16-le")) // 2 - len(written))
        for field, value in values.items()
        if (written := f"{{{field.value}}}")
    )


def words(template: str) -> str:
    """What is read of a template, without its formatting, the fields as they stand in it."""
    return "".join(letter.char for letter in letters.read(template))


def shortened(template: str, limit: int) -> str:
    """Its beginning, with an ellipsis where it goes on, to be shown: whatever it holds, Telegram takes this. The limit
    is in Telegram's units.
    """
    found = letters.read(template)
    if letters.units(found) <= limit:
        return letters.write(found)
    return letters.write(letters.within(found, limit - 1)) + "…"
