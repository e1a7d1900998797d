"""Progress: the one message in the officer's chat that tells how a campaign stands, edited while it runs."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from conversations.announcing.going import course
from conversations.announcing.going.course import EARLY_ENDS, Course
from conversations.announcing.going.progress import progress
from conversations.context import House
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import announcing, campaigns, chats, proposing, staff
from records.campaigns import Campaign, CampaignStatus
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.deliveries import DeliveryStatus
from records.session import Session
from scheduler.duty import nobody
from scheduler.reporting_back import MOST_OF_THE_TIME

SECONDS_BETWEEN_EDITS = 1.0
# An edit may be made twice, whatever became of the first.
AGAIN = (DeliveryStatus.WAITING, DeliveryStatus.UNKNOWN)


class Writer(Protocol):
    """Whoever can send a reply and edit what was sent."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...

    async def correct(self, chat: ChatState, reply: Reply, message_id: int) -> Receipt: ...


@dataclass(frozen=True, slots=True)
class Line:
    """How a campaign stands, what is said of it, and where: the officer's chat, and the message that says it so far.
    `ends`: it is the first time that nothing of it is going out any more.
    """

    course: Course
    reply: Reply
    chat: ChatState
    message_id: int | None
    ends: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the message says, and when it came to say so (monotonic seconds)."""

    reply: Reply
    at: float


class Progress:
    """Reports, not more often than once a second while it runs, and always at the end."""

    def __init__(self, database: Database, clock: Clock, house: House, writer: Writer) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._writer = writer
        self._told: dict[int, Told] = {}
        # Not before then (monotonic seconds) a tick has one counted again.
        self._rests: dict[int, float] = {}
        self._telling = asyncio.Lock()

    async def report(self, campaign_id: int) -> None:
        """One at a time: the sender and a tick must not both begin the message."""
        async with self._telling:
            line = await self._counted(campaign_id)
            if line is not None and not self._is_known(line):
                await self._report(line)

    async def _counted(self, campaign_id: int) -> Line | None:
        begun = self._clock.monotonic()
        line = await self._database.write(_line, self._house, campaign_id, self._clock.now())
        ended = self._clock.monotonic()
        self._rests[campaign_id] = ended + (ended - begun) / MOST_OF_THE_TIME
        return line

    def _is_known(self, line: Line) -> bool:
        """Nothing has changed since it was told, or it was told a moment ago and there is more to come."""
        told = self._told.get(line.course.campaign_id)
        if told is None:
            return False
        just_now = self._clock.monotonic() - told.at < SECONDS_BETWEEN_EDITS
        return (told.reply == line.reply or (just_now and line.course.runs)) and not line.ends

    async def _report(self, line: Line) -> None:
        campaign_id = line.course.campaign_id
        if not await self._tell(line):
            return  # told at the next tick
        self._told[campaign_id] = Told(line.reply, self._clock.monotonic())
        if line.ends:
            del self._told[campaign_id]
            await self._database.write(_end, line.course, self._clock.now())

    async def _tell(self, line: Line) -> bool:
        """False where trying again helps. Whoever has deleted the message gets another."""
        if line.message_id is not None:
            receipt = await self._writer.correct(line.chat, line.reply, line.message_id)
            if receipt.status is not DeliveryStatus.FAILED:
                return receipt.status not in AGAIN
        receipt = await self._writer.deliver(line.chat, line.reply)
        if receipt.message_id is not None:
            place = (line.course.campaign_id, line.chat.id, receipt.message_id)
            await self._database.write(campaigns.set_progress_message, *place)
        return receipt.status is not DeliveryStatus.WAITING

    async def catch_up(self) -> None:
        """Campaigns whose time has come, or that were done, or left, when nobody could tell: after a restart, for
        one. What the sender has counted lately is not counted once more.
        """
        if await self._database.read(announcing.due, self._clock.now()):
            await self._database.write(announcing.start_due, self._clock.now())
        found, now = await self._database.read(campaigns.to_be_told), self._clock.monotonic()
        self._rests = {one: until for one, until in self._rests.items() if until > now}
        for campaign_id in found:
            if campaign_id not in self._rests:
                await self.report(campaign_id)


def _line(session: Session, house: House, campaign_id: int, now: datetime) -> Line | None:
    """None where there is nothing to tell: not begun, or told to its end."""
    campaign = campaigns.by_id(session, campaign_id)
    if campaign is None or campaign.started_at is None:
        return None
    is_over = campaign.told_at is not None or campaign.status == CampaignStatus.FINISHED.value
    if is_over and campaign.recalled_at is None and campaign.corrected_at is None:
        return None
    how = course.read(nobody(session, house, now), campaign)
    chat = chats.load(session, _reader(session, campaign), now)
    message = campaign.progress_message if campaign.progress_chat == chat.id else None
    return Line(how, progress(how, now, house.calendar.zone), chat, message, how.ended and not is_over)


def _reader(session: Session, campaign: Campaign) -> int:
    """The chat of whoever confirmed it; once she may not announce any more, that of another who may."""
    hers = campaign.proposed_by or campaign.staff_id
    found = [one.chat_id for one in proposing.concerned(session, hers)] or [staff.by_id(session, hers).chat_id]
    return campaign.progress_chat if campaign.progress_chat in found else found[0]


def _end(session: Session, how: Course, now: datetime) -> None:
    """It is told how it ended."""
    if how.status in EARLY_ENDS:
        campaigns.set_told(session, how.campaign_id, now)
    else:
        announcing.finish(session, how.campaign_id, now)
