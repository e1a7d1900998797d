"""The month's report as a file, to be read and forwarded; and one that was asked for and cut short, after all."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Document, Reply, column
from locales.text import Month, Text, _
from records import reports, staff
from records.deliveries import Claim
from records.reports import Report


def _composed(context: Context, claim: Claim) -> Composed:
    report = reports.by_id(context.session, claim.about)
    pdf = None if report is None else reports.pdf(report, context.house.vault)
    if report is None or pdf is None:
        return Skip("no such report")
    if staff.by_chat(context.session, context.chat_id) is None:
        return Skip("no officer any more")
    return handed_over(report, pdf)


def handed_over(report: Report, pdf: bytes) -> Reply:
    """The file with its number; nothing in it is about one person, so that it may be forwarded."""
    return Reply(
        words(report),
        document=Document(f"laporan-alumni-{report.year}-{report.number:02}.pdf", pdf),
        rows=column(Button(_("📄 Monthly report"), "m:monthly"), STAFF_MENU),
    )


def words(report: Report) -> Text:
    if report.month is None:
        return _("📄 <b>Report on the graduates, number {number}</b>", number=report.label)
    return _(
        "📄 <b>Report on the graduates, {month}</b> (number {number})\n\nTwo pages for the head of the department: "
        "please forward the file, or print it.",
        month=Month(report.month),
        number=report.label,
    )


MONTHLY = Notice("monthly_report", _composed, Hours.SENDING)
AFTER_ALL = Notice("report_after_all", _composed, Hours.ANY)
ALL = (MONTHLY, AFTER_ALL)
