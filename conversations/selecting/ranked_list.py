"""The ranked list of a class with its cut, and one line of it with its reasons."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, column, grid
from conversations.selecting.proposal import seats_of
from conversations.selecting.ranking_rules import criterion, rules_in_words
from conversations.selecting.standing import points
from locales.text import Text, _, lines, verbatim
from records import classes, placements, score_rules, scores
from records.placements import Line
from records.ranking import Outcome
from records.selections import Selection, SelectionState

PAGE = 10
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
        *grid(marks, 5),
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
        seats=seats_of(context, class_id),
        page=page + 1,
        pages=pages,
        rules=rules_in_words(context, own),
    )


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
