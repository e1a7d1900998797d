"""The browser: Debian's Chromium, led by Playwright. Where there is none, one sentence says how to get it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "the page is tried in Chromium, and there is none on this machine: apt-get install chromium"
SWITCHES = ("--disable-gpu", "--disable-background-networking", "--no-first-run")
PATIENCE_MS = 20_000


def find_chromium() -> str | None:
    """Where it lies."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def sandbox() -> tuple[str, ...]:
    """Chromium cannot build its sandbox as root."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser without a window. Raises FileNotFoundError, with what to do, where none is installed."""
    executable = find_chromium()
    if executable is None:
        raise FileNotFoundError(MISSING)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*SWITCHES, *sandbox()])
        try:
            yield browser
        finally:
            browser.close()
