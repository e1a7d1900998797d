"""The process: settings, command line, composition root, transport to Telegram, clock, errors and logging."""

import sys
from types import ModuleType


def _without_its_command_line() -> None:
    """httpx, which comes with python-telegram-bot, loads its command line and with it rich and pygments: 4 MB for
    nobody. In its place it finds this (docs/decisions/0011-lean-imports.md).
    """
    nothing = ModuleType("httpx._main")
    nothing.__dict__["main"] = lambda: None
    sys.modules.setdefault("httpx._main", nothing)


_without_its_command_line()
