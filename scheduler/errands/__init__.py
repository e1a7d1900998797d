"""The errands by name. To add one: copy one, and name it here."""

from scheduler.errand import Errand
from scheduler.errands import (
    call_sheet,
    certificate,
    checksheet,
    demand,
    documents,
    earlier,
    earlier_saving,
    invitations,
    leave_photo,
    papers,
    plan,
    poster,
    public_list,
    report,
    scores,
    search,
)

ERRANDS: dict[str, Errand] = {
    "call_sheet": call_sheet.send,
    "list": papers.listing,
    "paper": papers.paper,
    "checksheet": checksheet.show,
    "demand": demand.send,
    "documents": documents.take_in,
    "forget": documents.forget,
    "plan": plan.send,
    "poster": poster.draw,
    "public_list": public_list.make,
    "report": report.make,
    "search": search.search,
    "score_template": scores.send_template,
    "score_sheet": scores.check,
    "certificate": certificate.send,
    "leave_photo": leave_photo.show,
    "earlier_template": earlier.send_template,
    "earlier_file": earlier.check,
    "earlier_save": earlier_saving.save,
    "invitations": invitations.send,
}
