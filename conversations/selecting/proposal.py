"""The overview of a selection: how it stands in each class, and what can be done next."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.selecting import reviewing
from conversations.selecting.standing import points
from locales.text import Text, _, lines
from records import adjusting, classes, cohorts, placements, score_rules, selections, staff
from records.ranking import Outcome, Rules
from records.selections import Selection, SelectionState

STATES: dict[SelectionState, Text] = {
    SelectionState.DRAFT: _("a draft, seen by officers only"),
    SelectionState.REVIEW: _("waiting for a second officer"),
    SelectionState.PUBLISHED: _("published"),
    SelectionState.VOID: _("discarded"),
}


def rules_of(context: Context, cohort_id: int) -> dict[int, Rules]:
    class_ids = selections.classes_of(context.session, cohort_id)
    return score_rules.of_classes(context.session, class_ids, context.house.profile.selection)


def is_stale(context: Context, selection: Selection) -> bool:
    return selections.is_stale(context.session, selection, rules_of(context, selection.cohort_id))


def overview(context: Context, cohort_id: int) -> Reply | None:
    """How the selection of a cohort stands, class by class, and what can be done next."""
    cohort = cohorts.by_id(context.session, cohort_id)
    if cohort is None:
        return None
    found = selections.of_cohort(context.session, cohort_id)
    if not found:
        return _nothing_yet(context, cohort_id, cohort.name)
    selection = found[0]
    if selection.state in selections.OPEN:
        selections.refresh(context.session, selection)
    text = lines(
        _("<b>Selection of {cohort}</b>\n{state}", cohort=cohort.name, state=_state(context, selection)),
        lines(*_class_lines(context, selection)),
        _warnings(context, selection),
        reviewing.in_words(context, selection),
        separator="\n\n",
    )
    return Reply(text, rows=_rows(context, selection))


def _nothing_yet(context: Context, cohort_id: int, name: str) -> Reply:
    ready = len(selections.candidates(context.session, cohort_id))
    text = lines(
        _("<b>Selection of {cohort}</b>\n{count} applicants can be ranked.", cohort=name, count=ready),
        _undecided(context, cohort_id),
        separator="\n\n",
    )
    propose = Button(_("🧮 Propose by the scores"), f"m:propose:{cohort_id}", style=Style.PRIMARY) if ready else None
    return Reply(text, rows=column(propose, *_weigh_buttons(context, cohort_id), STAFF_MENU))


def _weigh_buttons(context: Context, cohort_id: int) -> list[Button]:
    return [
        Button(_("⚖️ Weights: {programme}", programme=_programme(context, class_id)), f"m:weigh:{class_id}")
        for class_id in selections.classes_of(context.session, cohort_id)
    ]


def _programme(context: Context, class_id: int) -> str:
    brief = classes.brief(context.session, class_id)
    return brief.programme if brief else ""


def _state(context: Context, selection: Selection) -> Text:
    state = SelectionState(selection.state)
    if state is SelectionState.PUBLISHED and selection.published_at is not None:
        return _(
            "Published on {when} by {officer}. Decree: {decree}.",
            when=selection.published_at,
            officer=_officer(context, selection.published_by),
            decree=selection.decree or "–",
        )
    return _(
        "State: <b>{state}</b>. Drawn up on {when} by {officer}.",
        state=STATES[state],
        when=selection.drafted_at,
        officer=_officer(context, selection.drafted_by),
    )


def _officer(context: Context, staff_id: int | None) -> str:
    return "–" if staff_id is None else staff.by_id(context.session, staff_id).name


def _class_lines(context: Context, selection: Selection) -> list[Text]:
    counted = placements.counts(context.session, selection.id)
    cuts = placements.cuts(context.session, selection.id)
    return [
        _(
            "<b>{programme}</b>: {selected} selected of {seats} seats, cut at {cut}; {reserve} in reserve, {rest} not",
            programme=_programme(context, class_id),
            selected=by_outcome.get(Outcome.SELECTED, 0),
            seats=seats_of(context, class_id),
            cut=points(cuts.get(class_id)),
            reserve=by_outcome.get(Outcome.RESERVE, 0),
            rest=sum(n for outcome, n in by_outcome.items() if outcome not in (Outcome.SELECTED, Outcome.RESERVE)),
        )
        for class_id, by_outcome in sorted(counted.items())
    ]


def seats_of(context: Context, class_id: int) -> int:
    a_class = classes.by_id(context.session, class_id)
    return 0 if a_class is None else a_class.seats


def _warnings(context: Context, selection: Selection) -> Text | None:
    if selection.state not in selections.OPEN:
        return None
    by_hand = adjusting.changed_by_hand(context.session, selection.id)
    told = (
        _("⚠️ <b>This proposal is old</b>: scores, weights or applicants have changed. Propose again.")
        if is_stale(context, selection)
        else None,
        cautions(context, selection),
        _("✍️ {count} places were changed by hand, each with its reason.", count=by_hand) if by_hand else None,
    )
    return lines(*told) if any(told) else None


def cautions(context: Context, selection: Selection) -> Text | None:
    """Why it may be too early to publish this."""
    told = (
        _still_open(context, selection.cohort_id),
        _undecided(context, selection.cohort_id),
        _unscored(context, selection.id),
    )
    return lines(*told) if any(told) else None


def _still_open(context: Context, cohort_id: int) -> Text | None:
    cohort = cohorts.by_id(context.session, cohort_id)
    if cohort is None or cohort.closes_at <= context.now:
        return None
    return _(
        "⚠️ Registration is open until {closes}: whoever registers after this is not in the proposal.",
        closes=cohort.closes_at,
    )


def _unscored(context: Context, selection_id: int) -> Text | None:
    placed = placements.of_selection(context.session, selection_id)
    count = len({one.application_id for one in placed if one.outcome == Outcome.UNSCORED.value})
    if not count:
        return None
    return _("⚠️ The scores of {count} applicants are not complete: published, they are not selected.", count=count)


def _undecided(context: Context, cohort_id: int) -> Text | None:
    count = selections.undecided(context.session, cohort_id)
    if not count:
        return None
    return _("⚠️ The papers of {count} applicants are not checked yet: they are not in the proposal.", count=count)


def _rows(context: Context, selection: Selection) -> Rows:
    lists = [
        Button(_("📋 {programme}", programme=_programme(context, class_id)), f"m:ranked:{selection.id}.{class_id}.0")
        for class_id in sorted(placements.counts(context.session, selection.id))
    ]
    return column(*lists, *_acts(context, selection), STAFF_MENU)


def _acts(context: Context, selection: Selection) -> list[Button]:
    again = Button(_("🔄 Propose again"), f"m:propose:{selection.cohort_id}")
    match SelectionState(selection.state):
        case SelectionState.DRAFT:
            send = Button(_("📨 Send for review"), f"m:sendreview:{selection.id}", style=Style.PRIMARY)
            return [send, again, Button(_("🗑 Discard the draft"), f"m:discard:{selection.id}")]
        case SelectionState.REVIEW:
            publish = Button(_("📣 Publish"), f"m:publish:{selection.id}", style=Style.SUCCESS)
            back = Button(_("↩️ Back to the draft"), f"m:redraft:{selection.id}")
            return [back, again] if reviewing.is_of_another(context, selection) else [publish, back, again]
        case _:
            more = [again] if selections.candidates(context.session, selection.cohort_id) else []
            return [
                Button(_("🖨 The public list"), f"m:posted:{selection.id}"),
                Button(_("⏳ Re-registration"), f"m:asked:{selection.cohort_id}"),
                *more,
            ]
