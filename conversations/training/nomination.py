"""The proposal for the incubator: the best of a kejuruan in a cohort, with what speaks for each, as a page."""

from dataclasses import dataclass

from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.training.marks import said
from conversations.training.trainee import TRAINING
from locales.text import Percent, Text, _, lines
from records import classes, cohorts, enrolments, incubator, people, programmes
from records.incubator import Incubation, IncubatorStatus, Merit


@dataclass(frozen=True, slots=True)
class Nomination:
    """`order` are all graduates by merit, `chosen` those proposed, `decided` what was done by hand, by enrolment."""

    cohort_id: int
    programme_id: int
    programme: str
    cohort: str
    order: tuple[Merit, ...]
    chosen: tuple[Merit, ...]
    decided: dict[int, Incubation]

    @property
    def confirmed(self) -> bool:
        return any(one.status == IncubatorStatus.INCUBATING.value for one in self.decided.values())


def of(context: Context, cohort_id: int, programme_id: int) -> Nomination | None:
    """None where nobody has graduated there."""
    session, profile = context.session, context.house.profile
    merits = incubator.merits(session, cohort_id, programme_id, profile.training.excused_counts)
    cohort = cohorts.by_id(session, cohort_id)
    name = next((one.name for one in programmes.all_of_them(session) if one.id == programme_id), None)
    if not merits or cohort is None or name is None:
        return None
    order = incubator.ranked(merits, profile.incubator.criteria)
    decided = incubator.decided(session, [one.enrolment_id for one in order])
    statuses = {enrolment_id: IncubatorStatus(one.status) for enrolment_id, one in decided.items()}
    chosen = incubator.proposal(order, statuses, profile.incubator.places)
    return Nomination(cohort_id, programme_id, name, cohort.name, tuple(order), tuple(chosen), decided)


def of_enrolment(context: Context, enrolment_id: int) -> Nomination | None:
    """The proposal in which somebody stands."""
    enrolment = enrolments.by_id(context.session, enrolment_id)
    a_class = None if enrolment is None else classes.by_id(context.session, enrolment.class_id)
    return None if a_class is None else of(context, a_class.cohort_id, a_class.programme_id)


CRITERIA: dict[str, Text] = {
    "score": _("mark"),
    "competency": _("competency"),
    "attendance": _("attendance"),
}


def page(context: Context, found: Nomination) -> Reply:
    """Who is proposed and why; a tap strikes or adds somebody."""
    criteria = context.house.profile.incubator.criteria
    order = lines(*(CRITERIA[one] for one in criteria), separator=", ")
    head = _(
        "<b>Incubator: {programme}</b>, {cohort}\nOrdered by {order}; equals by the number of registration.",
        programme=found.programme,
        cohort=found.cohort,
        order=order,
    )
    rows = [_row(context, found, n, one) for n, one in enumerate(found.order, 1)][:LISTED]
    if found.confirmed:
        told = _("Confirmed: those with 🌱 are in the incubator and have been told.")
        return Reply(lines(head, lines(*rows), told, separator="\n\n"), rows=column(TRAINING), protected=True)
    hint = _("Tap a name to strike or to add somebody; a reason is asked.")
    buttons = [_button(context, found, one) for one in found.order[:LISTED]]
    confirm = Button(
        _("✅ Confirm these {count}", count=len(found.chosen)),
        f"m:incubok:{found.cohort_id}.{found.programme_id}",
        style=Style.SUCCESS,
    )
    return Reply(
        lines(head, lines(*rows), hint, separator="\n\n"), rows=column(*buttons, confirm, TRAINING), protected=True
    )


LISTED = 20


def _row(context: Context, found: Nomination, n: int, one: Merit) -> Text:
    by_hand = found.decided.get(one.enrolment_id)
    reason = None if by_hand is None or by_hand.reason is None else _("  by hand: {reason}", reason=by_hand.reason[:80])
    row = _(
        "{mark} {n}. {name}: {score}, {competent}, attendance {attendance}",
        mark="🌱" if one in found.chosen else "▫️",
        n=n,
        name=people.by_id(context.session, one.person_id).name[:40],
        score=_("mark {mark}", mark=said(round(one.score * 100))) if one.marked else _("no mark"),
        competent=_competence(one),
        attendance=Percent(one.attendance),
    )
    return row if reason is None else lines(row, reason)


def _competence(one: Merit) -> Text:
    if not one.examined:
        return _("not examined yet")
    return _("competent") if one.competent else _("not yet competent")


def _button(context: Context, found: Nomination, one: Merit) -> Button:
    name = people.by_id(context.session, one.person_id).name
    label = _("➖ {name}", name=name) if one in found.chosen else _("➕ {name}", name=name)
    return Button(label, f"m:incub:{one.enrolment_id}")
