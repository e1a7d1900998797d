"""The simulator alone, as its own process."""

import asyncio
import json
import socket
import sys
import urllib.request
from pathlib import Path

import pytest

from simulator.__main__ import _range


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def ask(port: int, path: str) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        found: dict[str, object] = json.load(answer)
        return found


async def test_it_serves_says_where_and_ends_on_a_signal_even_with_a_poll_under_way(tmp_path: Path) -> None:
    port = free_port()
    options = ("--port", str(port), "--home", str(tmp_path), "--token", "5:OTHER", "--no-floods", "--jitter-ms", "0-1")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *options, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == f"http://127.0.0.1:{port}/\n".encode()
    assert (await asyncio.to_thread(ask, port, "/bot5:OTHER/getMe"))["ok"] is True
    poll = asyncio.create_task(asyncio.to_thread(ask, port, "/bot5:OTHER/getUpdates?timeout=30"))
    await asyncio.wait([poll], timeout=0.1)
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 10) == 0
    assert (await poll)["result"] == []
    assert (tmp_path / "state.json").exists()


async def test_a_port_that_is_taken_is_one_sentence_and_no_traceback() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "simulator", "--port", str(port)),
            stderr=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        _, complaint = await process.communicate()
    assert process.returncode == 1
    assert complaint.decode().startswith(f"Cannot listen on http://127.0.0.1:{port}/: ")
    assert complaint.count(b"\n") == 1


def test_a_jitter_is_a_range_of_milliseconds() -> None:
    assert _range("0-40") == (0.0, 40.0)
    assert _range("5") == (5.0, 5.0)
    with pytest.raises(Exception, match="expected a range"):
        _range("40-0")
