"""An officer sends the scores back as the template that was downloaded and filled in; it is checked beside the chat."""

from conversations.context import Context
from conversations.event import File
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Background, Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.sessions.scoring import Facts, gather
from locales.text import Text, _
from records.permissions import Permission

EMPTY = "template"
MOST_BYTES = 5_000_000
TEMPLATE = _("Please send the filled-in template as a file (.xlsx), not as a photo and not as words.")


def _file(file: File, _answers: Answers, _facts: Facts) -> Misread | None:
    if file.width or file.mime.startswith(("image/", "video/", "audio/")):
        return Misread(TEMPLATE)
    if file.size > MOST_BYTES:
        return Misread(_("The file is too big: at most {most} MB.", most=MOST_BYTES // 1_000_000))
    return None


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if answers["file"] == EMPTY:
        return Conclusion(template(facts.class_id))
    note(context, officer, "score.file_sent", f"class:{facts.class_id}")
    file = File.from_json(answers["file"])
    wanted = Background("score_sheet", f"{facts.class_id}.{file.file_id}")
    rows = column(Button(_("📝 Scores"), f"m:scores:{facts.class_id}"))
    return Conclusion(
        Reply(_("The file is being checked, a moment please. Nothing is saved yet."), rows=rows, background=wanted)
    )


def template(class_id: int) -> Reply:
    """The template follows as a file."""
    rows = column(Button(_("📝 Scores"), f"m:scores:{class_id}"))
    text = _("The template is being made, a moment please.")
    return Reply(text, rows=rows, background=Background("score_template", str(class_id)))


def _prompt(_answers: Answers, facts: Facts) -> Text:
    return _(
        "Send the filled-in Excel file of <b>{programme}</b>. You see what it would change before anything is saved.",
        programme=facts.programme,
    )


SCRIPT = Script(
    name="score_sheet",
    version=1,
    title=lambda facts: _("Excel file of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="file",
            prompt=_prompt,
            upload=_file,
            choices=lambda _a, _f: (Choice(EMPTY, _("⬇️ Excel template")),),
            reader=lambda _typed, _a, _f: Misread(TEMPLATE),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
