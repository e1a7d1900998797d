"""Every script by name. To add a conversation: copy one, and name it here."""

from typing import Any

from conversations import (
    announcement,
    answer,
    followup,
    question,
    refusal,
    registration,
    relink,
    saved_reply,
    search,
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
    )
}
