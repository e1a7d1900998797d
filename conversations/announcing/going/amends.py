"""Amends: what officers see of a taking back and of a correction, and the buttons to them."""

from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records import amending, campaigns
from records.amending import Amended
from records.campaigns import Campaign
from records.deliveries import DeliveryKind, DeliveryStatus


def can_be_taken_back(campaign: Campaign) -> bool:
    return campaign.status in amending.BEGUN and campaign.recalled_at is None


def rows(campaign: Campaign) -> Rows:
    """Below the page of one that has begun."""
    if not can_be_taken_back(campaign):
        return ()
    correct = Button(_("✏️ Correct it"), f"m:anncorrect:{campaign.id}")
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
    return lines(text, pending, failed, separator="; ")


def really(context: Context, campaign: Campaign) -> Reply:
    """What it would do, and what it cannot."""
    tally = campaigns.tally(context.session, campaign.id)
    old = amending.too_old(context.session, campaign.id, context.now)
    text = lines(
        _(
            "<b>Take it back?</b> The message is deleted from {count} chats. Whoever has read it has read it.",
            count=tally.of(DeliveryStatus.SENT) - old,
        ),
        _("{count} are older than 48 hours: Telegram does not let us delete those.", count=old) if old else None,
        _("{count} people who have not got it yet do not get it.", count=tally.pending) if tally.pending else None,
    )
    yes = Button(_("↩️ Yes, take it back"), f"m:annrecall:{campaign.id}.yes", style=Style.DANGER)
    return Reply(text, rows=column(yes, Button(_("⬅️ Leave it as it is"), f"m:campaign:{campaign.id}")))
