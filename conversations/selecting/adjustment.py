"""An officer changes a proposal by hand: one place up, a swap, an exclusion or its undoing; always with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.selecting import ranked_list
from locales.text import Text, _
from records import adjusting, placements, selections
from records.permissions import Permission
from records.placements import Line, Placement
from records.ranking import Outcome
from records.selections import Selection, SelectionState

UP, SWAP, EXCLUDE, RESTORE = "up", "swap", "exclude", "restore"
GONE = _("This proposal is no longer a draft; nothing was changed.")


@dataclass(frozen=True, slots=True)
class Facts:
    """Of whom, whether somebody of her choice stands above her, and with whom she could change places, by number."""

    placement_id: int
    name: str
    number: str
    is_excluded: bool
    may_rise: bool
    partners: Mapping[str, int]


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else _found(context, matter.about)
    if officer_with(context, Permission.SELECT) is None or found is None:
        return INVISIBLE
    selection, _row, line, every = found
    if selection.state != SelectionState.DRAFT.value:
        return GONE
    beside = [each for each in every if each.choice == line.choice and each.id != line.id]
    return Facts(
        line.id,
        line.name,
        line.number,
        line.outcome is Outcome.EXCLUDED,
        any(each.place < line.place for each in beside),
        {each.number: each.id for each in beside},
    )


def _found(context: Context, placement_id: int) -> tuple[Selection, Placement, Line, list[Line]] | None:
    row = placements.by_id(context.session, placement_id)
    selection = None if row is None else selections.by_id(context.session, row.selection_id)
    if row is None or selection is None:
        return None
    every = placements.lines(context.session, selection.id, row.class_id)
    line = next((each for each in every if each.id == row.id), None)
    return None if line is None else (selection, row, line, every)


def _acts(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    found = [Choice(UP, _("⬆️ One place up"))] if facts.may_rise else []
    found += [Choice(SWAP, _("🔁 Change places with somebody"))] if facts.partners else []
    found.append(Choice(RESTORE, _("Undo the exclusion")) if facts.is_excluded else Choice(EXCLUDE, _("✖️ Exclude")))
    return tuple(found)


def _partner(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """The registration number of somebody in the same list, or its last digits."""
    wanted = readers.clean(typed).upper()
    found = [n for n in facts.partners if n == wanted or (wanted.isdigit() and n.endswith(wanted.zfill(4)))]
    if len(found) != 1:
        return Misread(_("There is no such number in this list, among those of the same choice. Please look again."))
    return found[0]


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Everybody is placed anew by the changed order."""
    officer, found = officer_with(context, Permission.SELECT), _found(context, facts.placement_id)
    if officer is None or found is None:
        return Conclusion(Reply(INVISIBLE))
    selection, row, line, _every = found
    if selection.state != SelectionState.DRAFT.value:
        return Conclusion(Reply(GONE))
    reason, session = answers["reason"], context.session
    match answers["act"]:
        case "up":
            adjusting.move_up(session, row, officer.id, reason)
        case "swap":
            other = placements.by_id(session, facts.partners[answers["partner"]])
            if other is not None:
                adjusting.swap(session, row, other, officer.id, reason)
        case "exclude":
            adjusting.exclude(session, row, officer.id, reason)
        case _:
            adjusting.restore(session, row, officer.id, reason)
    selections.refresh(session, selection)
    note(context, officer, f"selection.changed.{answers['act']}", f"application:{line.application_id}")
    page = ranked_list.ranked(context, selection, line.class_id, 0)
    said = _("✍️ Changed, with your reason. Everybody has been placed anew.")
    return Conclusion(Reply(said) if page is None else page.with_note(said))


SCRIPT = Script(
    name="adjustment",
    version=1,
    title=lambda facts: _("Change by hand: {number}", number=facts.number),
    asks=(
        Ask(
            key="act",
            prompt=lambda _a, facts: _("What is to change for <b>{name}</b> ({number})?", **_who(facts)),
            choices=_acts,
        ),
        Ask(
            key="partner",
            when=lambda answers, _f: answers.get("act") == SWAP,
            prompt=lambda _a, _f: _("With whom does she change places? Write the registration number, or its end."),
            reader=_partner,
        ),
        Ask(
            key="reason",
            prompt=lambda answers, _f: (
                _("Why? Who is excluded reads the reason; so does whoever reviews it.")
                if answers["act"] == EXCLUDE
                else _("Why? Whoever reviews the proposal reads the reason.")
            ),
            reader=lambda typed, _a, _f: readers.words(typed, least=5),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)


def _who(facts: Facts) -> dict[str, str]:
    return {"name": facts.name, "number": facts.number}
