"""Reach: whom it reaches when an announcement that has begun is taken back or given other words."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from records import field_values
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.plain import one_of


@dataclass(frozen=True, slots=True)
class Reach:
    """How many messages stand in chats (`sent`), how many have arrived as far as officers say, so that nobody knows
    which they are and nothing can touch them (`fixed`), and how many are still to come (`pending`).

    Of those that can be given other words, so many are to somebody `without_class` or `without_number`.
    """

    sent: int
    fixed: int = 0
    pending: int = 0
    without_class: int = 0
    without_number: int = 0

    @property
    def people(self) -> int:
        """How many read other words."""
        return self.sent + self.pending


def of(session: Session, campaign_id: int) -> Reach:
    """Counted in one statement, whoever was written to."""
    is_sent, is_known = Delivery.status == DeliveryStatus.SENT.value, Delivery.message_id.is_not(None)
    pending = one_of(Delivery.status, (DeliveryStatus.WAITING, DeliveryStatus.CLAIMED))
    sent = and_(is_sent, is_known)
    reached = or_(sent, pending)
    counts = (
        *(sent, and_(is_sent, ~is_known), pending),
        and_(reached, ~field_values.has_class(Delivery.person_id)),
        and_(reached, ~field_values.has_number(Delivery.person_id)),
    )
    of_it = (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)
    found = session.execute(select(*map(_counted, counts)).where(*of_it)).one()
    return Reach(*map(int, found))


def _counted(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)
