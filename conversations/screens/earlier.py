"""Earlier alumni, for officers: bringing them by Excel, and inviting those whom no chat speaks for."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import officer_with
from conversations.people import earlier_file
from conversations.people.earlier_file import BACK
from conversations.reply import Background, Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _
from records import classes, imports
from records.earlier import uninvited
from records.imports import ImportState
from records.permissions import Permission

KIND = "alumni"
LISTED = 30


def page(_context: Context, _argument: str) -> Reply:
    text = _(
        "<b>Earlier alumni</b>\nGraduates from before there was this bot come in by Excel: download the template, fill "
        "it in, send it back. You see what it would bring before anything is saved; a file with a mistake brings "
        "nothing. Then each gets a link or a QR that connects her Telegram with her record, once."
    )
    rows = column(
        Button(_("⬇️ Excel template"), "m:earliertemplate"),
        Button(_("⬆️ Send the Excel file"), "m:earlierfile", style=Style.PRIMARY),
        Button(_("🎟 Invitations"), "m:invitations"),
        Button(_("🧭 Alumni"), "m:alumni"),
    )
    return Reply(text, rows=rows)


def save(context: Context, argument: str) -> Outcome:
    """Row by row beside the chat; whatever was begun and cut off is gone on with by a second tap."""
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    kept = None if chosen is None or officer is None else imports.proposed(context.session, chosen, KIND, officer.id)
    if kept is None:
        return None
    text = _("The alumni are being saved, a moment please. You hear when it is done.")
    again = Button(_("💾 Go on, if nothing comes"), f"m:earliersave:{kept.id}")
    return Reply(text, rows=column(again, BACK), background=Background("earlier_save", str(kept.id)))


def drop(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    kept = None if chosen is None or officer is None else imports.proposed(context.session, chosen, KIND, officer.id)
    if kept is None:
        return None
    imports.settle(context.session, kept.id, ImportState.DROPPED, context.now)
    return page(context, "").with_note(_("Nothing of the file was saved."))


def invitations(context: Context, argument: str) -> Outcome:
    """Of which class; then as Excel with links, or as cards with QR to print."""
    chosen = number(argument)
    if chosen is not None:
        return _of_class(context, chosen)
    found = uninvited.by_class(context.session)
    if not found:
        return Reply(_("Every graduate is connected with a Telegram account."), rows=column(BACK, STAFF_MENU))
    buttons = [
        Button(_label(one.programme, one.cohort, one.count), f"m:invitations:{one.class_id}") for one in found[:LISTED]
    ]
    text = _("<b>Invitations</b>\nOf which class? The number says how many are not connected with Telegram yet.")
    return Reply(text, rows=column(*buttons, BACK))


def _label(programme: str, cohort: str, count: int) -> Text:
    return _("{programme} · {cohort} · {count}", programme=programme, cohort=cohort, count=count)


def _of_class(context: Context, class_id: int) -> Outcome:
    brief, found = classes.brief(context.session, class_id), uninvited.of_class(context.session, class_id)
    if brief is None or not found:
        return None
    text = _(
        "<b>{programme}</b>, {cohort}\n{count} graduates are not connected with Telegram.\n\n"
        "A new list makes the links of an earlier one void: send out the latest only.",
        programme=brief.programme,
        cohort=brief.cohort,
        count=len(found),
    )
    rows = column(
        Button(_("📊 As Excel, with links for WhatsApp"), f"m:invitefile:{class_id}.xlsx"),
        Button(_("🖨 As cards with QR, to print"), f"m:invitefile:{class_id}.pdf"),
        Button(_("⬅️ Other classes"), "m:invitations"),
    )
    return Reply(text, rows=rows)


def invitation_file(context: Context, argument: str) -> Outcome:
    left, _dot, form = argument.partition(".")
    chosen = number(left)
    if chosen is None or form not in ("xlsx", "pdf") or not uninvited.of_class(context.session, chosen):
        return None
    return Reply(None, toast=_("One moment…"), background=Background("invitations", f"{chosen}.{form}"))


SCREENS = (
    Screen("earlier", page, Permission.FOLLOW),
    Screen("earliertemplate", lambda _context, _argument: earlier_file.template(), Permission.FOLLOW),
    Screen("earlierfile", lambda _context, _argument: Begin("earlier_file"), Permission.FOLLOW),
    Screen("earliersave", save, Permission.FOLLOW),
    Screen("earlierdrop", drop, Permission.FOLLOW),
    Screen("invitations", invitations, Permission.FOLLOW),
    Screen("invitefile", invitation_file, Permission.FOLLOW),
)
