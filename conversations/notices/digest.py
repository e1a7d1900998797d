"""The morning's digest, as it stands when it is sent."""

from conversations import digest
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from records.deliveries import Claim


def _composed(context: Context, claim: Claim) -> Composed:
    if claim.detail != context.today.isoformat():
        return Skip("another day's")
    return digest.compose(context) or Skip("nothing waits")


DIGEST = Notice("digest", _composed, Hours.SENDING)
NOTICES = (DIGEST,)
