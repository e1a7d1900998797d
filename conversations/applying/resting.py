"""Resting: a registration whose NIK is known from elsewhere goes on once staff have decided about the account."""

from conversations.context import Context
from conversations.talk import Talk
from records import people, talks, unfinished
from records.talks import StoredTalk, TalkState


def rest(context: Context, chat_id: int, person_id: int) -> bool:
    """The chat's registrations for her wait for the decision: until then none can be sent. Whether there is one."""
    found = _hers(context, chat_id, person_id, TalkState.WAITING)
    for stored in found:
        talks.save(context.session, stored.id, TalkState.RESTING, stored.journal, context.now)
    return bool(found)


def wake(context: Context, chat_id: int, person_id: int, *, remind: bool) -> None:
    """They go on; without `remind` the word about the decision is the last about them before the closing."""
    for stored in _hers(context, chat_id, person_id, TalkState.RESTING):
        free = talks.open_of(context.session, chat_id) is None
        state = TalkState.OPEN if free else TalkState.WAITING
        talks.save(context.session, stored.id, state, stored.journal, context.now)
        if not remind:
            unfinished.remind_no_more(context.session, stored.id)


def _hers(context: Context, chat_id: int, person_id: int, state: TalkState) -> list[StoredTalk]:
    """By the NIK that was typed in them: one phone may register several people."""
    digest = people.by_id(context.session, person_id).nik_digest
    return [
        stored
        for stored in talks.of_chat(context.session, chat_id, unfinished.SCRIPT, state)
        if digest is not None and _digest(context, stored) == digest
    ]


def _digest(context: Context, stored: StoredTalk) -> str | None:
    nik = Talk.from_json(stored.id, stored.script, stored.journal).latest().get(("nik", 0))
    return None if nik is None else context.house.vault.digest("nik", nik)
