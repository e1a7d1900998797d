"""To officers: somebody finds an opening or an entry of the showcase suspicious."""

from conversations.context import Context
from conversations.giving import flags
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import _
from records.deliveries import Claim
from records.suspicions import Suspect


def _compose(context: Context, claim: Claim) -> Composed:
    """`detail` is the kind and the day."""
    kind = Suspect((claim.detail or "").partition(".")[0])
    title = next((title for one, title in flags.waiting(context, kind) if one.about == claim.about), None)
    if title is None:
        return Skip("looked at, or not shown any more")
    mark = next(mark for mark, each in flags.MARKS.items() if each is kind)
    text = _("🚩 Somebody finds this suspicious: <b>{title}</b>", title=title)
    return Reply(text, rows=column(Button(_("Look at it"), f"m:flags:{mark}", style=Style.PRIMARY)))


REPORTED = Notice("suspicion", _compose, Hours.SENDING)

ALL = (REPORTED,)
