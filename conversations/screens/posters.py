"""The poster of a class for staff: drawn beside the replies, sent as a file to print and as a picture to pass on."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Background, Button, Reply, column
from conversations.screen import Outcome, Screen, number
from locales.text import _
from records import offers
from records.permissions import Permission

PDF, PNG = "pdf", "png"


def poster(context: Context, argument: str) -> Outcome:
    """`class`: PDF or picture? `class.pdf`: it is drawn."""
    left, _dot, form = argument.partition(".")
    class_id = number(left)
    offer = None if class_id is None else offers.by_id(context.session, class_id)
    if offer is None or form not in ("", PDF, PNG):
        return None
    if form:
        drawing = _("The poster of {programme} is being drawn, one moment.", programme=offer.programme)
        return Reply(drawing, rows=column(STAFF_MENU), background=Background("poster", f"{offer.id}.{form}"))
    text = _(
        "<b>Poster</b>\n{programme}, {cohort}\n\nOne A4 page with the QR and the code. As a file to print, or as a "
        "picture to pass on?",
        programme=offer.programme,
        cohort=offer.cohort,
    )
    rows = column(
        Button(_("🖨 PDF to print"), f"m:poster:{offer.id}.{PDF}"),
        Button(_("🖼 Picture (PNG)"), f"m:poster:{offer.id}.{PNG}"),
        STAFF_MENU,
    )
    return Reply(text, rows=rows)


SCREENS = (Screen("poster", poster, Permission.CLASSES),)
