"""Every script by name. To add a conversation: copy one, and name it here."""

from typing import Any

from conversations import (
    adjustment,
    announcement,
    answer,
    followup,
    publication,
    question,
    refusal,
    registration,
    relink,
    reregistration,
    saved_reply,
    search,
    weighting,
)
from conversations.script import Script

SCRIPTS: dict[str, Script[Any]] = {
    script.name: script
    for script in (
        registration.SCRIPT,
        relink.SCRIPT,
        followup.SCRIPT,
        question.SCRIPT,
        answer.SCRIPT,
        saved_reply.SCRIPT,
        search.SCRIPT,
        refusal.SCRIPT,
        announcement.SCRIPT,
        weighting.SCRIPT,
        adjustment.SCRIPT,
        publication.SCRIPT,
        reregistration.SCRIPT,
    )
}
