"""An officer sends the scores back as the template that was downloaded and filled in; it is checked beside the chat."""

from conversations import excel
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Background, Button, Reply
from conversations.script import Answers, Conclusion, Matter, Script, Windows
from conversations.sessions.scoring import Facts, gather
from locales.text import Text, _
from records.permissions import Permission


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer, file_id = officer_with(context, Permission.SESSIONS), excel.file_of(answers)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    if file_id is None:
        return Conclusion(template(facts.class_id))
    note(context, officer, "score.file_sent", f"class:{facts.class_id}")
    return Conclusion(excel.sent(Background("score_sheet", f"{facts.class_id}.{file_id}"), _back(facts.class_id)))


def template(class_id: int) -> Reply:
    return excel.template(Background("score_template", str(class_id)), _back(class_id))


def _back(class_id: int) -> Button:
    return Button(_("📝 Scores"), f"m:scores:{class_id}")


def _prompt(_answers: Answers, facts: Facts) -> Text:
    return _(
        "Send the filled-in Excel file of <b>{programme}</b>. You see what it would change before anything is saved.",
        programme=facts.programme,
    )


SCRIPT = Script(
    name="score_sheet",
    version=1,
    title=lambda facts: _("Excel file of {programme}", programme=facts.programme),
    asks=(excel.ask(_prompt),),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
