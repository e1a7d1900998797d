"""Slow work: whatever takes more than a moment (a chart, an export) runs in one spawned process of its own.

A thread that computes takes the interpreter from the replies; a process does not. The process starts with the first
task, and its heavy imports (matplotlib) never reach the bot.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar, TypeVarTuple, Unpack

A = TypeVarTuple("A")
R = TypeVar("R")


class SlowWorkLostError(Exception):
    """The process died under a task (killed, or out of memory). Trying again helps: the next task starts a new one."""


class SlowWork:
    """One process, one task at a time; tasks wait in line. `folder` is where matplotlib keeps its list of fonts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, function: Callable[[Unpack[A]], R], *args: *A) -> R:
        """What the function returns or raises; it and its arguments must be importable by name, that is, picklable."""
        pool = self._pool = self._pool or self._started()
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, function, *args)
        except BrokenProcessPool as lost:
            if self._pool is pool:
                self._pool = None
            raise SlowWorkLostError("the process for slow work died under its task") from lost

    async def close(self) -> None:
        """Ends the process: a task under way is finished, those in line are cancelled."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(1, context, initializer=prepare, initargs=(str(self._folder),))


def prepare(folder: str) -> None:
    """In the new process: a place for matplotlib, Ctrl-C left to the bot, and no life after the bot's death."""
    os.environ["MPLCONFIGDIR"] = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()


def _die_with(sentinel: int) -> None:
    """Of a bot that was killed nobody tells the pool: its worker would wait for ever."""
    wait([sentinel])
    os._exit(1)
