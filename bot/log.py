"""The log: one plain line an event, with a fixed name and fields.

Never a person's data, never a traceback with values.
"""

import logging
import sys
import traceback


def set_up(level: int = logging.INFO) -> None:
    """Ours at `level`, the libraries' warnings only."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s", force=True
    )
    logging.getLogger("canting").setLevel(level)
    # Their warnings would carry addresses with the token in them.
    for library in ("telegram", "aiohttp", "apscheduler", "asyncio", "httpx"):
        logging.getLogger(library).setLevel(logging.CRITICAL)


def logger() -> logging.Logger:
    return logging.getLogger("canting")


def event(name: str, **fields: object) -> None:
    logger().info("%s", _line(name, fields))


def fault(name: str, error: BaseException, **fields: object) -> None:
    """A fault by its kind and its place; the error's own words may hold data and stay out."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-4:]))
    logger().error("%s", _line(name, {"error": type(error).__name__, "where": where, **fields}))


def _line(name: str, fields: dict[str, object]) -> str:
    return " ".join((name, *(f"{key}={value}" for key, value in fields.items())))
