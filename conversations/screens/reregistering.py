"""Who still has to re-register, with deadlines and phone numbers; and whoever comes to the counter instead."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Background, Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines, verbatim
from records import (
    applications,
    classes,
    cohorts,
    people,
    publication,
    reregistrations,
    reserves,
    selections,
    vacancies,
)
from records.permissions import Permission
from records.reregistrations import Asked
from records.selections import SelectionState

LISTED = 20


def asked(context: Context, argument: str) -> Outcome:
    """The classes of a cohort: seats, participants, who is asked, who waits."""
    cohort_id = number(argument)
    cohort = None if cohort_id is None else cohorts.by_id(context.session, cohort_id)
    if cohort is None:
        return None
    class_ids = selections.classes_of(context.session, cohort.id)
    left = vacancies.balance(context.session, class_ids)
    told = [_class_line(context, class_id, left[class_id]) for class_id in class_ids]
    buttons = [Button(verbatim(_programme(context, class_id)), f"m:askedof:{class_id}") for class_id in class_ids]
    text = _("<b>Re-registration: {cohort}</b>\n{classes}", cohort=cohort.name, classes=lines(*told))
    return Reply(text, rows=column(*buttons, STAFF_MENU))


def _class_line(context: Context, class_id: int, free: int) -> Text:
    return _(
        "<b>{programme}</b>: {free} seats free, {asked} still to confirm, {waiting} in reserve",
        programme=_programme(context, class_id),
        free=max(0, free),
        asked=len(reregistrations.asked(context.session, class_id)),
        waiting=len(reserves.waiting(context.session, class_id)),
    )


def _programme(context: Context, class_id: int) -> str:
    brief = classes.brief(context.session, class_id)
    return brief.programme if brief else ""


def asked_of(context: Context, argument: str) -> Outcome:
    """One class: whoever has no chat here must be called by phone, before her seat is lost."""
    class_id = number(argument)
    brief = None if class_id is None else classes.brief(context.session, class_id)
    if class_id is None or brief is None:
        return None
    found = reregistrations.asked(context.session, class_id)
    if not found:
        text = _("<b>{programme}</b>: nobody is asked to re-register at present.", programme=brief.programme)
        return Reply(text, rows=column(Button(_("⬅️ Back"), f"m:asked:{brief.cohort_id}"), STAFF_MENU))
    text = _(
        "<b>{programme}</b>: still to confirm, the nearest deadline first. 📞 has no chat: please call.\n\n{people}",
        programme=brief.programme,
        people=lines(*(_asked_line(each) for each in found[:LISTED])),
    )
    buttons = [
        Button(_("At the counter: {name}", name=each.name), f"m:counter:{each.application_id}")
        for each in found[:LISTED]
    ]
    return Reply(text, rows=column(*buttons, Button(_("⬅️ Back"), f"m:asked:{brief.cohort_id}")), protected=True)


def _asked_line(each: Asked) -> Text:
    return _(
        "{mark} {name}, {number}, {phone}: until {when}",
        mark="💬" if each.has_chat else "📞",
        name=each.name,
        number=each.number,
        phone=each.phone or "–",
        when=each.confirm_by,
    )


def counter(context: Context, argument: str) -> Outcome:
    """She stands at the counter or said so on the phone: asks the officer once more."""
    application_id = number(argument)
    application = None if application_id is None else applications.by_id(context.session, application_id)
    if application is None:
        return None
    person = people.by_id(context.session, application.person_id)
    text = _(
        "Does <b>{name}</b> ({number}) re-register for {programme}, at the counter or by phone?",
        name=person.name,
        number=application.number,
        programme=_programme(context, application.class_id),
    )
    rows = column(
        Button(_("✅ Yes, she re-registers"), f"m:countered:{application.id}", style=Style.SUCCESS),
        Button(_("No"), f"m:askedof:{application.class_id}"),
    )
    return Reply(text, rows=rows, protected=True)


def countered(context: Context, argument: str) -> Outcome:
    """Confirmed by an officer in her name."""
    application_id, officer = number(argument), officer_with(context, Permission.SELECT)
    application = None if application_id is None else applications.by_id(context.session, application_id)
    if application is None or officer is None:
        return None
    enrolment = reregistrations.confirm(context.session, application.id, context.now, officer.id)
    said = _("No seat is offered to her any more; nothing was changed.")
    if enrolment is not None:
        note(context, officer, "reregistration.confirmed", f"application:{application.id}")
        said = _("✅ Noted: she is a participant.")
    page = asked_of(context, str(application.class_id))
    return page.with_note(said) if isinstance(page, Reply) else page


def posted(context: Context, argument: str) -> Outcome:
    """The public list: all of it as PDF, each class as a picture."""
    selection_id = number(argument)
    selection = None if selection_id is None else selections.by_id(context.session, selection_id)
    if selection is None or selection.state != SelectionState.PUBLISHED.value:
        return None
    of_classes = dict.fromkeys(
        (each.class_id, each.programme) for each in publication.posted(context.session, selection.id)
    )
    buttons = [
        Button(_("🖼 {programme} (PNG)", programme=programme), f"m:post:{selection.id}.{class_id}")
        for class_id, programme in of_classes
    ]
    text = _("<b>The public list</b>: registration numbers only, no names. As PDF for the notice board, or a picture.")
    all_of_it = Button(_("📄 All classes (PDF)"), f"m:post:{selection.id}.0")
    return Reply(text, rows=column(all_of_it, *buttons, STAFF_MENU))


def post(context: Context, argument: str) -> Outcome:
    """`selection.class`; class 0: all of them."""
    parts = [number(part) for part in argument.split(".")]
    selection = selections.by_id(context.session, parts[0]) if len(parts) == 2 and parts[0] is not None else None
    if selection is None or parts[1] is None or selection.state != SelectionState.PUBLISHED.value:
        return None
    wanted = Background("public_list", f"{selection.id}.{parts[1]}")
    return Reply(_("🖨 The list is being made, a moment please."), rows=column(STAFF_MENU), background=wanted)


SCREENS = (
    Screen("asked", asked, Permission.SELECT),
    Screen("askedof", asked_of, Permission.SELECT),
    Screen("counter", counter, Permission.SELECT),
    Screen("countered", countered, Permission.SELECT),
    Screen("posted", posted, Permission.SELECT),
    Screen("post", post, Permission.SELECT),
)
