"""Notices: messages that start with us about one matter, each kind by its name. To add one: copy one.

A notice is composed when it is sent, from the records as they are then: where its matter has changed meanwhile, it is
skipped. Its key says what it is, so that ordering it twice orders it once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from conversations import timing
from conversations.amendment import Act
from conversations.context import Context
from locales.text import Text
from records import deliveries, people
from records.deliveries import Claim, DeliveryKind, Order


@dataclass(frozen=True, slots=True)
class Postpone:
    """Not now: when to try again."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Skip:
    """Not any more, and why."""

    why: str


Composed = Act | Postpone | Skip


class Hours(StrEnum):
    """When a notice may go out: in the sending hours, in the longer ones for what cannot wait, or at once because it
    answers what somebody did a moment ago.
    """

    SENDING = "sending"
    URGENT = "urgent"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom one of many notices of a kind is for, and about which matter (see `Notice.to_person`)."""

    person_id: int
    about: int
    key: str = ""
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind. `name` has at most 24 characters; `claim.about` and `claim.detail` say which matter."""

    name: str
    compose: Callable[[Context, Claim], Composed]
    hours: Hours = Hours.URGENT

    def due_at(self, context: Context, not_before: datetime | None = None) -> datetime:
        """The first instant at which it may be sent."""
        moment = context.now if not_before is None else max(context.now, not_before)
        calendar = context.house.calendar
        match self.hours:
            case Hours.SENDING:
                return calendar.next_allowed(moment)
            case Hours.URGENT:
                return calendar.urgent.next_allowed(moment)
            case Hours.ANY:
                return moment

    def due_in_words(self, context: Context) -> Text:
        """When it goes out, said to staff."""
        return timing.when(context, self.due_at(context))

    def to_person(
        self,
        context: Context,
        person_id: int,
        about: int,
        *,
        key: str = "",
        detail: str | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Orders it for whoever speaks for a person; without a chat it is blocked at once, for the phone list.

        `key` tells this one from others of its name, about and detail (a step's id, a date). False: it was ordered
        before.
        """
        chat_id = people.chat_of(context.session, person_id)
        return self._order(context, person_id, chat_id, about, key, detail, not_before)

    def to_people(
        self, context: Context, addressees: Sequence[Addressee], *, not_before: datetime | None = None
    ) -> int:
        """The same for hundreds, in a few statements; how many were ordered."""
        chats = people.chats_of(context.session, [each.person_id for each in addressees])
        due_at = self.due_at(context, not_before)
        orders = {
            (key := self.key_of(each.about, each.key, each.detail)): Order(
                *(key, DeliveryKind.NOTICE, each.person_id, chats.get(each.person_id), each.about, due_at),
                topic=self.name,
                detail=each.detail,
            )
            for each in addressees
        }
        before = deliveries.known(context.session, list(orders))
        new = [order for key, order in orders.items() if key not in before]
        deliveries.order_new(context.session, new, context.now)
        return len(new)

    def to_chat(
        self,
        context: Context,
        chat_id: int,
        about: int,
        *,
        key: str = "",
        detail: str | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Orders it for a chat that is not asked as a person: an officer's, or that of somebody yet unknown."""
        return self._order(context, None, chat_id, about, f"{key}@{chat_id}", detail, not_before)

    def key_of(self, about: int, key: str = "", detail: str | None = None) -> str:
        """The delivery's key, to take it back (see deliveries.cancel)."""
        return ":".join(("notice", self.name, str(about), *filter(None, (detail, key))))

    def _order(
        self,
        context: Context,
        person_id: int | None,
        chat_id: int | None,
        about: int,
        key: str,
        detail: str | None,
        not_before: datetime | None,
    ) -> bool:
        return deliveries.order(
            context.session,
            key=self.key_of(about, key, detail),
            kind=DeliveryKind.NOTICE,
            person_id=person_id,
            chat_id=chat_id,
            about=about,
            due_at=self.due_at(context, not_before),
            now=context.now,
            topic=self.name,
            detail=detail,
        )
