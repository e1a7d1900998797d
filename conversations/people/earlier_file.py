"""An officer sends a list of earlier alumni as the template that was downloaded and filled in."""

from dataclasses import dataclass

from conversations.context import Context
from conversations.event import File
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Background, Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _
from records.permissions import Permission

EMPTY = "template"
MOST_BYTES = 5_000_000
LIST = _("Please send the filled-in template as a file (.xlsx), not as a photo and not as words.")
BACK = Button(_("⬆️ Earlier alumni"), "m:earlier")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing need be known before."""


def gather(context: Context, _matter: Matter) -> Facts | Text:
    return INVISIBLE if officer_with(context, Permission.FOLLOW) is None else Facts()


def _file(file: File, _answers: Answers, _facts: Facts) -> Misread | None:
    if file.width or file.mime.startswith(("image/", "video/", "audio/")):
        return Misread(LIST)
    if file.size > MOST_BYTES:
        return Misread(_("The file is too big: at most {most} MB.", most=MOST_BYTES // 1_000_000))
    return None


def conclude(context: Context, _matter: Matter, answers: Answers, _facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if answers["file"] == EMPTY:
        return Conclusion(template())
    note(context, officer, "alumni.file_sent", "alumni")
    wanted = Background("earlier_file", File.from_json(answers["file"]).file_id)
    text = _("The file is being checked, a moment please. Nothing is saved yet.")
    return Conclusion(Reply(text, rows=column(BACK), background=wanted))


def template() -> Reply:
    """The template follows as a file."""
    text = _("The template is being made, a moment please.")
    return Reply(text, rows=column(BACK), background=Background("earlier_template"))


SCRIPT = Script(
    name="earlier_file",
    version=1,
    title=lambda _facts: _("Excel file of earlier alumni"),
    asks=(
        Ask(
            key="file",
            prompt=lambda _a, _f: _(
                "Send the filled-in Excel file of earlier alumni. You see what it would bring before anything is saved."
            ),
            upload=_file,
            choices=lambda _a, _f: (Choice(EMPTY, _("⬇️ Excel template")),),
            reader=lambda _typed, _a, _f: Misread(LIST),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
