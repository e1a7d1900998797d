"""Progress: the one message in the officer's chat that tells how a campaign stands, edited while it runs."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from conversations.announcing.progress import progress
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import announcing, campaigns, chats, staff
from records.campaigns import Campaign, CampaignStatus, Tally
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.deliveries import DeliveryStatus
from records.session import Session

SECONDS_BETWEEN_EDITS = 1.0


class Writer(Protocol):
    """Whoever can send a reply and edit what was sent."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...

    async def rewrite(self, chat: ChatState, reply: Reply, message_id: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """A campaign, its tally and the chat of the officer who confirmed it."""

    campaign: Campaign
    tally: Tally
    chat: ChatState

    @property
    def finished(self) -> bool:
        return self.tally.pending == 0


@dataclass(frozen=True, slots=True)
class Told:
    """What the message says, and when it came to say so (monotonic seconds)."""

    tally: Tally
    at: float


class Progress:
    """Reports, not more often than once a second while it runs, and always at the end."""

    def __init__(self, database: Database, clock: Clock, writer: Writer) -> None:
        self._database = database
        self._clock = clock
        self._writer = writer
        self._told: dict[int, Told] = {}
        self._telling = asyncio.Lock()

    async def report(self, campaign_id: int) -> None:
        """One at a time: the sender and a tick must not both begin the message."""
        async with self._telling:
            standing = await self._database.write(_standing, campaign_id, self._clock.now())
            if standing is not None and not self._is_known(standing):
                await self._report(standing)

    def _is_known(self, standing: Standing) -> bool:
        """Nothing has changed since it was told, or it was told a moment ago and is not the end."""
        told = self._told.get(standing.campaign.id)
        if told is None:
            return False
        just_now = self._clock.monotonic() - told.at < SECONDS_BETWEEN_EDITS
        return told.tally == standing.tally or (just_now and not standing.finished)

    async def _report(self, standing: Standing) -> None:
        campaign_id, stopped = standing.campaign.id, standing.campaign.status == CampaignStatus.STOPPED.value
        reply = progress(campaign_id, standing.tally, standing.finished, stopped)
        if not await self._tell(standing, reply):
            return  # told at the next tick
        self._told[campaign_id] = Told(standing.tally, self._clock.monotonic())
        if standing.finished and not stopped:
            self._told.pop(campaign_id)
            await self._database.write(announcing.finish, campaign_id, self._clock.now())

    async def _tell(self, standing: Standing, reply: Reply) -> bool:
        """False where trying again helps."""
        message_id = standing.campaign.progress_message
        if message_id is not None:
            return await self._writer.rewrite(standing.chat, reply, message_id)
        receipt = await self._writer.deliver(standing.chat, reply)
        if receipt.message_id is not None:
            await self._database.write(campaigns.set_progress_message, standing.campaign.id, receipt.message_id)
        return receipt.status is not DeliveryStatus.WAITING

    async def catch_up(self) -> None:
        """Campaigns whose time has come, or that were done, or left, when nobody could tell: after a restart, for
        one.
        """
        if await self._database.read(announcing.due, self._clock.now()):
            await self._database.write(announcing.start_due, self._clock.now())
        for campaign in await self._database.read(campaigns.sending):
            await self.report(campaign.id)


def _standing(session: Session, campaign_id: int, now: datetime) -> Standing | None:
    campaign = campaigns.by_id(session, campaign_id)
    if campaign is None or campaign.status == CampaignStatus.FINISHED.value:
        return None
    officer = staff.by_id(session, campaign.staff_id)
    return Standing(campaign, campaigns.tally(session, campaign_id), chats.load(session, officer.chat_id, now))
