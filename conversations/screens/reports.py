"""Reports as files: charts, the PDF, the workbook and the public card of a cut; each is made by another process."""

from conversations.context import Context
from conversations.reply import Background, Button, Reply, Rows
from conversations.screen import Outcome, Screen
from locales.text import Text, _
from records import cohorts, programmes
from records.indicators import Cut, read
from records.permissions import Permission

LATEST_WAVE = 60
# By what stands in the button, and names the errand's file.
KINDS: dict[str, Text] = {
    "bars": _("📊 By trade"),
    "resp": _("📬 Response"),
    "flow": _("🔀 Status flow"),
    "curve": _("⏱ Time to work"),
    "pdf": _("📄 Report (PDF)"),
    "xlsx": _("📗 Excel"),
    "card": _("🖼 Public card"),
}


def report_buttons(cut: Cut, wave: int) -> Rows:
    """Two in a row; the card, which leaves the house, has a row of its own."""
    buttons = [Button(label, f"m:made:{kind}.{cut.code(wave)}") for kind, label in KINDS.items()]
    return (*((buttons[n], buttons[n + 1]) for n in range(0, len(buttons) - 1, 2)), (buttons[-1],))


def chosen(context: Context, argument: str) -> tuple[str, Cut, int] | None:
    """`kind.cut`, if there is such a file and whatever the cut names."""
    kind, _dot, code = argument.partition(".")
    found = read(code)
    if kind not in KINDS or found is None:
        return None
    cut, wave = found
    if cut.cohort_id is not None and cohorts.by_id(context.session, cut.cohort_id) is None:
        return None
    if cut.programme_id is not None and programmes.by_id(context.session, cut.programme_id) is None:
        return None
    return (kind, cut, wave) if 1 <= wave <= LATEST_WAVE else None


def made(context: Context, argument: str) -> Outcome:
    if chosen(context, argument) is None:
        return None
    return Reply(None, toast=_("It is being made, a moment please."), background=Background("report", argument))


SCREENS = (Screen("made", made, Permission.FIGURES),)
