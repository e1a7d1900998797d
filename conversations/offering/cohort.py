"""Cohorts (angkatan): making one, changing one, and making one as a copy of an earlier one."""

from collections.abc import Mapping
from typing import Any

from conversations import dates
from conversations.context import Context
from conversations.offering.cohort_fields import COPY_FIELDS, FIELDS
from conversations.offering.editing import editing
from conversations.offering.field import Desk, desk_of, values_of, windows
from conversations.offering.pages import cohort_page
from conversations.offering.reopening import let_go_on
from conversations.officer import INVISIBLE, note, officer_with
from conversations.script import Answers, Conclusion, Matter, Script
from locales.text import Text, _, lines
from records import classes, cohorts, offering
from records.cohorts import Cohort
from records.permissions import Permission


def _taken(context: Context, but: Cohort | None) -> frozenset[str]:
    every = cohorts.all_of_them(context.session) + cohorts.all_of_them(context.session, archived=True)
    return frozenset(one.name.lower() for one in every if one is not but)


def _gather_new(context: Context, _matter: Matter) -> Desk | Text:
    desk = desk_of(context)
    return INVISIBLE if desk is None else desk.about(taken=_taken(context, None))


def _gather(context: Context, matter: Matter) -> Desk | Text:
    """What stands there now; an archived cohort must be taken out of the archive first."""
    desk = desk_of(context)
    cohort = None if matter.about is None else cohorts.by_id(context.session, matter.about)
    if desk is None or cohort is None:
        return INVISIBLE
    if cohort.archived_at is not None:
        return _("This cohort is in the archive. Take it out of the archive first.")
    present = {
        "name": cohort.name,
        "year": str(cohort.year),
        "opens": desk.written(cohort.opens_at),
        "closes": desk.written(cohort.closes_at),
        "starts": cohort.starts_on.isoformat(),
        "ends": cohort.ends_on.isoformat(),
    }
    return desk.about(cohort.id, cohort.name, present=present, taken=_taken(context, cohort))


def _gather_copy(context: Context, matter: Matter) -> Desk | Text:
    """The earlier cohort with the classes that are taken over; its own days are no answers."""
    desk = desk_of(context)
    cohort = None if matter.about is None else cohorts.by_id(context.session, matter.about)
    if desk is None or cohort is None:
        return INVISIBLE
    listed = tuple(
        (programme, one.starts_on, one.ends_on)
        for one, programme in classes.of_cohort(context.session, cohort.id)
        if one.cancelled_at is None
    )
    present = {"starts": cohort.starts_on.isoformat(), "ends": cohort.ends_on.isoformat()}
    return desk.about(cohort.id, cohort.name, present=present, taken=_taken(context, None), listed=listed)


def _make(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    made = offering.add_cohort(context.session, values_of(FIELDS, answers, desk))
    if officer is not None:
        note(context, officer, "cohort.made", f"cohort:{made.id}")
    said = _("✅ The cohort is made. Now add its classes; job seekers see them as soon as registration opens.")
    return Conclusion(cohort_page(context, made.id).with_note(said))


def _copy(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    values = values_of(COPY_FIELDS, answers, desk)
    shift = values["starts_on"] - dates.of(desk.present["starts"])
    values |= {"year": values["starts_on"].year, "ends_on": dates.of(desk.present["ends"]) + shift}
    made = offering.add_cohort(context.session, values)
    count = offering.copy_classes(context.session, desk.matter_id, made.id)
    if officer is not None:
        note(context, officer, "cohort.copied", f"cohort:{desk.matter_id}:{made.id}")
    said = _("✅ The cohort is made, with {count} classes. Please look at their days and instructors.", count=count)
    return Conclusion(cohort_page(context, made.id).with_note(said))


def _copied(answers: Answers, desk: Desk) -> Text:
    """What the copy will hold."""
    shift = dates.of(answers["starts"]) - dates.of(desk.present["starts"])
    listed = [
        _("• {programme}: {starts} to {ends}", programme=programme, starts=starts + shift, ends=ends + shift)
        for programme, starts, ends in desk.listed
    ]
    head = _("Make this cohort, with the {count} classes of {source}?", count=len(listed), source=desk.what)
    return lines(head, *listed)


def _store(context: Context, desk: Desk, values: Mapping[str, Any]) -> None:
    offering.change_cohort(context.session, desk.matter_id, values, context.now)
    if "closes_at" in values:
        let_go_on(context, desk.matter_id, closed_at=desk.instant(desk.present["closes"]))


NEW = Script(
    name="cohort_new",
    version=1,
    title=lambda _d: _("A new cohort"),
    asks=tuple(field.ask() for field in FIELDS),
    gather=_gather_new,
    conclude=_make,
    windows=windows,
    summary=lambda _a, _d: _("Make this cohort?"),
    submit=_("✅ Make it"),
)
COPY = Script(
    name="cohort_copy",
    version=1,
    title=lambda desk: _("A copy of {cohort}", cohort=desk.what),
    asks=tuple(field.ask() for field in COPY_FIELDS),
    gather=_gather_copy,
    conclude=_copy,
    windows=windows,
    summary=_copied,
    submit=_("✅ Make it"),
)
EDIT = editing("cohort_edit", FIELDS, gather=_gather, store=_store, page=cohort_page, trail="cohort")
