"""Outcomes: what became of parcels, written to the records: the delivery's row, the chat, the campaign, the
follow-up.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from conversations.announcing.groups import group_membership
from conversations.context import House
from conversations.receipt import Receipt
from records import (
    amending,
    announcing,
    campaign_answers,
    chats,
    covering,
    deliveries,
    dispatch,
    group_chats,
    job_alerts,
    job_senders,
    ladder,
    leadership,
    shown,
    wishes,
)
from records.chats import Spoken
from records.deliveries import Claim, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.session import Session
from scheduler.duty import nobody
from scheduler.parcels import Handed

MOST_ATTEMPTS = 6
ASK_AGAIN_SECONDS = 5.0
BACKOFF_LIMIT_SECONDS = 300.0


def settle(session: Session, house: House, handed: Sequence[Handed], now: datetime) -> None:
    """Most have arrived: those are written together."""
    dispatch.settle_all(session, [_result(one.parcel.claim, one.receipt, now) for one in handed], now)
    arrived = [one for one in handed if one.receipt.status is DeliveryStatus.SENT]
    _arrived(session, arrived, now)
    _did_not_arrive(session, house, [one for one in handed if one.receipt.status is not DeliveryStatus.SENT], now)


def _arrived(session: Session, handed: Sequence[Handed], now: datetime) -> None:
    """A keyboard below the typing field is as it is: a reply may have put one there while this was on its way."""
    said = [Spoken(one.parcel.chat.id, None, one.receipt.newest, None, one.receipt.shows) for one in handed]
    chats.record_spoken(session, *said)
    announced: defaultdict[int, list[int]] = defaultdict(list)
    for claim in (one.parcel.claim for one in handed):
        if claim.kind is DeliveryKind.FOLLOWUP:
            covering.reached(session, claim.about, now)
        elif claim.kind is DeliveryKind.ANNOUNCEMENT and claim.campaign_id is not None:
            announced[claim.campaign_id].append(claim.id)
    if announced:
        amending.follow(session, announced, now)


def _did_not_arrive(session: Session, house: House, handed: Sequence[Handed], now: datetime) -> None:
    for one in handed:
        _draw_conclusions(session, house, one.parcel.claim, one.receipt, now)
    unknown = [one.parcel.claim.id for one in handed if one.receipt.status is DeliveryStatus.UNKNOWN]
    campaign_answers.settle_unknown(session, unknown)
    again = [one.parcel.claim for one in handed if one.receipt.retry_after is not None]
    amending.compose_anew(session, [claim.id for claim in again if claim.kind is DeliveryKind.ANNOUNCEMENT])


def _draw_conclusions(session: Session, house: House, claim: Claim, receipt: Receipt, now: datetime) -> None:
    if receipt.pause and receipt.retry_after is not None:
        leadership.pause(session, now + timedelta(seconds=receipt.retry_after))
    if receipt.moved_to is not None:
        _move(session, claim.chat_id, receipt.moved_to, now)
    if receipt.status is DeliveryStatus.BLOCKED:
        chats.mark_unreachable(session, claim.chat_id, receipt.why or "blocked", now)
        group_membership.lost(nobody(session, house, now), claim.chat_id)
        if claim.kind is DeliveryKind.FOLLOWUP:
            ladder.unreached(session, claim.about, house.profile.followup.open_for)
    # What one group refuses is its own matter, as a closed topic is.
    if receipt.fatal and claim.campaign_id is not None and claim.chat_id > 0:
        announcing.stop(session, claim.campaign_id, receipt.why or "refused", now)


def _move(session: Session, old: int, new: int, now: datetime) -> None:
    """A chat got a new id."""
    chats.migrate(session, old, new, now)
    for whose in (deliveries, group_chats, shown, wishes, job_alerts, job_senders):
        whose.move(session, old, new)


def _result(claim: Claim, receipt: Receipt, now: datetime) -> Result:
    """The row's new state; what failed for a passing reason is tried again, later each time, a bounded number of
    times. Nobody knows whether an announcement that timed out arrived: staff decide. Anything else is said again, since
    hearing a decision twice is better than never.
    """
    if receipt.status is DeliveryStatus.UNKNOWN and claim.kind is not DeliveryKind.ANNOUNCEMENT:
        receipt = replace(receipt, status=DeliveryStatus.WAITING, retry_after=ASK_AGAIN_SECONDS)
    if receipt.retry_after is None:
        return Result(claim.id, receipt.status, receipt.why, receipt.message_id)
    if receipt.pause:
        again = now + timedelta(seconds=receipt.retry_after)
        return Result(claim.id, DeliveryStatus.WAITING, receipt.why, retry_at=again, tried=False)
    if claim.attempts >= MOST_ATTEMPTS:
        return Result(claim.id, DeliveryStatus.FAILED, receipt.why)
    again = now + timedelta(seconds=_backoff(receipt.retry_after, claim.attempts))
    return Result(claim.id, DeliveryStatus.WAITING, receipt.why, retry_at=again)


def _backoff(first: float, attempts: int) -> float:
    return float(min(first * 2 ** max(0, attempts - 1), BACKOFF_LIMIT_SECONDS))
