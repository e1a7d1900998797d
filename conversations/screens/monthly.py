"""The month's report: which were made and what became of them, an old one again, and whether one gets the next."""

from conversations import monthly
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.reports import MONTHLY, handed_over
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen, number
from locales.text import Month, Text, _, lines, verbatim
from records import dispatch, reports
from records.deliveries import DeliveryStatus
from records.permissions import Permission
from records.reports import Report

SHOWN = 6
# Those that have gone out, and those that will.
ON_ITS_WAY = (DeliveryStatus.SENT, DeliveryStatus.WAITING, DeliveryStatus.CLAIMED)


def page(context: Context, _argument: str = "") -> Outcome:
    officer = officer_with(context, Permission.FIGURES)
    if officer is None:
        return None
    latest, wants = reports.latest(context.session, SHOWN), reports.wants(context.session, officer)
    coming = monthly.next_morning(context)
    text = lines(
        _("<b>Report for the head of the department</b>\nTwo pages as a PDF, on the first working day of each month."),
        None if coming is None else _("The next one: {when}.", when=coming),
        _("You get it.") if wants else _("You do not get it."),
        verbatim(""),
        *([_line(context, report) for report in latest] or [_("None has been made yet.")]),
    )
    choice = _("🔕 Do not send it to me") if wants else _("🔔 Send it to me each month")
    again = [_again(report) for report in latest if report.made_at is not None]
    return Reply(text, rows=column(*again, Button(choice, f"m:getreport:{'no' if wants else 'yes'}"), STAFF_MENU))


def _line(context: Context, report: Report) -> Text:
    if report.failed:
        return _("• {label}: could not be made", label=_name(report))
    if report.made_at is None:
        return _("• {label}: is being made", label=_name(report))
    if report.month is None:
        return _("• {label}: made on request", label=_name(report))
    counted = dispatch.outcomes(context.session, MONTHLY.name, report.id)
    return _(
        "• {label}: sent to {sent}, waiting {waiting}, not delivered {lost}",
        label=_name(report),
        sent=counted.get(DeliveryStatus.SENT, 0),
        waiting=sum(count for status, count in counted.items() if status in ON_ITS_WAY[1:]),
        lost=sum(count for status, count in counted.items() if status not in ON_ITS_WAY),
    )


def _name(report: Report) -> Text:
    if report.month is None:
        return _("number {number}", number=report.label)
    return _("{month}, number {number}", month=Month(report.month), number=report.label)


def _again(report: Report) -> Button:
    return Button(_("📄 {label}", label=_name(report)), f"m:oldreport:{report.id}")


def file(context: Context, argument: str) -> Outcome:
    """An old one as it was made."""
    report_id = number(argument)
    report = None if report_id is None else reports.by_id(context.session, report_id)
    pdf = None if report is None else reports.pdf(report, context.house.vault)
    return None if report is None or pdf is None else handed_over(report, pdf)


def choose(context: Context, argument: str) -> Outcome:
    officer = officer_with(context, Permission.FIGURES)
    if officer is None or argument not in ("yes", "no"):
        return None
    reports.choose(context.session, officer, argument == "yes")
    note(context, officer, "report.reader", argument)
    return page(context)


SCREENS = (
    Screen("monthly", page, Permission.FIGURES),
    Screen("oldreport", file, Permission.FIGURES),
    Screen("getreport", choose, Permission.FIGURES),
)
