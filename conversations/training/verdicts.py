"""Verdicts: who passes a training that is about to be closed, as a page on which a tap says who does not."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.screen import number
from locales.text import Percent, Text, _
from records import attendance, classes, endings, trainees
from records.attendance import Tally
from records.classes import Running
from records.enrolments import EnrolmentStatus
from records.trainees import Trainee

LISTED = 30


def chosen_of(context: Context, argument: str) -> Running | None:
    """One of them, by a button's argument."""
    chosen = number(argument)
    return next((c for c in in_training(context) if c.id == chosen), None)


def in_training(context: Context) -> list[Running]:
    """Classes whose training has begun and is not closed."""
    every = classes.with_participants(context.session)
    return [c for c in every if c.starts_on <= context.today and not c.graduated]


def page(context: Context, chosen: Running) -> Reply:
    """The participants with their attendance; a tap says who does not pass."""
    people = trainees.of_class(context.session, chosen.id, EnrolmentStatus.PARTICIPANT)
    failing = endings.failing(context.session, chosen.id)
    tallies = attendance.tallies(context.session, [one.id for one in people])
    buttons = [
        Button(_who(context, one, one.id in failing, tallies[one.id]), f"m:verdict:{one.id}")
        for one in people[: 3 * LISTED]
    ]
    text = _(
        "<b>{programme}</b>, {cohort}\nWho has passed? Everyone with ✅. Tap a name to change it. The percentage is "
        "the attendance; ⚠️ is below {least}.\n\nPassed: {passed}, not passed: {failed}.",
        programme=chosen.programme,
        cohort=chosen.cohort,
        least=Percent(context.house.profile.training.minimum_attendance / 100),
        passed=sum(one.id not in failing for one in people),
        failed=sum(one.id in failing for one in people),
    )
    onward = Button(_("➡️ Go on"), f"m:ending:{chosen.id}", style=Style.SUCCESS)
    marks = Button(_("✍️ Marks of the training"), f"m:marks:{chosen.id}")
    return Reply(text, rows=column(*buttons, onward, marks, STAFF_MENU), protected=True)


def _who(context: Context, one: Trainee, fails: bool, tally: Tally) -> Text:
    rules = context.house.profile.training
    share = tally.share(rules.excused_counts)
    few = share is not None and share < rules.minimum_attendance / 100
    return _(
        "{mark} {name} {attendance}{warning}",
        mark="❌" if fails else "✅",
        name=one.name,
        attendance="" if share is None else _("· {share}", share=Percent(share)),
        warning=" ⚠️" if few else "",
    )


def again(context: Context, class_id: int) -> Reply | None:
    """The page once more, after a reason was given."""
    chosen = chosen_of(context, str(class_id))
    return None if chosen is None else page(context, chosen)
