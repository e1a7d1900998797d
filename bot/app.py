"""The composition root: the one place where the house is put together, started and stopped."""

import asyncio
import gc
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot import key, log
from bot.errands import Errands
from bot.failpoints import ordered, silent
from bot.introduction import introduce, show_staff_commands
from bot.poller import Poller
from bot.settings import Settings
from bot.speech import Speech
from bot.telegram_bot import CantingBot, build_bot
from bot.turns import Turns
from bot.web import WebListener
from conversations.context import House
from conversations.rescheduling import follow
from handlers.courier import Courier
from handlers.mouth import Mouth
from locales.languages import Languages
from records import keys, profile, staff
from records.almanac import Almanac
from records.clock import Clock
from records.database import Database, DatabaseError, open_database
from records.migrate import state
from records.reading import Reading
from records.session import Session
from records.store import FOLDER, FileStore
from scheduler.clearing import Clearing
from scheduler.due import next_due
from scheduler.duties import DUTIES
from scheduler.duty import Duty, nobody
from scheduler.expiry import expire
from scheduler.faults import met
from scheduler.intake import Intake
from scheduler.pace import Pace, Tempo
from scheduler.press import Press
from scheduler.progress import Progress
from scheduler.sender import Sender
from scheduler.slow import SlowWork
from scheduler.sweep import sweep
from scheduler.ticks import Tick, schedule

GC_ALLOCATIONS = 10_000


def check_schema(url: str) -> None:
    """The database must be of this program's revision."""
    schema = state(url)
    if schema.is_newer:
        raise DatabaseError(
            f"the database is newer than the program (revision {schema.current}, known is {schema.head}): "
            "install the newer program"
        )
    if not schema.is_current:
        raise DatabaseError("the database is not migrated: run 'canting migrate' first")


def settle_memory() -> None:
    """What the start made stays: the collector need not look at it again, and may wait longer between its rounds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_ALLOCATIONS, 20, 20)


class Canting:
    """Everything, wired. Built for one database, one bot, one clock."""

    def __init__(self, settings: Settings, clock: Clock, bot: CantingBot, database: Database, house: House) -> None:
        self.clock, self.bot, self.database, self.house = clock, bot, database, house
        failpoint = ordered(settings.failpoint) if settings.failpoint else silent
        pace = Pace(settings.pace, clock)
        mouth = Mouth(bot, house.languages)
        courier = Courier(mouth, count=pace.count)
        self._slow = SlowWork(settings.home / "matplotlib")
        self.intake = Intake(
            database, clock, house, self._slow, bot.fetch, bot.remove, on_fault=log.fault, failpoint=failpoint
        )
        reading = Reading(settings.url, key.secret_of(settings))
        self.errands = Errands(database, clock, house, bot, courier, self._slow, self.intake, reading)
        self.press = Press(database, clock, house, self._slow, reading, log.fault)
        self.speech = Speech(mouth, clock, failpoint, pace.spend)
        self.turns = Turns(database, clock, house, self.speech, self.errands, failpoint)
        self.progress = Progress(database, clock, house, courier)
        self.clearing = Clearing(database, clock, courier)
        bulk = Courier(mouth, paid=settings.pace is Tempo.PAID)
        self.sender = Sender(database, clock, house, bulk, pace, self.progress.report, log.fault)
        self.poller = Poller(bot, self.turns, clock, failpoint)
        committed = partial(failpoint, "after_commit")
        self.web = WebListener(settings.web_port, database, clock, house, committed) if house.web_url else None
        self._shown: set[int] = set()
        self._ticks = schedule(
            (
                Tick("deliveries", 1, self.sender.empty),
                Tick("follow-ups", 20, self.sweep),
                Tick("duties", 10, self.do_duties),
                Tick("clearing", 3, self.clearing.clear),
                Tick("reports", 10, self.press.make),
                Tick("documents", 10, self.intake.take_up),
                Tick("debts", 15, self.turns.pay_debts),
                Tick("campaigns", 5, self.progress.catch_up),
                Tick("expiry", 600, self.expire),
                Tick("calendar", 20, self.read_calendar),
                Tick("officers", 30, self.show_officers_their_commands),
            ),
            settings.zone,
            log.fault,
        )

    async def sweep(self) -> int:
        return await self.database.write(sweep, self.house, self.clock.now())

    async def read_calendar(self) -> int:
        """What another process decided of the calendar; this one's own decisions hold at once."""
        if not await self.database.read(self.house.almanac.is_behind):
            return 0
        return await self.database.write(follow, self.house, self.clock.now())

    async def expire(self) -> int:
        """Not before what people sent meanwhile was heard: an answer that waits to be read is no silence."""
        if not self.poller.has_caught_up:
            return 0
        return await self.database.write(expire, self.house, self.clock.now())

    async def do_duties(self) -> int:
        """Each in a transaction of its own; one that fails does not keep the others from being done."""
        done = 0
        for duty in DUTIES:
            if duty.listens and not self.poller.has_caught_up:
                continue
            with met(partial(log.fault, "duty_failed", duty=duty.name)):
                done += await self.database.write(_perform, duty, self.house, self.clock.now())
        return done

    async def do_what_is_due(self) -> None:
        """Every tick once, in the order in which one leads to the next."""
        await self.read_calendar()
        await self.expire()
        await self.do_duties()
        await self.press.make()
        await self.intake.take_up()
        while await self.sweep():
            await self.sender.empty()
        await self.sender.empty()
        await self.progress.catch_up()
        await self.turns.settle()
        await self.clearing.clear()

    async def run(self, started: Callable[[], None] | None = None) -> None:
        """Until stopped: debts first, then the ticks and the updates."""
        await self.sender.take_office()
        await self.turns.pay_debts()
        if self.web is not None:
            await self.web.open()
        self._ticks.start()
        introduction = asyncio.create_task(introduce(self.bot, self.house.languages, self.house.profile))
        log.event("started", bot=self.house.bot_username)
        settle_memory()
        if started is not None:
            started()
        try:
            await self.poller.run()
        finally:
            introduction.cancel()
            self._ticks.pause()
            await self.sender.rest()
            self._ticks.shutdown(wait=False)
            log.event("stopped")

    async def close(self) -> None:
        """Says what is still to be said, and lets go of everything."""
        if self.web is not None:
            await self.web.close()
        await self.turns.close()
        await self.errands.close()
        await self.intake.rest()
        await self._slow.close()
        await self.bot.shutdown()
        await self.database.close()

    async def show_officers_their_commands(self) -> None:
        """Also those who became officers a moment ago."""
        chats = {officer.chat_id for officer in await self.database.read(staff.active)}
        for chat_id in sorted(chats - self._shown):
            if await show_staff_commands(self.bot, self.house.languages, chat_id):
                self._shown.add(chat_id)

    async def next_due(self) -> datetime | None:
        return await self.database.read(next_due, self.house, self.clock.now())

    def stop(self) -> None:
        self.poller.stop()


def _perform(session: Session, duty: Duty, house: House, now: datetime) -> int:
    return duty.perform(nobody(session, house, now))


async def build(settings: Settings, clock: Clock) -> Canting:
    """Checks what can be checked, connects, and puts everything together."""
    centre = profile.load(settings.profile)
    languages = Languages.load(settings.zone)
    vault = key.vault_of(settings)
    check_schema(settings.url)
    database = open_database(settings.url, vault, clock)
    await database.write(keys.check)
    almanac = Almanac(centre.calendar.calendar(settings.zone))
    await database.read(almanac.read)
    bot = build_bot(settings.token, settings.api_url)
    await bot.initialize()
    house = House(
        profile=centre,
        almanac=almanac,
        vault=vault,
        languages=languages,
        administrators=settings.admins,
        bot_username=bot.username,
        documents=FileStore(settings.home / FOLDER, vault),
        web_url=settings.web_url,
    )
    return Canting(settings, clock, bot, database, house)
