"""Parcels: claims that are made ready to be sent, each with its words. One that cannot be composed fails alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy.exc import OperationalError

from conversations import messages
from conversations.amendment import Act
from conversations.announcing.ahead import Ahead
from conversations.context import Context, House
from conversations.notice import Postpone, Skip
from conversations.receipt import Receipt
from records import announcing, chats, dispatch, ladder, leadership, people
from records.chats import ChatState
from records.deliveries import Claim, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.session import Session
from scheduler.faults import met

FAULT = "a fault of the program"
OnFault = Callable[[str, BaseException], None]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claim ready to be sent, or to be done to what was sent."""

    claim: Claim
    chat: ChatState
    act: Act


@dataclass(frozen=True, slots=True)
class Handed:
    """A parcel and what became of it."""

    parcel: Parcel
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Taken:
    """What a round took: how many claims, what is to be sent, and campaigns some of whose claims were settled
    unsent.
    """

    claimed: int
    parcels: tuple[Parcel, ...]
    settled_campaigns: tuple[int, ...]


class Packing:
    """Claims a batch and composes it, in one transaction."""

    def __init__(self, house: House, on_fault: OnFault) -> None:
        self._house = house
        self._on_fault = on_fault

    def take(self, session: Session, epoch: int, most: int, taken: int, now: datetime) -> Taken:
        """The next messages that are due, so many at most; while bulk is paused, the urgent ones only."""
        paused = leadership.paused_until(session)
        announcing.start_due(session, now)
        claims = dispatch.claim(session, epoch, most, now, paused is not None and paused > now, taken)
        parcels, settled = [], set()
        for claim, parcel in zip(claims, self._pack(session, claims, now), strict=True):
            if parcel is not None:
                parcels.append(parcel)
            elif claim.campaign_id is not None:
                settled.add(claim.campaign_id)
        return Taken(len(claims), tuple(parcels), tuple(sorted(settled)))

    def _pack(self, session: Session, claims: list[Claim], now: datetime) -> list[Parcel | None]:
        """All of them together, which costs least; each by itself where one of them fails."""
        with met(rising=(OperationalError,)), session.begin_nested():
            loaded = Loaded.of(session, claims, now)
            return [self._compose(session, loaded, now, claim) for claim in claims]
        return [self._packed(session, claim, now) for claim in claims]

    def _packed(self, session: Session, claim: Claim, now: datetime) -> Parcel | None:
        """A message that cannot be composed fails alone; where the database is in trouble, the round is taken again."""
        with met(partial(self._on_fault, "composing_failed"), rising=(OperationalError,)), session.begin_nested():
            return self._compose(session, Loaded.of(session, [claim], now), now, claim)
        dispatch.settle(session, Result(claim.id, DeliveryStatus.FAILED, FAULT), now)
        return None

    def _compose(self, session: Session, loaded: "Loaded", now: datetime, claim: Claim) -> Parcel | None:
        chat = loaded.chats[claim.chat_id]
        if not chat.reachable:
            dispatch.settle(session, Result(claim.id, DeliveryStatus.BLOCKED, "unreachable"), now)
            if claim.kind is DeliveryKind.FOLLOWUP:
                ladder.unreached(session, claim.about, self._house.profile.followup.open_for)
            return None
        context = Context(session, now, self._house, chat.id, chat.language)
        match Skip("deceased") if claim.person_id in loaded.dead else messages.compose(context, claim, loaded.ahead):
            case Postpone(until):
                waits = Result(claim.id, DeliveryStatus.WAITING, "waits", retry_at=until, tried=False)
                dispatch.settle(session, waits, now)
            case Skip(why):
                dispatch.settle(session, Result(claim.id, DeliveryStatus.SKIPPED, why), now)
            case act:
                return Parcel(claim, chat, act)
        return None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What every message needs, read at once for all: the chats, who has died, and what announcements say."""

    chats: dict[int, ChatState]
    dead: set[int]
    ahead: Ahead

    @classmethod
    def of(cls, session: Session, claims: list[Claim], now: datetime) -> "Loaded":
        people_meant = [claim.person_id for claim in claims if claim.person_id is not None]
        return cls(
            chats.load_all(session, [claim.chat_id for claim in claims], now),
            people.dead(session, people_meant),
            Ahead.of(session, claims),
        )
