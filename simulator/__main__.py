"""The simulator alone: `python -m simulator --port 8765`."""

import argparse
import sys
from pathlib import Path

from aiohttp import web

from simulator.server import build_app
from simulator.world import World


def main() -> int:
    """Read the command line and serve until interrupted."""
    options = _parser().parse_args()
    world = World(
        token=options.token,
        floods=not options.no_floods,
        home=options.home,
        clock_url=options.clock_url,
        jitter=options.jitter_ms,
    )
    address = f"http://127.0.0.1:{options.port}/"

    def listening(_text: str) -> None:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()

    try:
        web.run_app(build_app(world), host="127.0.0.1", port=options.port, print=listening, access_log=None)
    except OSError as error:
        sys.stderr.write(f"Cannot listen on {address}: {error.strerror}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="simulator", description="A local Telegram.")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--home", type=Path, help="keep the world in this folder; without it, in memory")
    parser.add_argument("--token", default="1:TEST", help="the bot's token")
    parser.add_argument("--clock-url", help="where the bot is asked to travel in time")
    parser.add_argument("--no-floods", action="store_true", help="let any number of messages through")
    parser.add_argument("--jitter-ms", type=_range, help="each way takes so many milliseconds, such as 0-40")
    return parser


def _range(text: str) -> tuple[float, float]:
    low, _, high = text.partition("-")
    try:
        found = float(low), float(high or low)
    except ValueError:
        raise argparse.ArgumentTypeError("expected a range such as 0-40") from None
    if not 0 <= found[0] <= found[1]:
        raise argparse.ArgumentTypeError("expected a range such as 0-40")
    return found


if __name__ == "__main__":
    sys.exit(main())
