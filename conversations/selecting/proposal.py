"""The pages of a selection: the cohort's overview, the list of a class with its cut, and one line with its reasons."""

from dataclasses import dataclass

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.selecting.standing import points
from locales.text import Text, _, lines, verbatim
from records import classes, cohorts, placements, score_rules, scores, selections, staff
from records.placements import Line
from records.ranking import NUMBER, Outcome, Rules
from records.selections import Selection, SelectionState

PAGE = 10
STATES: dict[SelectionState, Text] = {
    SelectionState.DRAFT: _("a draft, seen by officers only"),
    SelectionState.REVIEW: _("waiting for a second officer"),
    SelectionState.PUBLISHED: _("published"),
    SelectionState.VOID: _("discarded"),
}
OUTCOMES: dict[Outcome, Text] = {
    Outcome.SELECTED: _("selected"),
    Outcome.RESERVE: _("reserve"),
    Outcome.BELOW: _("below the passing score"),
    Outcome.UNSCORED: _("scores missing"),
    Outcome.ABSENT: _("absent"),
    Outcome.EXCLUDED: _("excluded by hand"),
    Outcome.ELSEWHERE: _("got the other choice"),
}
MARKS: dict[Outcome, str] = {
    Outcome.SELECTED: "✅",
    Outcome.RESERVE: "🕒",
    Outcome.BELOW: "▫️",
    Outcome.UNSCORED: "❔",
    Outcome.ABSENT: "🚫",
    Outcome.EXCLUDED: "✖️",
    Outcome.ELSEWHERE: "↪️",
}


@dataclass(frozen=True, slots=True)
class Sums:
    """How many get what, over all classes; of a reserve of two classes one is counted."""

    selected: int
    reserve: int
    absent: int
    others: int

    @property
    def total(self) -> int:
        return self.selected + self.reserve + self.absent + self.others


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
            seats=_seats(context, class_id),
            cut=points(cuts.get(class_id)),
            reserve=by_outcome.get(Outcome.RESERVE, 0),
            rest=sum(n for outcome, n in by_outcome.items() if outcome not in (Outcome.SELECTED, Outcome.RESERVE)),
        )
        for class_id, by_outcome in sorted(counted.items())
    ]


def _seats(context: Context, class_id: int) -> int:
    a_class = classes.by_id(context.session, class_id)
    return 0 if a_class is None else a_class.seats


def _warnings(context: Context, selection: Selection) -> Text | None:
    if selection.state not in selections.OPEN:
        return None
    by_hand = placements.changed_by_hand(context.session, selection.id)
    told = (
        _("⚠️ <b>This proposal is old</b>: scores, weights or applicants have changed. Propose again.")
        if is_stale(context, selection)
        else None,
        _undecided(context, selection.cohort_id),
        _("✍️ {count} places were changed by hand, each with its reason.", count=by_hand) if by_hand else None,
    )
    return lines(*told) if any(told) else None


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
            return [publish, Button(_("↩️ Back to the draft"), f"m:redraft:{selection.id}"), again]
        case _:
            more = [again] if selections.candidates(context.session, selection.cohort_id) else []
            return [
                Button(_("🖨 The public list"), f"m:posted:{selection.id}"),
                Button(_("⏳ Re-registration"), f"m:asked:{selection.cohort_id}"),
                *more,
            ]


def sums(context: Context, selection_id: int) -> Sums:
    """Counted by applicant: her best outcome."""
    best: dict[int, Outcome] = {}
    order = [Outcome.SELECTED, Outcome.RESERVE, Outcome.ABSENT]
    for row in placements.of_selection(context.session, selection_id):
        outcome = Outcome(row.outcome)
        known = best.get(row.application_id)
        if known is None or (outcome in order and (known not in order or order.index(outcome) < order.index(known))):
            best[row.application_id] = outcome
    counted = [sum(outcome is each for outcome in best.values()) for each in order]
    return Sums(counted[0], counted[1], counted[2], len(best) - sum(counted))


def ranked(context: Context, selection: Selection, class_id: int, page: int) -> Reply | None:
    """Ten lines of the list of a class; a rule says where the cut lies."""
    every = placements.lines(context.session, selection.id, class_id)
    pages = max(1, -(-len(every) // PAGE))
    page = min(page, pages - 1)
    if not every:
        return None
    shown = every[page * PAGE : (page + 1) * PAGE]
    text = lines(
        _heading(context, class_id, page, pages),
        lines(*_page_lines(context, every, shown)),
        _legend(shown),
        separator="\n\n",
    )
    marks = [Button(verbatim(str(every.index(line) + 1)), f"m:placed:{line.id}") for line in shown]
    rows = (
        *(tuple(marks[at : at + 5]) for at in range(0, len(marks), 5)),
        *_paging(selection.id, class_id, page, pages),
        (Button(_("⬅️ Overview"), f"m:selection:{selection.cohort_id}"), STAFF_MENU),
    )
    return Reply(text, rows=rows, protected=True)


def _heading(context: Context, class_id: int, page: int, pages: int) -> Text:
    brief = classes.brief(context.session, class_id)
    own = score_rules.of_classes(context.session, [class_id], context.house.profile.selection)[class_id]
    return _(
        "<b>{programme}</b>, {seats} seats (page {page} of {pages})\n{rules}",
        programme=brief.programme if brief else "",
        seats=_seats(context, class_id),
        page=page + 1,
        pages=pages,
        rules=rules_in_words(context, own),
    )


def rules_in_words(context: Context, rules: Rules) -> Text:
    """Weights, what passes, and what decides between equals: staff can explain it to anybody who asks."""
    weighed = [
        _("{component} {weight}", component=context.house.profile.sessions.name_of(code), weight=weight)
        for code, weight in rules.weights.items()
        if weight
    ]
    ties = [criterion(context, name) for name in (*rules.tie_break, NUMBER)]
    return _(
        "Weights: {weights}. Passing score: {passing}. Equal totals: {ties}.",
        weights=lines(*weighed, separator=", "),
        passing=_("none") if rules.passing is None else points(rules.passing),
        ties=lines(*ties, separator=_SEPARATOR),
    )


_SEPARATOR = " → "


def criterion(context: Context, name: str) -> Text:
    match name:
        case "terkirim":
            return _("the older registration")
        case "nomor":
            return _("the lower registration number")
        case component:
            return _("higher score in {component}", component=context.house.profile.sessions.name_of(component))


def _page_lines(context: Context, every: list[Line], shown: list[Line]) -> list[Text]:
    last_selected = max((at for at, line in enumerate(every) if line.outcome is Outcome.SELECTED), default=None)
    found: list[Text] = []
    for line in shown:
        at = every.index(line)
        found.append(_line(context, at + 1, line))
        if at == last_selected:
            found.append(_("───── the seats end here ─────"))
    return found


def _legend(shown: list[Line]) -> Text:
    """What the marks on this page mean."""
    used = [outcome for outcome in Outcome if any(line.outcome is outcome for line in shown)]
    told = [_("{mark} {outcome}", mark=MARKS[outcome], outcome=OUTCOMES[outcome]) for outcome in used]
    return lines(*told, separator=", ")


def _line(context: Context, at: int, line: Line) -> Text:
    return _(
        "{mark} {at}. <b>{total}</b> {name} · {number}{second}{tie}{hand}",
        mark=MARKS[line.outcome],
        at=at,
        total=points(line.total),
        name=line.name,
        number=line.number,
        second=_(" · second choice") if line.choice == 2 else "",
        tie=_(" · equal, {criterion} decides", criterion=criterion(context, line.tie)) if line.tie else "",
        hand=" ✍️" if line.reason else "",
    )


def _paging(selection_id: int, class_id: int, page: int, pages: int) -> Rows:
    before = Button(_("⬅️ Back"), f"m:ranked:{selection_id}.{class_id}.{page - 1}") if page else None
    after = Button(_("Next ➡️"), f"m:ranked:{selection_id}.{class_id}.{page + 1}") if page + 1 < pages else None
    found = tuple(button for button in (before, after) if button is not None)
    return (found,) if found else ()


def placed(context: Context, line: Line, selection: Selection) -> Reply:
    """One line: the scores behind the total, what decided between equals, what was changed by hand and why."""
    own = scores.of_application(context.session, line.application_id)
    told = [
        _("{component}: {score}", component=context.house.profile.sessions.name_of(code), score=points(score))
        for code, score in own.items()
    ]
    outcome = OUTCOMES[line.outcome]
    if line.position is not None:
        outcome = _("reserve number {position}", position=line.position)
    text = lines(
        _("<b>{name}</b>\n{number}", name=line.name, number=line.number),
        lines(*told, _("Total: <b>{total}</b>", total=points(line.total))),
        lines(
            _("Proposed: <b>{outcome}</b>", outcome=outcome),
            _("Her second choice.") if line.choice == 2 else None,
            _("Equal to the one above; {criterion} decides.", criterion=criterion(context, line.tie))
            if line.tie
            else None,
            _("✍️ Changed by hand: {reason}", reason=line.reason) if line.reason else None,
        ),
        separator="\n\n",
    )
    change = Button(_("✍️ Change by hand"), f"m:adjust:{line.id}")
    page = f"m:ranked:{selection.id}.{line.class_id}.0"
    may = selection.state == SelectionState.DRAFT.value
    return Reply(text, rows=column(change if may else None, Button(_("⬅️ Back"), page)), protected=True)
