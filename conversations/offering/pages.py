"""The pages of what the centre offers, as staff see them: the cohorts, one of them, a class, the programmes."""

from conversations import points, vocabulary
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.offering import telling
from conversations.offering.reasons import reason_text
from conversations.reply import Button, Reply, Style, column, grid
from locales.text import Text, _, lines, verbatim
from records import classes, cohorts, offers, programmes
from records.codes import short_code
from records.cohorts import Cohort
from records.offers import Offer

COHORTS = Button(_("⬅️ Cohorts"), "m:cohorts")
PROGRAMMES = Button(_("🧵 Programmes"), "m:programmes")
LISTED = 40


def cohort_list(context: Context, *, archived: bool = False) -> Reply:
    """Every cohort, the latest first; those in the archive are on a page of their own."""
    found = cohorts.all_of_them(context.session, archived=archived)
    buttons = [
        Button(_("{cohort} · {state}", cohort=cohort.name, state=state(context, cohort)), f"m:cohort:{cohort.id}")
        for cohort in found[:LISTED]
    ]
    if archived:
        head = _("<b>Archive</b>: {count} cohorts", count=len(found)) if found else _("The archive is empty.")
        return Reply(head, rows=column(*buttons, COHORTS))
    if not found:
        text = _(
            "There is no cohort yet. First make the programmes (kejuruan), then a cohort, then its classes: job "
            "seekers see them as soon as registration opens."
        )
    else:
        text = _("<b>Cohorts and classes</b>\nChoose one to see its classes, or make a new one.")
    has_archive = bool(cohorts.all_of_them(context.session, archived=True))
    return Reply(
        text,
        rows=(
            *column(*buttons, Button(_("➕ New cohort"), "m:newcohort")),
            *column(Button(_("📑 Copy the last cohort"), f"m:copycohort:{found[0].id}") if found else None),
            (PROGRAMMES, Button(_("🗄 Archive"), "m:archived")) if has_archive else (PROGRAMMES,),
            (STAFF_MENU,),
        ),
    )


def state(context: Context, cohort: Cohort) -> Text:
    """Where a cohort stands, in a word or two."""
    if context.now < cohort.opens_at:
        return _("not open yet")
    if context.now < cohort.closes_at:
        return _("registration open")
    if context.today < cohort.starts_on:
        return _("selection")
    return _("in training") if context.today <= cohort.ends_on else _("finished")


def cohort_page(context: Context, cohort_id: int) -> Reply:
    """A cohort with its days and its classes."""
    cohort = cohorts.by_id(context.session, cohort_id)
    if cohort is None:
        return cohort_list(context)
    found = offers.of_cohort(context.session, cohort.id)
    text = _(
        "<b>{cohort}</b> · {state}\n\n📝 Registration: {opens} until {closes}\n🗓 Training: {starts} to {ends}\n"
        "👥 {applicants} applicants in {classes} classes",
        cohort=cohort.name,
        state=state(context, cohort),
        opens=cohort.opens_at,
        closes=cohort.closes_at,
        starts=cohort.starts_on,
        ends=cohort.ends_on,
        applicants=sum(offer.applicants for offer in found),
        classes=sum(offer.cancel_reason is None for offer in found),
    )
    buttons = [Button(_class_label(offer), f"m:classdesk:{offer.id}") for offer in found[:LISTED]]
    if cohort.archived_at is not None:
        figure = Button(_("📊 Figure of the alumni"), f"m:figure:{cohort.id}")
        back = Button(_("🗄 Take it out of the archive"), f"m:unarchive:{cohort.id}")
        return Reply(
            lines(text, _("🗄 In the archive since {when}.", when=cohort.archived_at)),
            rows=(*column(*buttons), (figure,), (back,), (COHORTS,)),
        )
    return Reply(
        text,
        rows=(
            *column(*buttons, Button(_("➕ Add a class"), f"m:newclass:{cohort.id}")),
            (
                Button(_("✏️ Change"), f"m:editcohort:{cohort.id}"),
                Button(_("📑 Copy"), f"m:copycohort:{cohort.id}"),
                Button(_("🗄 Archive"), f"m:archive:{cohort.id}"),
            ),
            (COHORTS,),
        ),
    )


def _class_label(offer: Offer) -> Text:
    if offer.cancel_reason is not None:
        return _("✖️ {programme} (cancelled)", programme=offer.programme)
    return _(
        "{programme} · {seats} seats, {applicants} applicants",
        programme=offer.programme,
        seats=offer.seats,
        applicants=offer.applicants,
    )


def class_page(context: Context, class_id: int) -> Reply:
    """A class with everything that staff can change in it."""
    offer = offers.by_id(context.session, class_id)
    if offer is None:
        return cohort_list(context)
    back = Button(_("⬅️ {cohort}", cohort=offer.cohort), f"m:cohort:{offer.cohort_id}")
    if offer.cancel_reason is not None:
        note = _("✖️ <b>Cancelled</b>: {reason}", reason=reason_text(offer.cancel_reason))
        return Reply(lines(_facts(context, offer), note, separator="\n\n"), rows=column(back))
    return Reply(
        _facts(context, offer),
        rows=(
            (
                Button(_("✏️ Change"), f"m:editclass:{offer.id}"),
                Button(_("👁 The card"), f"m:class:{offer.id}"),
            ),
            (
                Button(_("📜 Requirements"), f"m:rules:{offer.id}"),
                Button(_("🖨 Poster"), f"m:poster:{offer.id}"),
            ),
            (Button(_("🔗 Copy the link"), copy=context.link(f"k_{offer.code}")),),
            (Button(_("🧭 Follow-up months"), f"m:waves:{offer.id}"),),
            *column(telling.button(context, offer.id)),
            (Button(_("✖️ Cancel this class"), f"m:cancelclass:{offer.id}", style=Style.DANGER),),
            (back,),
        ),
    )


def _facts(context: Context, offer: Offer) -> Text:
    none = _("none")
    return _(
        "<b>{programme}</b>\n{cohort}\n\nSeats: {seats} ({participants} participants)\n"
        "Applicants: {applicants}, at most: {cap}\nLesson hours: {hours}\nDays: {starts} to {ends}\nPlace: {place}\n"
        "Point on the map: {point}\nInstructor: {instructor}\nFacilities: {facilities}\nPaid by: {funding}\n"
        "Code: <code>{code}</code>, short: <code>{short}</code>",
        programme=offer.programme,
        cohort=offer.cohort,
        seats=offer.seats,
        participants=classes.participants(context.session, offer.id),
        applicants=offer.applicants,
        cap=_("everybody may apply") if offer.cap is None else offer.cap,
        hours=offer.lesson_hours,
        starts=offer.starts_on,
        ends=offer.ends_on,
        place=offer.place,
        point=none
        if offer.latitude is None or offer.longitude is None
        else points.written(offer.latitude, offer.longitude),
        instructor=offer.instructor or none,
        facilities=offer.facilities or none,
        funding=vocabulary.FUNDING.get(offer.funding) or verbatim(offer.funding),
        code=offer.code,
        short=short_code(offer.code, offer.id),
    )


def programme_page(context: Context, programme_id: int) -> Reply:
    """A programme as job seekers read of it."""
    found = next((one for one in programmes.all_of_them(context.session) if one.id == programme_id), None)
    if found is None:
        return programme_list(context)
    edit = Button(_("✏️ Change"), f"m:editprogramme:{found.id}")
    text = _("<b>{programme}</b>\n\n{teaches}", programme=found.name, teaches=found.teaches)
    return Reply(text, rows=((edit,), (PROGRAMMES,), (COHORTS,)))


def programme_list(context: Context) -> Reply:
    """Every programme, and the way to one more."""
    found = programmes.all_of_them(context.session)
    buttons = [Button(verbatim(one.name), f"m:programme:{one.id}") for one in found[:LISTED]]
    text = _("<b>Programmes</b> (kejuruan): {count}", count=len(found))
    return Reply(text, rows=(*grid(buttons), (Button(_("➕ New programme"), "m:newprogramme"),), (COHORTS,)))
