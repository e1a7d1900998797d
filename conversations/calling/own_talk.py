"""Her own talk: what is open in her chat or on the web about a follow-up that an officer has settled on the phone."""

from datetime import datetime

from conversations.context import Context
from records import expired_talks, own_talks, talks, waiting_talks
from records.own_talks import SCRIPT
from records.talks import TalkState


def close(context: Context, person_id: int) -> None:
    """Nothing is asked there any more; a form that waited behind it is open again."""
    for stored in own_talks.of_person(context.session, person_id, TalkState.WAITING, TalkState.OPEN):
        talks.save(context.session, stored.id, TalkState.EXPIRED, stored.journal, context.now)
        if stored.actor_chat is None or stored.state is not TalkState.OPEN:
            continue
        behind = waiting_talks.first_waiting(context.session, stored.actor_chat)
        if behind is not None:
            talks.save(context.session, behind.id, TalkState.OPEN, behind.journal, behind.touched_at)


def revive(context: Context, followup_ids: list[int], since: datetime) -> None:
    """What was closed with it goes on."""
    if followup_ids:
        expired_talks.revive(context.session, SCRIPT, followup_ids, since, context.now)
