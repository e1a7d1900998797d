"""An officer sends a list of earlier alumni as the template that was downloaded and filled in."""

from dataclasses import dataclass

from conversations import excel
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Background, Button, Reply
from conversations.script import Answers, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records.permissions import Permission

BACK = Button(_("⬆️ Earlier alumni"), "m:earlier")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing need be known before."""


def gather(context: Context, _matter: Matter) -> Facts | Text:
    return INVISIBLE if officer_with(context, Permission.FOLLOW) is None else Facts()


def conclude(context: Context, _matter: Matter, answers: Answers, _facts: Facts) -> Conclusion:
    officer, file_id = officer_with(context, Permission.FOLLOW), excel.file_of(answers)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if file_id is None:
        return Conclusion(template())
    note(context, officer, "alumni.file_sent", "alumni")
    return Conclusion(excel.sent(Background("earlier_file", file_id), BACK))


def template() -> Reply:
    return excel.template(Background("earlier_template"), BACK)


def _prompt(_answers: Answers, _facts: Facts) -> Text:
    return _("Send the filled-in Excel file of earlier alumni. You see what it would bring before anything is saved.")


SCRIPT = Script(
    name="earlier_file",
    version=1,
    title=lambda _facts: _("Excel file of earlier alumni"),
    asks=(excel.ask(_prompt),),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
