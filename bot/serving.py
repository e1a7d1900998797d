"""Serving: waits for the lead, runs until stopped, and ends where the lead is lost."""

import asyncio
from collections.abc import Callable

from bot import log
from bot.app import Canting, build
from bot.lead import Lead, lead_of
from bot.settings import Settings
from records.clock import Clock
from records.database import DatabaseError

LEAD_RETRY_SECONDS = 5.0


async def serve(settings: Settings, clock: Clock, ready: Callable[[Canting], None] | None = None) -> None:
    """Waits for the lead, runs, and puts everything back in order. Raises where the lead was lost on the way."""
    lead = lead_of(settings.url)
    await _wait_for_lead(lead, clock)
    try:
        canting = await build(settings, clock)
        watching = asyncio.create_task(_stop_without_lead(lead, canting))
        try:
            await canting.run(None if ready is None else lambda: ready(canting))
            lost = watching.done()
        finally:
            watching.cancel()
            await canting.close()
        if lost:
            raise DatabaseError("the lead was lost: the lock's connection broke, and another process may lead now")
    finally:
        await lead.give_up()


async def _stop_without_lead(lead: Lead, canting: Canting) -> None:
    """Whoever lost the lead must not send beside the next one: it ends with an error, to be started anew and wait."""
    while await lead.holds():  # noqa: ASYNC110  a lock that another machine frees rings no bell
        await asyncio.sleep(LEAD_RETRY_SECONDS)
    log.event("lead_lost", advice="the lock's connection broke; stopping, so that only one process sends")
    canting.stop()


async def _wait_for_lead(lead: Lead, clock: Clock) -> None:
    """Another process may lead; when it dies, this one takes over."""
    told = False
    while not await lead.try_take():
        if not told:
            log.event(
                "waiting_for_lead", advice="another process leads this database; this one takes over when it ends"
            )
            told = True
        await clock.sleep(LEAD_RETRY_SECONDS)
