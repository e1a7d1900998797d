"""Reporting what looks suspicious, and the officers' list of what was reported."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import flags, opening_pages, stall_pages
from conversations.giving.telling_officers import tell_of_suspicion
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines
from records import suspicions
from records.permissions import Permission
from records.suspicions import Reported, Suspect

LISTED = 10
BACK: dict[Suspect, Button] = {Suspect.OPENING: opening_pages.DESK, Suspect.SHOWCASE: stall_pages.DESK}
LOOK: dict[Suspect, str] = {Suspect.OPENING: "m:jobpage", Suspect.SHOWCASE: "m:shoppage"}


def _what(argument: str) -> tuple[Suspect, int] | None:
    """`o12` is an opening, `e12` an entry of the showcase."""
    kind, about = flags.MARKS.get(argument[:1]), number(argument[1:])
    return None if kind is None or about is None else (kind, about)


def flag(context: Context, argument: str) -> Outcome:
    """`o12` asks why; `o12.uang` reports it."""
    which, _dot, why = argument.partition(".")
    what = _what(which)
    title = None if what is None else flags.title(context, *what)
    if what is None or title is None or (why and why not in flags.REASONS):
        return None
    kind, about = what
    back = Button(_("⬅️ Back"), f"{flags.PAGES[kind]}:{about}")
    if not why:
        buttons = [Button(said, f"m:flag:{which}.{code}") for code, said in flags.REASONS.items()]
        return Reply(
            _("What is wrong with <b>{title}</b>? Only officers read it.", title=title), rows=column(*buttons, back)
        )
    if suspicions.report(context.session, kind, about, context.chat_id, why, context.now):
        tell_of_suspicion(context, kind, about)
    return Reply(_("🚩 Thank you. An officer looks at it."), rows=column(back, BACK_HOME))


def flagged(context: Context, argument: str) -> Outcome:
    """What waits for an officer, of one kind."""
    kind = flags.MARKS.get(argument)
    if kind is None:
        return None
    shown = flags.waiting(context, kind)
    head = _("<b>Reported</b>: {count}", count=len(shown)) if shown else _("Nothing reported waits.")
    listed = [_counted(one, title) for one, title in shown[:LISTED]]
    rows = tuple(_buttons(kind, argument, n, one.about) for n, (one, _title) in enumerate(shown[:LISTED], 1))
    return Reply(lines(head, *listed, separator="\n\n"), rows=(*rows, (BACK[kind],)))


def _counted(one: Reported, title: str) -> Text:
    told = [_("{reason}: {count}", reason=flags.REASONS[why], count=count) for why, count in sorted(one.why.items())]
    return lines(_("🚩 <b>{title}</b>", title=title), *told)


def _buttons(kind: Suspect, mark: str, n: int, about: int) -> tuple[Button, ...]:
    return (
        Button(_("👁 See {n}", n=n), f"{LOOK[kind]}:{about}", style=Style.PRIMARY),
        Button(_("✔️ {n} is all right", n=n), f"m:unflag:{mark}{about}"),
    )


def settle(context: Context, argument: str) -> Outcome:
    """An officer found nothing wrong."""
    what, officer = _what(argument), officer_with(context, Permission.FOLLOW)
    if what is None or officer is None:
        return None
    if suspicions.settle(context.session, *what, officer.id, context.now):
        note(context, officer, "suspicion.settled", f"{what[0].value}:{what[1]}")
    return flagged(context, argument[:1])


SCREENS = (
    Screen("flag", flag),
    Screen("flags", flagged, Permission.FOLLOW),
    Screen("unflag", settle, Permission.FOLLOW),
)
