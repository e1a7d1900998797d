"""Amends: what officers see of a taking back and of a correction, and the buttons to them."""

from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records import amending, reach, rewordings
from records.amending import Amended
from records.campaigns import Campaign
from records.deliveries import DeliveryKind
from records.reach import Reach


def can_be_taken_back(campaign: Campaign) -> bool:
    return campaign.started_at is not None and campaign.recalled_at is None and campaign.status in amending.BEGUN


def rows(context: Context, campaign: Campaign) -> Rows:
    """Below the page of one that has begun."""
    if not can_be_taken_back(campaign):
        return ()
    waits = rewordings.waiting(context.session, campaign.id)
    correct = Button(_("✏️ Correct it"), f"m:anncorrect:{campaign.id}")
    if waits is not None:
        correct = Button(_("✏️ A correction waits"), f"m:annreword:{waits.id}")
    return ((correct, Button(_("↩️ Take the announcement back"), f"m:annrecall:{campaign.id}")),)


def said(context: Context, campaign: Campaign) -> Text | None:
    """How far what was asked for is; None where nothing was."""
    recall = amending.amended(context.session, campaign, DeliveryKind.RECALL)
    correction = amending.amended(context.session, campaign, DeliveryKind.CORRECTION)
    told = (
        None if correction is None else _with_failed(_corrected(correction), correction),
        None if recall is None else _with_failed(_taken_back(recall), recall),
    )
    return lines(*told) if any(told) else None


def _corrected(how: Amended) -> Text:
    return _("✏️ Corrected: {done} of {total}", done=how.done, total=how.total)


def _taken_back(how: Amended) -> Text:
    if not how.too_late:
        return _("↩️ Taken back: {done} of {total}", done=how.done, total=how.total)
    return _("↩️ Taken back: {done} of {total}, {late} too late", done=how.done, total=how.total, late=how.too_late)


def _with_failed(text: Text, how: Amended) -> Text:
    failed = _("{count} failed: blocked, or deleted in the chat", count=how.failed) if how.failed else None
    pending = _("{count} to go", count=how.pending) if how.pending else None
    left = _("{count} left as they were: nothing to fill in for a field", count=how.left) if how.left else None
    return lines(text, pending, left, failed, separator="; ")


def really(context: Context, campaign: Campaign) -> Reply:
    """What it would do, and what it cannot."""
    reached = reach.of(context.session, campaign.id)
    old = amending.too_old(context.session, campaign.id, context.now)
    text = lines(
        _(
            "<b>Take it back?</b> The message is deleted from {count} chats. Whoever has read it has read it.",
            count=reached.sent - old,
        ),
        _("{count} are older than 48 hours: Telegram does not let us delete those.", count=old) if old else None,
        fixed(reached),
        _("{count} people who have not got it yet do not get it.", count=reached.pending) if reached.pending else None,
    )
    yes = Button(_("↩️ Yes, take it back"), f"m:annrecall:{campaign.id}.yes", style=Style.DANGER)
    return Reply(text, rows=column(yes, Button(_("⬅️ Leave it as it is"), f"m:campaign:{campaign.id}")))


def fixed(reached: Reach) -> Text | None:
    """What nothing can be done about; None where there is nothing of the kind."""
    if not reached.fixed:
        return None
    return _(
        "In {count} chats the message stays as it is: an officer has decided that it arrived, and the bot does not "
        "know which message it is.",
        count=reached.fixed,
    )
