"""The screens of cohorts, classes and programmes, for staff who may."""

from conversations.context import Context
from conversations.offering import pages, telling
from conversations.officer import note, officer_with
from conversations.reply import Reply
from conversations.screen import Begin, Outcome, Screen, begins, number
from locales.text import _
from records import classes, cohorts, offering, programmes
from records.permissions import Permission


def cohort(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    if chosen is None or cohorts.by_id(context.session, chosen) is None:
        return None
    return pages.cohort_page(context, chosen)


def class_desk(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    if chosen is None or classes.by_id(context.session, chosen) is None:
        return None
    return pages.class_page(context, chosen)


def programme(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    known = {one.id for one in programmes.all_of_them(context.session)}
    return None if chosen is None or chosen not in known else pages.programme_page(context, chosen)


def archive(context: Context, argument: str) -> Outcome:
    """Not while one can register: job seekers would lose it from sight."""
    chosen = number(argument)
    found = None if chosen is None else cohorts.by_id(context.session, chosen)
    if found is None:
        return None
    if found.opens_at <= context.now < found.closes_at:
        said = _("Registration for this cohort is open. Change the closing first, then it can go to the archive.")
        return pages.cohort_page(context, found.id).with_note(said)
    if offering.archive(context.session, found.id, context.now):
        _noted(context, "cohort.archived", found.id)
    said = _("🗄 {cohort} is in the archive. Nothing is deleted: it comes back at any time.", cohort=found.name)
    return pages.cohort_list(context).with_note(said)


def unarchive(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    if chosen is None or cohorts.by_id(context.session, chosen) is None:
        return None
    if offering.archive(context.session, chosen, None):
        _noted(context, "cohort.unarchived", chosen)
    return pages.cohort_page(context, chosen)


def _noted(context: Context, action: str, cohort_id: int) -> None:
    officer = officer_with(context, Permission.CLASSES)
    if officer is not None:
        note(context, officer, action, f"cohort:{cohort_id}")


def tell_changes(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else telling.preview(context, chosen)


def told_changes(context: Context, argument: str) -> Outcome:
    """The argument is `class.change`, the last change that was shown."""
    left, _dot, right = argument.partition(".")
    chosen, last = number(left), number(right)
    if chosen is None or last is None or classes.by_id(context.session, chosen) is None:
        return None
    said = telling.tell(context, chosen, last)
    return pages.class_page(context, chosen).with_note(said or _("They have been told already."))


def _list(context: Context, _argument: str) -> Reply:
    return pages.cohort_list(context)


MAY = Permission.CLASSES
SCREENS = (
    Screen("cohorts", _list, MAY),
    Screen("archived", lambda context, _argument: pages.cohort_list(context, archived=True), MAY),
    Screen("cohort", cohort, MAY),
    Screen("archive", archive, MAY),
    Screen("unarchive", unarchive, MAY),
    Screen("classdesk", class_desk, MAY),
    Screen("programmes", lambda context, _argument: pages.programme_list(context), MAY),
    Screen("programme", programme, MAY),
    Screen("tellclass", tell_changes, MAY),
    Screen("toldclass", told_changes, MAY),
    Screen("newcohort", lambda _context, _argument: Begin("cohort_new"), MAY),
    Screen("copycohort", begins("cohort_copy"), MAY),
    Screen("editcohort", begins("cohort_edit"), MAY),
    Screen("newclass", begins("class_new"), MAY),
    Screen("editclass", begins("class_edit"), MAY),
    Screen("cancelclass", begins("class_cancel"), MAY),
    Screen("newprogramme", lambda _context, _argument: Begin("programme_new"), MAY),
    Screen("editprogramme", begins("programme_edit"), MAY),
)
