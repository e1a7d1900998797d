"""Own talks: a person's talks about her follow-ups, in her chat, on the web, or kept while her chat changes."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.followups import Followup
from records.talks import COLUMNS, StoredTalk, TalkRow, TalkState, stored

SCRIPT = "followup"


def of_person(session: Session, person_id: int, *states: TalkState) -> list[StoredTalk]:
    """Those in these states, what waits before what is open."""
    hers = select(Followup.id).where(Followup.person_id == person_id)
    rows = session.execute(
        select(*COLUMNS)
        .where(TalkRow.script == SCRIPT, TalkRow.about.in_(hers), TalkRow.state.in_([state.value for state in states]))
        .order_by(TalkRow.state == TalkState.OPEN.value, TalkRow.id)
    )
    return [stored(row) for row in rows]


def answers(session: Session, followup_id: int) -> StoredTalk | None:
    """The latest of her own talks about a follow-up that kept its answers."""
    kept = [state.value for state in TalkState if state is not TalkState.CANCELLED]
    row = session.execute(
        select(*COLUMNS)
        .where(TalkRow.script == SCRIPT, TalkRow.about == followup_id, TalkRow.state.in_(kept))
        .order_by(TalkRow.id.desc())
        .limit(1)
    ).first()
    return None if row is None else stored(row)
