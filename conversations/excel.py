"""Excel files: a template that an officer downloads, fills in and sends back; it is checked beside the chat."""

from collections.abc import Callable
from typing import Any

from conversations.event import File
from conversations.reply import Background, Button, Reply, column
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _

KEY, EMPTY = "file", "template"
MOST_BYTES = 5_000_000
WANTED = _("Please send the filled-in template as a file (.xlsx), not as a photo and not as words.")


def ask(prompt: Callable[[Answers, Any], Text]) -> Ask[Any]:
    """The question for the file; a button asks for the template instead."""
    return Ask(
        key=KEY,
        prompt=prompt,
        upload=lambda file, _a, _f: _misfit(file),
        choices=lambda _a, _f: (Choice(EMPTY, _("⬇️ Excel template")),),
        reader=lambda _typed, _a, _f: Misread(WANTED),
    )


def _misfit(file: File) -> Misread | None:
    if file.width or file.mime.startswith(("image/", "video/", "audio/")):
        return Misread(WANTED)
    if file.size > MOST_BYTES:
        return Misread(_("The file is too big: at most {most} MB.", most=MOST_BYTES // 1_000_000))
    return None


def file_of(answers: Answers) -> str | None:
    """The id of the file that was sent; None where the template is asked for."""
    return None if answers[KEY] == EMPTY else File.from_json(answers[KEY]).file_id


def template(errand: Background, back: Button) -> Reply:
    """The template follows as a file."""
    return Reply(_("The template is being made, a moment please."), rows=column(back), background=errand)


def sent(errand: Background, back: Button) -> Reply:
    """What the check found follows."""
    text = _("The file is being checked, a moment please. Nothing is saved yet.")
    return Reply(text, rows=column(back), background=errand)
