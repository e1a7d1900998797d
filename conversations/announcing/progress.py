"""Progress: the one message that tells an officer how far an announcement is."""

from conversations.reply import Button, Reply, column
from locales.text import _
from records import campaigns
from records.deliveries import DeliveryStatus


def progress(campaign_id: int, tally: campaigns.Tally, finished: bool, stopped: bool = False) -> Reply:
    """The one message that tells how far a campaign is. `stopped`: Telegram refused the words, so that nobody else gets
    them.
    """
    status = DeliveryStatus
    settled = tally.total - tally.pending
    filled = 10 if not tally.total else settled * 10 // tally.total
    head = _("✅ <b>The announcement is out.</b>") if finished else _("📤 <b>Sending the announcement…</b>")
    if stopped:
        head = _(
            "⛔ <b>The announcement was stopped</b>: Telegram refuses it. {count} people did not get it.",
            count=tally.of(status.CANCELLED),
        )
    text = _(
        "{head}\n{bar} {settled} of {total}\n\n"
        "Sent: {sent}\nNot reachable: {blocked}\nFailed: {failed}\nUnknown: {unknown}\nWaiting: {waiting}",
        head=head,
        bar="▰" * filled + "▱" * (10 - filled),
        settled=settled,
        total=tally.total,
        sent=tally.of(status.SENT),
        blocked=tally.of(status.BLOCKED),
        failed=tally.of(status.FAILED),
        unknown=tally.of(status.UNKNOWN),
        waiting=tally.pending,
    )
    return Reply(text, rows=column(Button(_("📄 Delivery report"), f"m:campaign:{campaign_id}")) if finished else ())
