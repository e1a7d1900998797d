"""Due: the next instant at which something happens by itself. The rehearsal's clock jumps from one to the next."""

from datetime import datetime

from conversations.context import House
from records import dispatch, documents, due_steps, returning, shown
from records.session import Session
from scheduler.duties import DUTIES
from scheduler.duty import nobody


def next_due(session: Session, house: House, after: datetime) -> datetime | None:
    """The earliest instant after `after`; nothing is asked outside the sending hours."""
    instants = [dispatch.next_due(session, after), shown.next_due(session, after)]
    instants.append(documents.next_due(session, after))
    followup, promised = due_steps.next_due(session, after), due_steps.next_promised(session, after)
    instants.append(None if followup is None else house.calendar.next_allowed(followup))
    instants.append(None if promised is None else house.calendar.urgent.next_allowed(promised))
    if returning.returned(session, after, 1):
        instants.append(house.calendar.next_allowed(after))
    instants += [duty.next_due(nobody(session, house, after)) for duty in DUTIES]
    known = [instant for instant in instants if instant is not None and instant > after]
    return min(known) if known else None
