"""Version: what an officer has seen of an announcement is what her button confirms, not what stands there by now."""

import json

from conversations.context import Context
from locales.text import _
from records.campaigns import Campaign

LETTERS = 10
CHANGED = _("⚠️ Somebody has changed it since you saw it. This is how it stands now: please read it once more.")


def of(context: Context, campaign: Campaign) -> str:
    """The same as long as nothing changes of what goes out, to whom and when; for a button, from which nobody reads
    it.
    """
    seen = (
        *(campaign.words, campaign.formatted, campaign.extras, campaign.answering, campaign.audience),
        *(campaign.date_meant, campaign.send_at, campaign.urgent_why),
    )
    return context.house.vault.digest("version", json.dumps([str(part) for part in seen]))[:LETTERS]
