"""The selections by cohort: how each of them stands."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.selecting import proposal
from locales.text import _
from records import cohorts, selections
from records.selections import SelectionState

LISTED = 12


def choose(context: Context) -> Reply:
    """Which cohort: those whose applicants can be ranked, and those with a selection."""
    buttons = []
    for cohort in cohorts.all_of_them(context.session)[:LISTED]:
        found = selections.of_cohort(context.session, cohort.id)
        ready = len(selections.candidates(context.session, cohort.id))
        if not found and not ready:
            continue
        state = proposal.STATES[SelectionState(found[0].state)] if found else _("{count} to rank", count=ready)
        buttons.append(Button(_("{cohort} · {state}", cohort=cohort.name, state=state), f"m:selection:{cohort.id}"))
    if not buttons:
        return Reply(
            _("Nobody can be selected yet: first papers are checked and tests are scored."), rows=column(STAFF_MENU)
        )
    return Reply(_("The selection of which cohort?"), rows=column(*buttons, STAFF_MENU))
