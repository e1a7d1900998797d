"""A process that begins as a copy of one that has loaded the program: it starts in a tenth of the time, and whatever
ends it ends it as suddenly as any other.
"""

import asyncio
import os
import signal
import sys
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from bot.cli import main

_COPIES = get_context("forkserver")
_COPIES.set_forkserver_preload(["bot.cli", "bot.rehearsal", "bot.serving"])


def fork(environ: dict[str, str], arguments: tuple[str, ...], out: Connection, err: Connection) -> ForkServerProcess:
    """`canting` with these arguments; it writes to these two, which are the caller's to close."""
    process = _COPIES.Process(target=_canting, args=(arguments, environ, out, err))
    process.start()
    return process


def _canting(arguments: tuple[str, ...], environ: dict[str, str], out: Connection, err: Connection) -> None:
    os.environ.clear()
    os.environ.update(environ)
    os.dup2(out.fileno(), sys.stdout.fileno())
    os.dup2(err.fileno(), sys.stderr.fileno())
    out.close()
    err.close()
    sys.argv = ["canting", *arguments]
    main()


class Forked:
    """`canting` with these arguments. It is asked and told what an asyncio.subprocess.Process is."""

    def __init__(self, environ: dict[str, str], *arguments: str) -> None:
        self._out, out = _COPIES.Pipe(duplex=False)
        self._err, err = _COPIES.Pipe(duplex=False)
        self._process = fork(environ, arguments, out, err)
        out.close()
        err.close()
        self.stdout, self.stderr = asyncio.StreamReader(), asyncio.StreamReader()
        self._ended = asyncio.Event()
        asyncio.get_running_loop().add_reader(self._process.sentinel, self._end)

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        self._ended.set()

    @classmethod
    async def start(cls, environ: dict[str, str], *arguments: str) -> "Forked":
        """Started, and heard from now on."""
        child = cls(environ, *arguments)
        loop = asyncio.get_running_loop()
        for reader, end in ((child.stdout, child._out), (child.stderr, child._err)):
            await loop.connect_read_pipe(
                partial(asyncio.StreamReaderProtocol, reader), os.fdopen(os.dup(end.fileno()), "rb")
            )
            end.close()
        return child

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    async def communicate(self) -> tuple[bytes, bytes]:
        """What it has still to say on stdout and stderr, to its end."""
        out, err = await asyncio.gather(self.stdout.read(), self.stderr.read())
        await self.wait()
        return out, err
