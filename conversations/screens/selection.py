"""Selection: from the scores to a proposal, its review by a second officer, and the lists."""

from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, begins, number
from conversations.selecting import by_cohort, proposal, ranked_list
from locales.text import Text, _
from records import adjusting, classes, cohorts, placements, selections
from records.permissions import Permission
from records.selections import Selection, SelectionState


def overview(context: Context, argument: str) -> Outcome:
    cohort_id = number(argument)
    return None if cohort_id is None else proposal.overview(context, cohort_id)


def propose(context: Context, argument: str) -> Outcome:
    """A new proposal; asks first where changes by hand, or a review, would be lost."""
    cohort_id = number(argument)
    if cohort_id is None or cohorts.by_id(context.session, cohort_id) is None:
        return None
    earlier = selections.open_of(context.session, cohort_id)
    by_hand = 0 if earlier is None else adjusting.changed_by_hand(context.session, earlier.id)
    if earlier is None or (not by_hand and earlier.state == SelectionState.DRAFT.value):
        return proposed(context, argument)
    return Reply(
        _("A new proposal replaces this one, with its {count} changes by hand. Propose again?", count=by_hand),
        rows=column(
            Button(_("🔄 Yes, propose again"), f"m:proposed:{cohort_id}", style=Style.DANGER),
            Button(_("No"), f"m:selection:{cohort_id}"),
        ),
    )


def proposed(context: Context, argument: str) -> Outcome:
    cohort_id, officer = number(argument), officer_with(context, Permission.SELECT)
    if cohort_id is None or officer is None or cohorts.by_id(context.session, cohort_id) is None:
        return None
    if not selections.candidates(context.session, cohort_id):
        return proposal.overview(context, cohort_id)
    rules = proposal.rules_of(context, cohort_id)
    drawn = selections.propose(context.session, cohort_id, rules, officer.id, context.now)
    note(context, officer, "selection.proposed", f"selection:{drawn.id}")
    return proposal.overview(context, cohort_id)


def _chosen(context: Context, argument: str) -> Selection | None:
    selection_id = number(argument)
    return None if selection_id is None else selections.by_id(context.session, selection_id)


def send(context: Context, argument: str) -> Outcome:
    """To a second officer; an old proposal is not sent."""
    selection, officer = _chosen(context, argument), officer_with(context, Permission.SELECT)
    if selection is None or officer is None:
        return None
    if selection.state == SelectionState.DRAFT.value and proposal.is_stale(context, selection):
        return proposal.overview(context, selection.cohort_id)
    if selections.send(context.session, selection.id, officer.id, context.now):
        note(context, officer, "selection.sent", f"selection:{selection.id}")
    return _again(context, selection, _("📨 Sent for review: an officer other than you publishes it."))


def redraft(context: Context, argument: str) -> Outcome:
    """Back from the review, to be changed."""
    selection, officer = _chosen(context, argument), officer_with(context, Permission.SELECT)
    if selection is None or officer is None:
        return None
    if selections.take_back(context.session, selection.id):
        note(context, officer, "selection.redrafted", f"selection:{selection.id}")
    return _again(context, selection, _("↩️ It is a draft again."))


def discard(context: Context, argument: str) -> Outcome:
    selection, officer = _chosen(context, argument), officer_with(context, Permission.SELECT)
    if selection is None or officer is None:
        return None
    if selections.discard(context.session, selection.id):
        note(context, officer, "selection.discarded", f"selection:{selection.id}")
    return _again(context, selection, _("🗑 The draft is discarded; nothing has happened to anybody."))


def _again(context: Context, selection: Selection, said: Text) -> Outcome:
    context.session.refresh(selection)
    page = proposal.overview(context, selection.cohort_id)
    return None if page is None else page.with_note(said)


def ranked(context: Context, argument: str) -> Outcome:
    """`selection.class.page`."""
    parts = [number(part) for part in argument.split(".")]
    if len(parts) != 3 or None in parts:
        return None
    selection_id, class_id, page = (part or 0 for part in parts)
    selection = selections.by_id(context.session, selection_id)
    return None if selection is None else ranked_list.ranked(context, selection, class_id, page)


def placed(context: Context, argument: str) -> Outcome:
    placement_id = number(argument)
    row = None if placement_id is None else placements.by_id(context.session, placement_id)
    selection = None if row is None else selections.by_id(context.session, row.selection_id)
    if row is None or selection is None:
        return None
    every = placements.lines(context.session, selection.id, row.class_id)
    return next((ranked_list.placed(context, line, selection) for line in every if line.id == row.id), None)


def weigh(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    known = chosen is not None and classes.by_id(context.session, chosen) is not None
    return Begin("weighting", chosen) if known else None


SCREENS = (
    Screen("selections", lambda context, _argument: by_cohort.choose(context), Permission.SELECT),
    Screen("selection", overview, Permission.SELECT),
    Screen("propose", propose, Permission.SELECT),
    Screen("proposed", proposed, Permission.SELECT),
    Screen("sendreview", send, Permission.SELECT),
    Screen("redraft", redraft, Permission.SELECT),
    Screen("discard", discard, Permission.SELECT),
    Screen("ranked", ranked, Permission.SELECT),
    Screen("placed", placed, Permission.SELECT),
    Screen("adjust", begins("adjustment"), Permission.SELECT),
    Screen("weigh", weigh, Permission.SELECT),
    Screen("publish", begins("publication"), Permission.PUBLISH),
)
