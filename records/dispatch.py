"""Dispatch: deliveries that are due are claimed, sent and settled; a claim of a leader who died is released."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select, update
from sqlalchemy.orm import Session

from records import campaign_answers, plain, shares
from records.base import Instant
from records.deliveries import STOPPED, WHY_LENGTH, Claim, Delivery, DeliveryKind, DeliveryStatus


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a claim; `retry_at` puts it back to wait. Where it was not `tried` (it was not its time after all,
    or Telegram held everything back), the attempt does not count.
    """

    delivery_id: int
    status: DeliveryStatus
    why: str | None = None
    message_id: int | None = None
    retry_at: datetime | None = None
    tried: bool = True


_CLAIMED = (
    Delivery.id,
    Delivery.key,
    Delivery.kind,
    Delivery.person_id,
    Delivery.chat_id,
    Delivery.campaign_id,
    Delivery.about,
    Delivery.attempts,
    Delivery.topic,
    Delivery.detail,
)


# Built once: every message is claimed and settled. By the ids alone, which were found waiting in this transaction:
# asked for the status as well, SQLite walks through all that waits.
_CLAIM = (
    update(Delivery)
    .where(Delivery.id.in_(bindparam("ids", expanding=True)))
    .values(status=DeliveryStatus.CLAIMED.value, epoch=bindparam("of_epoch"), attempts=Delivery.attempts + 1)
    .returning(*_CLAIMED)
)
_SETTLE = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"))
    .values(
        message_id=bindparam("message"),
        status=bindparam("new_status"),
        why=bindparam("new_why"),
        settled_at=bindparam("now", type_=Instant),
    )
)
_NEXT_DUE = select(func.min(Delivery.due_at)).where(
    Delivery.status == DeliveryStatus.WAITING.value, Delivery.due_at > bindparam("after")
)


def claim(session: Session, epoch: int, limit: int, now: datetime, paused: bool = False, taken: int = 0) -> list[Claim]:
    """Takes the next messages that are due (see records/shares.py); while bulk is paused, the urgent only."""
    ids = shares.due(session, limit, now, paused, taken)
    if not ids:
        return []
    rows = session.connection().execute(_CLAIM, {"ids": ids, "of_epoch": epoch})
    claims = {row.id: _claim(row) for row in rows}
    return [claims[delivery_id] for delivery_id in ids if delivery_id in claims]


def _claim(row: Row[*tuple[Any, ...]]) -> Claim:
    return Claim(
        id=row.id,
        key=row.key,
        kind=DeliveryKind(row.kind),
        person_id=row.person_id,
        chat_id=row.chat_id,
        campaign_id=row.campaign_id,
        about=row.about,
        attempts=row.attempts,
        topic=row.topic,
        detail=row.detail,
    )


def settle(session: Session, result: Result, now: datetime) -> None:
    settle_all(session, [result], now)


def settle_all(session: Session, results: Sequence[Result], now: datetime) -> None:
    """Writes down what became of claims. Whatever was to be tried again is not, once its campaign was stopped."""
    done = [_done(result, now) for result in results if result.retry_at is None]
    if done:
        session.connection().execute(_SETTLE, done)
    for result in results:
        if result.retry_at is not None:
            _wait(session, result, result.retry_at, now)


def _done(result: Result, now: datetime) -> dict[str, object]:
    return {
        "delivery": result.delivery_id,
        "new_status": result.status.value,
        "new_why": _briefly(result.why),
        "now": now,
        "message": result.message_id,
    }


def _briefly(why: str | None) -> str | None:
    return None if why is None else why[:WHY_LENGTH]


def _wait(session: Session, result: Result, until: datetime, now: datetime) -> None:
    stopped = Delivery.why == STOPPED
    values: dict[str, object] = {
        "status": case((stopped, DeliveryStatus.CANCELLED.value), else_=DeliveryStatus.WAITING.value),
        "why": case((stopped, STOPPED), else_=_briefly(result.why)),
        "settled_at": case((stopped, now), else_=None),
        "due_at": until,
        "attempts": Delivery.attempts - (0 if result.tried else 1),
    }
    session.execute(
        update(Delivery).where(Delivery.id == result.delivery_id).values(message_id=result.message_id, **values)
    )


def release_dead(session: Session, epoch: int) -> int:
    """Claims of leaders before this one: announcements become unknown (how many is returned), as nobody knows whether
    they arrived, save what was answered; all else is sent again, which is harmless.
    """
    dead = (Delivery.status == DeliveryStatus.CLAIMED.value, Delivery.epoch < epoch)
    unknown = session.scalars(
        update(Delivery)
        .where(*dead, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)
        .values(status=DeliveryStatus.UNKNOWN.value, why="the program stopped while sending")
        .returning(Delivery.id)
    ).all()
    campaign_answers.settle_unknown(session, unknown)
    session.execute(update(Delivery).where(*dead).values(status=DeliveryStatus.WAITING.value))
    return len(unknown)


def next_due(session: Session, after: datetime) -> datetime | None:
    """The first instant after `after` at which a waiting message is due."""
    return plain.scalar(session, _NEXT_DUE, after=after)


def outcomes(session: Session, topic: str, about: int) -> dict[DeliveryStatus, int]:
    """What became of the notices of a kind about one matter, counted."""
    counted = (
        select(Delivery.status, func.count())
        .where(Delivery.topic == topic, Delivery.about == about)
        .group_by(Delivery.status)
    )
    return {DeliveryStatus(status): count for status, count in session.execute(counted)}
