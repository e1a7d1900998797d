"""The sender: empties the table of deliveries.

It claims a batch, composes and sends each, and writes the results together.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from conversations import messages
from conversations.context import Context, House
from conversations.messages import Postpone, Skip
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import campaigns, chats, deliveries, followups, leadership
from records.chats import ChatState, Spoken
from records.clock import Clock
from records.database import Database
from records.deliveries import Claim, DeliveryKind, DeliveryStatus, Result
from records.session import Session
from scheduler.pace import Pace

BATCH = 30
MOST_ATTEMPTS = 6
BACKOFF_LIMIT_SECONDS = 300.0


class Carrier(Protocol):
    """Whoever can make one attempt to send a reply to a chat."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claim ready to be sent."""

    claim: Claim
    chat: ChatState
    reply: Reply


@dataclass(frozen=True, slots=True)
class Handed:
    """A parcel and what became of it."""

    parcel: Parcel
    receipt: Receipt


class Sender:
    """One for the process that leads. `epoch` marks its claims."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        carrier: Carrier,
        pace: Pace,
        said: Callable[[int], Spoken | None],
        report: Callable[[int], Awaitable[None]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._carrier = carrier
        self._pace = pace
        self._said = said
        self._report = report
        self._epoch: int | None = None
        self._turn = asyncio.Lock()
        self._resting = False

    async def take_office(self) -> None:
        """Claims of those who led before are settled: unknown, or to be sent again."""
        self._epoch = await self._database.write(_take_office)

    async def empty(self) -> int:
        """Sends whatever is due; how many messages that was."""
        if self._turn.locked():
            return 0
        async with self._turn:
            total = 0
            while not self._resting and (sent := await self._round()) > 0:
                total += sent
            return total

    async def rest(self) -> None:
        """Begins no further round, and waits until the one under way is written down: no claim is left behind."""
        self._resting = True
        async with self._turn:
            return

    async def _round(self) -> int:
        """One batch; 0 where nothing is due."""
        if self._epoch is None:
            return 0
        now = self._clock.now()
        taken = await self._database.write(self._prepare, now)
        if taken.claimed == 0:
            return 0
        handed = await asyncio.gather(*(self._hand_over(parcel) for parcel in taken.parcels))
        await self._database.write(_settle, list(handed), self._clock.now())
        for campaign_id in sorted({p.claim.campaign_id for p in taken.parcels if p.claim.campaign_id is not None}):
            await self._report(campaign_id)
        for campaign_id in taken.settled_campaigns:
            await self._report(campaign_id)
        return taken.claimed

    def _prepare(self, session: Session, now: datetime) -> "Taken":
        paused = leadership.paused_until(session)
        claims = deliveries.claim(session, self._epoch or 0, BATCH, now, paused is not None and paused > now)
        parcels, campaigns_settled = [], set()
        for claim in claims:
            parcel = self._compose(session, claim, now)
            if parcel is not None:
                parcels.append(parcel)
            elif claim.campaign_id is not None:
                campaigns_settled.add(claim.campaign_id)
        return Taken(len(claims), tuple(parcels), tuple(sorted(campaigns_settled)))

    def _compose(self, session: Session, claim: Claim, now: datetime) -> Parcel | None:
        chat = chats.load(session, claim.chat_id, now)
        if not chat.reachable:
            deliveries.settle(session, Result(claim.id, DeliveryStatus.BLOCKED, "unreachable"), now)
            return None
        context = Context(session, now, self._house, chat.id, chat.language)
        composed = messages.compose(context, claim)
        match composed:
            case Reply():
                return Parcel(claim, chat, composed)
            case Postpone(until):
                deliveries.settle(session, Result(claim.id, DeliveryStatus.WAITING, "waits", retry_at=until), now)
            case Skip(why):
                deliveries.settle(session, Result(claim.id, DeliveryStatus.SKIPPED, why), now)
        return None

    async def _hand_over(self, parcel: Parcel) -> Handed:
        await self._pace.admit(parcel.chat.id)
        said = self._said(parcel.chat.id)
        chat = parcel.chat if said is None else parcel.chat.spoken(said)
        with self._pace.spend():
            receipt = await self._carrier.deliver(chat, parcel.reply)
        return Handed(replace(parcel, chat=chat), receipt)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a round took: how many claims, what is to be sent, and campaigns some of whose claims were settled
    unsent.
    """

    claimed: int
    parcels: tuple[Parcel, ...]
    settled_campaigns: tuple[int, ...]


def _take_office(session: Session) -> int:
    epoch = leadership.next_epoch(session)
    deliveries.release_dead(session, epoch)
    return epoch


def _settle(session: Session, handed: list[Handed], now: datetime) -> None:
    for one in handed:
        claim, receipt = one.parcel.claim, one.receipt
        deliveries.settle(session, _result(claim, receipt, now), now)
        if receipt.pause and receipt.retry_after is not None:
            leadership.pause(session, now + timedelta(seconds=receipt.retry_after))
        if receipt.moved_to is not None:
            chats.migrate(session, claim.chat_id, receipt.moved_to, now)
            deliveries.move(session, claim.chat_id, receipt.moved_to)
        if receipt.status is DeliveryStatus.BLOCKED:
            chats.mark_unreachable(session, claim.chat_id, receipt.why or "blocked", now)
        if receipt.fatal and claim.campaign_id is not None:
            campaigns.stop(session, claim.campaign_id, receipt.why or "refused", now)
        if receipt.status is DeliveryStatus.SENT:
            _arrived(session, one, now)


def _arrived(session: Session, one: Handed, now: datetime) -> None:
    spoken = Spoken(one.parcel.chat.id, None, one.receipt.message_id, one.parcel.chat.reply_keyboard)
    chats.record_spoken(session, spoken)
    if one.parcel.claim.kind is DeliveryKind.FOLLOWUP:
        followups.reached(session, one.parcel.claim.about, now)


def _result(claim: Claim, receipt: Receipt, now: datetime) -> Result:
    """The row's new state; what failed for a passing reason is tried again, later each time, a bounded number of
    times.
    """
    if receipt.retry_after is None:
        return Result(claim.id, receipt.status, receipt.why, receipt.message_id)
    if claim.attempts >= MOST_ATTEMPTS and not receipt.pause:
        return Result(claim.id, DeliveryStatus.FAILED, receipt.why)
    later = receipt.retry_after if receipt.pause else _backoff(receipt.retry_after, claim.attempts)
    return Result(claim.id, DeliveryStatus.WAITING, receipt.why, retry_at=now + timedelta(seconds=later))


def _backoff(first: float, attempts: int) -> float:
    return float(min(first * 2 ** max(0, attempts - 1), BACKOFF_LIMIT_SECONDS))
