"""Verdicts: who passes a training that is about to be closed, as a page on which a tap says who does not."""

from dataclasses import dataclass

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.screen import number
from locales.text import Percent, Text, _, lines
from records import attendance, classes, endings, trainees
from records.classes import Running
from records.enrolments import EnrolmentStatus
from records.trainees import Trainee

LISTED = 30
# A code of wordings.VERDICT.
TOO_FEW_DAYS = "attendance"


def chosen_of(context: Context, argument: str) -> Running | None:
    """One of them, by a button's argument."""
    chosen = number(argument)
    return next((c for c in in_training(context) if c.id == chosen), None)


def in_training(context: Context) -> list[Running]:
    """Classes whose training has begun and is not closed."""
    every = classes.with_participants(context.session)
    return [c for c in every if c.starts_on <= context.today and not c.graduated]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A participant of a class that is to be closed. `share` of days attended, 0 to 1, None before any was noted;
    `few`: below the minimum; `failing`: why she does not pass as it stands, a code of wordings.VERDICT or words.
    """

    trainee: Trainee
    share: float | None
    few: bool
    failing: str | None


def candidates(context: Context, class_id: int) -> list[Candidate]:
    """Everyone passes but those marked not to, and those below the minimum whom no officer has ticked by hand."""
    rules = context.house.profile.training
    people = trainees.of_class(context.session, class_id, EnrolmentStatus.PARTICIPANT)
    marked, waived = endings.failing(context.session, class_id), endings.waived(context.session, class_id)
    tallies = attendance.tallies(context.session, [one.id for one in people])
    found = []
    for one in people:
        share = tallies[one.id].share(rules.excused_counts)
        few = share is not None and share < rules.minimum_attendance / 100
        unticked = TOO_FEW_DAYS if few and one.id not in waived else None
        found.append(Candidate(one, share, few, marked.get(one.id, unticked)))
    return found


def page(context: Context, chosen: Running) -> Reply:
    """The participants with their attendance; a tap says who does not pass, or that she passes after all."""
    found = candidates(context, chosen.id)
    buttons = [Button(_who(each), f"m:verdict:{each.trainee.id}") for each in found[: 3 * LISTED]]
    text = lines(
        _(
            "<b>{programme}</b>, {cohort}\nWho has passed? Everyone with ✅. Tap a name to change it. The percentage "
            "is the attendance.",
            programme=chosen.programme,
            cohort=chosen.cohort,
        ),
        _below(context) if any(each.few for each in found) else None,
        _(
            "Passed: {passed}, not passed: {failed}.",
            passed=sum(each.failing is None for each in found),
            failed=sum(each.failing is not None for each in found),
        ),
        separator="\n\n",
    )
    onward = Button(_("➡️ Go on"), f"m:ending:{chosen.id}", style=Style.SUCCESS)
    marks = Button(_("✍️ Marks of the training"), f"m:marks:{chosen.id}")
    return Reply(text, rows=column(*buttons, onward, marks, STAFF_MENU), protected=True)


def _below(context: Context) -> Text:
    return _(
        "Those marked ⚠️ are below the least attendance of {least}: they pass only if you tick them by hand.",
        least=Percent(context.house.profile.training.minimum_attendance / 100),
    )


def _who(each: Candidate) -> Text:
    return _(
        "{mark} {name} {attendance}{warning}",
        mark="✅" if each.failing is None else "❌",
        name=each.trainee.name,
        attendance="" if each.share is None else _("· {share}", share=Percent(each.share)),
        warning=" ⚠️" if each.few else "",
    )


def again(context: Context, class_id: int) -> Reply | None:
    """The page once more, after a reason was given."""
    chosen = chosen_of(context, str(class_id))
    return None if chosen is None else page(context, chosen)
