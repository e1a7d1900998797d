"""Locked figures: what was quoted stays, under a number, and can be counted again."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import officer_with
from conversations.paging import SHOWN, turning, within
from conversations.reply import Button, Reply, Style, column
from conversations.reporting import pages
from conversations.screen import Outcome, Screen, number
from conversations.screens import report
from locales.text import Text, _, lines, verbatim
from records import indicators, snapshots
from records.permissions import Permission
from records.snapshots import Reproduced, Snapshot


def ask(context: Context, argument: str) -> Outcome:
    """Asks once more: what is locked stays."""
    found = report.chosen(context, argument)
    if found is None or not argument:
        return None
    told = indicators.indicators(context.session, *found, context.now)
    words = lines(
        verbatim(pages.sentence(context, found[0], told)),
        _("Lock this figure? It is kept under a number, with all it was counted from, and cannot be removed."),
        separator="\n\n",
    )
    sure = Button(_("🔒 Yes, lock it"), f"m:lockyes:{argument}", style=Style.PRIMARY)
    return Reply(words, rows=column(sure, Button(_("◀️ To the figure"), f"m:report:{argument}")))


def lock(context: Context, argument: str) -> Outcome:
    """Keeps it."""
    found, officer = report.chosen(context, argument), officer_with(context, Permission.FIGURES)
    if found is None or officer is None or not argument:
        return None
    cut, wave = found
    told = indicators.indicators(context.session, cut, wave, context.now)
    sentence = pages.sentence(context, cut, told)
    kept = snapshots.lock(context.session, context.house.vault, cut, wave, sentence, officer.id, context.now)
    return _page(context, kept.id)


def listed(context: Context, argument: str) -> Outcome:
    """All of them, the latest first."""
    asked = number(argument or "0")
    if asked is None:
        return None
    count = snapshots.count(context.session)
    at = within(asked, count)
    zone = context.house.calendar.zone
    buttons = [
        Button(_("🔒 No. {number} · {when}", number=one.id, when=one.at.astimezone(zone).date()), f"m:locked:{one.id}")
        for one in snapshots.page(context.session, at * SHOWN, SHOWN)
    ]
    back = Button(_("◀️ To the figure"), "m:report")
    if not buttons:
        return Reply(_("No figure has been locked yet."), rows=column(back, STAFF_MENU))
    turns = turning(at, count, "m:lockedlist:")
    rows = (*column(*buttons), *((turns,) if turns else ()), *column(back, STAFF_MENU))
    return Reply(_("<b>Locked figures</b>"), rows=rows)


def one(context: Context, argument: str) -> Outcome:
    asked = number(argument)
    return None if asked is None else _page(context, asked)


def _page(context: Context, asked: int) -> Reply | None:
    """What was quoted, whether it can be counted again, and what it would be today."""
    found = snapshots.reproduce(context.session, asked, context.now)
    if found is None:
        return None
    kept = found.snapshot
    words = lines(
        _("<b>Locked figure no. {number}</b>, {when}", number=kept.id, when=kept.at),
        verbatim(kept.sentence),
        verdict(found),
        _("Now: {now}", now=_now(context, kept, found)),
        separator="\n\n",
    )
    rows = (
        (Button(_("📋 Copy the sentence"), copy=kept.sentence, style=Style.PRIMARY),),
        (Button(_("📊 The figure now"), f"m:report:{kept.cut}"),),
        (Button(_("🔒 All locked figures"), "m:lockedlist:0"),),
        (STAFF_MENU,),
    )
    return Reply(words, rows=rows)


def verdict(found: Reproduced) -> Text:
    """Whether what was kept still gives what was told."""
    if not found.untouched:
        return _("⚠️ This figure was altered after it was locked: it does not match the audit trail.")
    if not found.agrees:
        return _("⚠️ Counted again from what was kept, the figure is another one.")
    return _("✅ Counted again from what was kept: the same figure.")


def _now(context: Context, kept: Snapshot, found: Reproduced) -> Text:
    """The sentence of today, or that nothing has changed."""
    if found.then is not None and found.then.tally == found.today.tally:
        return _("unchanged.")
    asked = indicators.read(kept.cut)
    return _("unchanged.") if asked is None else verbatim(pages.sentence(context, asked[0], found.today))


SCREENS = (
    Screen("lock", ask, Permission.FIGURES),
    Screen("lockyes", lock, Permission.FIGURES),
    Screen("lockedlist", listed, Permission.FIGURES),
    Screen("locked", one, Permission.FIGURES),
)
