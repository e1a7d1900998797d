"""The machine a figure was measured on."""

import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()


def _file_system(directory: Path) -> str:
    """What the directory lies on: on tmpfs a commit would cost nothing."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    return max((len(place), kind) for place, kind in mounts if directory.is_relative_to(place))[1]


def facts() -> str:
    """Processor, cores, memory, system, file system and Python in one line."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    usable = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return ", ".join(
        (
            _processor(),
            f"{usable} of {os.cpu_count()} cores",
            f"{gigabytes:.0f} GB",
            f"databases on {_file_system(Path(tempfile.gettempdir()).resolve())}",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            f"python-telegram-bot {version('python-telegram-bot')}",
            f"load average {load:.1f}",
        )
    )
