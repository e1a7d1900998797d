"""The options that the benchmarks share: how ours and the partners are started."""

import argparse
import shlex

from tests.bench.contestants import OURS, Contestant, ours, partner

CANTING = ".venv/bin/canting"


def parser(module: str, description: str | None) -> argparse.ArgumentParser:
    """A parser with the options that say how ours is prepared and started."""
    made = argparse.ArgumentParser(prog=f"python -m tests.bench.{module}", description=description)
    made.add_argument("--ours", default=f"{CANTING} run", help="the command that runs our bot (default: %(default)s)")
    made.add_argument(
        "--prepare",
        action="append",
        metavar="COMMAND",
        help="a command to run before it on the fresh home, perhaps several (default: migrate, then demonstrate)",
    )
    return made


def our_bot(options: argparse.Namespace) -> Contestant:
    prepare = options.prepare or [f"{CANTING} migrate", f"{CANTING} demonstrate"]
    return ours(shlex.split(options.ours), [shlex.split(command) for command in prepare])


def contestant(name: str, options: argparse.Namespace) -> Contestant:
    return our_bot(options) if name == OURS else partner(name, options.partners_python)
