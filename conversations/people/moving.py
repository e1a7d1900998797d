"""Moving in: a chat that speaks for somebody from now on takes up what she was being asked; nothing is asked twice."""

from dataclasses import replace

from conversations import stage
from conversations.context import Context
from conversations.event import Returned
from conversations.reply import Reply
from records import ladder, moving, talks


def open_question(context: Context, person_id: int) -> tuple[Reply, ...]:
    """In this chat, at once: the question where she had stopped, or the one that had reached somebody else."""
    stored = talks.open_of(context.session, context.chat_id)
    if stored is not None:
        if stored.script != "followup" or stored.subject_person != person_id:
            return ()
        replies = stage.advance(context, stored, Returned())
        return tuple(replace(reply, fresh=True) for reply in replies)
    opened = context.now - context.house.profile.followup.open_for
    row = moving.misdirected(context.session, person_id, opened)
    if row is None:
        return ()
    ladder.resume(row, context.house.calendar, context.now)
    row.reached_at = context.now
    context.session.flush()
    return tuple(replace(reply, fresh=True) for reply in stage.begin(context, "followup", row.id, person_id, None))
