"""The ticks: short, static jobs in real time, declared at the start. They keep nothing: what is due stands in the
database.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler


@dataclass(frozen=True, slots=True)
class Tick:
    """A job that is called every so many seconds."""

    name: str
    seconds: float
    call: Callable[[], Awaitable[object]]


def schedule(
    ticks: tuple[Tick, ...], zone: ZoneInfo, on_fault: Callable[[str, BaseException], None]
) -> AsyncIOScheduler:
    """A scheduler that never drops a late tick, never runs one beside itself, and catches up with one call.

    Each is called a moment after the start already: what fell due while nobody ran need not wait for the interval, but
    those who write now come first.
    A tick that fails is told to `on_fault` by its name; it comes again at its time.
    """
    scheduler = AsyncIOScheduler(
        timezone=zone, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    soon = datetime.now(zone) + timedelta(seconds=1)
    for tick in ticks:
        scheduler.add_job(tick.call, "interval", seconds=tick.seconds, id=tick.name, next_run_time=soon)

    def tell(failed: JobExecutionEvent) -> None:
        on_fault(f"tick_failed:{failed.job_id}", failed.exception)

    scheduler.add_listener(tell, EVENT_JOB_ERROR)
    return scheduler
