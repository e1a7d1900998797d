"""What one can report of an opening or of an entry of the showcase: each reason's code and its words."""

from conversations.context import Context
from locales.text import Text, _
from records import job_openings, stalls, suspicions
from records.suspicions import Reported, Suspect

# What the button's argument begins with.
MARKS: dict[str, Suspect] = {"o": Suspect.OPENING, "e": Suspect.SHOWCASE}
PAGES: dict[Suspect, str] = {Suspect.OPENING: "m:job", Suspect.SHOWCASE: "m:shop"}
REASONS: dict[str, Text] = {
    "uang": _("It asks for money"),
    "ijazah": _("It keeps an ijazah or KTP"),
    "palsu": _("It is not true"),
    "nomor": _("Number or address is wrong"),
    "lain": _("Something else"),
}


def title(context: Context, kind: Suspect, about: int) -> str | None:
    """Of what everybody can read now; None where it is not shown."""
    if kind is Suspect.SHOWCASE:
        shown = stalls.visible(context.session, about)
        return None if shown is None or shown.shown is None else shown.shown.name
    found = job_openings.by_id(context.session, about)
    if found is None or found.shown is None or not found.is_live(context.today):
        return None
    return found.shown.title


def waiting(context: Context, kind: Suspect) -> list[tuple[Reported, str]]:
    """What was reported and is still shown, each with its title, the most reported first."""
    found = ((one, title(context, kind, one.about)) for one in suspicions.waiting(context.session, kind))
    return [(one, called) for one, called in found if called is not None]
