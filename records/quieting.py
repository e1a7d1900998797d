"""Quieting: whatever was planned for a person ends at once, and can be taken back as it was."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session, aliased

from records.deliveries import Delivery, DeliveryStatus
from records.followups import Followup, FollowupState
from records.people import Person

_OPEN = (
    FollowupState.PLANNED.value,
    FollowupState.ASKED.value,
    FollowupState.SILENT.value,
    FollowupState.UNREACHABLE.value,
    FollowupState.MISDIRECTED.value,
)
WHY = "quieted"


def stopped() -> ColumnElement[bool]:
    """Of whose follow-up it is: whether she said 'do not ask again', at whichever training."""
    other = aliased(Followup)
    said = exists().where(other.person_id == Followup.person_id, other.state == FollowupState.STOPPED.value)
    return said.correlate(Followup)


def quiet(session: Session, person_id: int) -> dict[str, str]:
    """Ends every follow-up of hers that has no answer; the states before, by id, for `restore`."""
    chosen = select(Followup.id, Followup.state).where(Followup.person_id == person_id, Followup.state.in_(_OPEN))
    before = {str(followup_id): state for followup_id, state in session.execute(chosen)}
    session.execute(
        update(Followup)
        .where(Followup.id.in_([int(followup_id) for followup_id in before]))
        .values(state=FollowupState.STOPPED.value)
    )
    return before


def restore(session: Session, before: Mapping[str, str]) -> None:
    """Puts the states back, as far as nothing has happened since."""
    for followup_id, state in before.items():
        session.execute(
            update(Followup)
            .where(Followup.id == int(followup_id), Followup.state == FollowupState.STOPPED.value)
            .values(state=state)
        )


def bury(session: Session, person_id: int, day: date, now: datetime) -> None:
    """She has died: no figure counts her any more, and what waits to be sent to her is taken back."""
    session.execute(update(Person).where(Person.id == person_id).values(deceased_on=day))
    session.execute(
        update(Delivery)
        .where(Delivery.person_id == person_id, Delivery.status == DeliveryStatus.WAITING.value)
        .values(status=DeliveryStatus.CANCELLED.value, why=WHY, settled_at=now)
    )


def unbury(session: Session, person_id: int) -> None:
    """It was an error: what was taken back is sent after all."""
    session.execute(update(Person).where(Person.id == person_id).values(deceased_on=None))
    session.execute(
        update(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.status == DeliveryStatus.CANCELLED.value,
            Delivery.why == WHY,
        )
        .values(status=DeliveryStatus.WAITING.value, why=None, settled_at=None)
    )
