"""Objections: those that wait, the overdue at the head; one as an officer reads it, and her answer."""

from datetime import timedelta

from conversations.buttons import STAFF_MENU
from conversations.checking import reasons, upholding
from conversations.context import Context
from conversations.officer import officer_with
from conversations.reply import Button, Reply, Style, column, grid
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines
from records import applications, claims, classes, objections, people, staff, steps
from records.objections import Listed, Objection, ObjectionState
from records.permissions import Permission
from records.shown import Shown

SHOWN = 8


def object_to(context: Context, argument: str) -> Outcome:
    """The applicant's button below a refusal."""
    chosen = number(argument)
    application = None if chosen is None else applications.by_id(context.session, chosen)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return None
    return Begin("objection", application.id)


def listed(context: Context, _argument: str = "") -> Reply:
    waiting = objections.waiting(context.session)
    if not waiting:
        return Reply(_("No objection waits. All are answered."), rows=column(STAFF_MENU))
    shown = waiting[:SHOWN]
    said = [_line(context, place, one) for place, one in enumerate(shown, 1)]
    buttons = tuple(Button(_("Open {n}", n=n), f"m:objection:{one.id}") for n, one in enumerate(shown, 1))
    head = _("<b>Objections waiting: {count}</b>", count=len(waiting))
    return Reply(lines(head, *said, separator="\n\n"), rows=(*grid(buttons, 4), (STAFF_MENU,)))


def _line(context: Context, place: int, one: Listed) -> Text:
    officer = officer_with(context, Permission.REVIEW)
    hers = officer is not None and not upholding.may_answer(context, officer, one.decided_by)
    due_at = one.at + timedelta(hours=context.house.profile.checking.objection_hours)
    return lines(
        _("<b>{n}.</b> {number}", n=place, number=one.number),
        _("🔴 Overdue since {when}", when=due_at)
        if due_at <= context.now
        else _("To be answered by {when}", when=due_at),
        _("Your own decision: another officer answers it.") if hers else None,
    )


def page(context: Context, argument: str) -> Outcome:
    """What was decided, by whom and why, and what is objected."""
    found = upholding.answerable(context, number(argument))
    if not isinstance(found, Objection):
        return None if found is None else Reply(found, rows=column(upholding.LIST, STAFF_MENU))
    return Reply(
        _said(context, found),
        rows=column(
            Button(_("✅ Grant it"), f"m:grant:{found.id}", style=Style.SUCCESS),
            Button(_("The decision stays"), f"m:uphold:{found.id}", style=Style.DANGER),
            upholding.LIST,
        ),
        fresh=True,
        shown=Shown(upholding.about(found.id), context.now + claims.LAPSES_AFTER, context.now),
    )


def _said(context: Context, objection: Objection) -> Text:
    application = applications.by_id(context.session, objection.application_id)
    step = steps.by_id(context.session, objection.step_id)
    brief = None if application is None else classes.brief(context.session, application.class_id)
    decided_by = None if step is None or step.staff_id is None else staff.by_id(context.session, step.staff_id).name
    return _(
        "<b>Objection</b> of {name}, {number}\n{programme}, {cohort}\n\nDecided on {when} by {officer}: {reason}\n\n"
        "Objected on {at}:\n<i>{words}</i>",
        name="" if application is None else people.by_id(context.session, application.person_id).name,
        number="" if application is None else application.number,
        programme=brief.programme if brief else "",
        cohort=brief.cohort if brief else "",
        when=objection.at if step is None else step.at,
        officer=decided_by or "?",
        reason=reasons.in_words("?" if step is None else step.reason or "?"),
        at=objection.at,
        words=objection.words,
    )


def grant(context: Context, argument: str) -> Outcome:
    found = upholding.answerable(context, number(argument))
    if not isinstance(found, Objection):
        return None if found is None else Reply(found, rows=column(upholding.LIST, STAFF_MENU))
    return upholding.answered(context, found, ObjectionState.GRANTED, None)


def uphold(context: Context, argument: str) -> Outcome:
    found = upholding.answerable(context, number(argument))
    if not isinstance(found, Objection):
        return None if found is None else Reply(found, rows=column(upholding.LIST, STAFF_MENU))
    return Begin("upholding", found.id)


SCREENS = (
    Screen("object", object_to),
    Screen("objections", listed, Permission.REVIEW),
    Screen("objection", page, Permission.REVIEW),
    Screen("grant", grant, Permission.REVIEW),
    Screen("uphold", uphold, Permission.REVIEW),
)
