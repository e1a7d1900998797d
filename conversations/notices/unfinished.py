"""Unfinished registrations: one friendly word after a day, one before registration closes, one when it has closed."""

from conversations.buttons import ASK, CLASSES
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from conversations.talk import Talk
from locales.text import Text, _, verbatim
from records import classes, talks
from records.classes import Brief
from records.deliveries import Claim
from records.talks import StoredTalk
from records.unfinished import GOING_ON

GO_ON = Button(_("▶️ Go on where I was"), "m:resume", style=Style.PRIMARY)


def _found(context: Context, claim: Claim) -> tuple[StoredTalk, Brief] | None:
    stored = talks.by_id(context.session, claim.about)
    brief = None if stored is None or stored.about is None else classes.brief(context.session, stored.about)
    return None if stored is None or brief is None else (stored, brief)


def title(stored: StoredTalk, brief: Brief) -> Text:
    """Whose registration it is, where her name was typed already: several people may share a phone."""
    name = Talk.from_json(stored.id, stored.script, stored.journal).latest().get(("name", 0))
    return (
        verbatim(brief.programme) if name is None else _("{programme} ({name})", programme=brief.programme, name=name)
    )


def _quiet(context: Context, claim: Claim) -> Composed:
    found = _found(context, claim)
    if found is None or found[0].state not in GOING_ON or not found[1].is_open(context.now):
        return Skip("finished, cancelled or closed")
    stored, brief = found
    text = _(
        "The registration for <b>{title}</b> is not finished yet. What you filled in is kept until registration "
        "closes, on {closes}: a few taps and it is done.",
        title=title(stored, brief),
        closes=brief.closes_at,
    )
    return Reply(text, rows=column(GO_ON, ASK))


def _closing(context: Context, claim: Claim) -> Composed:
    found = _found(context, claim)
    if found is None or found[0].state not in GOING_ON or not found[1].is_open(context.now):
        return Skip("finished, cancelled or closed")
    stored, brief = found
    text = _(
        "⏳ Registration for <b>{title}</b> closes on {closes}, and yours is not sent yet. What you filled in is here.",
        title=title(stored, brief),
        closes=brief.closes_at,
    )
    return Reply(text, rows=column(GO_ON, ASK))


def _closed(context: Context, claim: Claim) -> Composed:
    found = _found(context, claim)
    if found is None:
        return Skip("no such registration")
    text = _(
        "Registration for <b>{title}</b> has closed before yours was sent. We are sorry. What you filled in is not "
        "used. In the list of trainings you find what is open, and can ask to be told when it opens again.",
        title=title(*found),
    )
    rows = column(CLASSES, ASK)
    return Reply(text, rows=rows)


QUIET = Notice("unfinished", _quiet, Hours.SENDING)
CLOSING = Notice("unfinished_closing", _closing, Hours.URGENT)
CLOSED = Notice("unfinished_closed", _closed, Hours.SENDING)
