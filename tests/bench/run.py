"""CPU per update and updates/s of the dialogue: ours and the partners, alternating in one run on one machine."""

import argparse
import sys

from tests.bench.contestants import NAMES
from tests.bench.figures import Runs, table, verdicts
from tests.bench.machine import facts
from tests.bench.measure import Figure, measure
from tests.bench.options import contestant, parser
from tests.bench.process import BotFailedError


def options() -> argparse.Namespace:
    made = parser("run", __doc__)
    made.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES), help="the bots to measure")
    made.add_argument("--partners-python", default=".venv/partners/bin/python", help="the partners' interpreter")
    made.add_argument("--people", type=int, default=40, help="people who walk in parallel (%(default)s)")
    made.add_argument("--rounds", type=int, default=5, help="measured walks of each (%(default)s)")
    made.add_argument("--warmup", type=int, default=2, help="walks of each before (%(default)s)")
    made.add_argument("--repeats", type=int, default=5, help="measurements of each bot (%(default)s)")
    return made.parse_args()


def measure_all(chosen: argparse.Namespace) -> Runs:
    """Every repeat measures each bot once, each repeat beginning with another one."""
    contestants = [contestant(name, chosen) for name in chosen.only]
    runs: dict[str, list[Figure]] = {one.name: [] for one in contestants}
    for repeat in range(chosen.repeats):
        turn = repeat % len(contestants)
        for one in contestants[turn:] + contestants[:turn]:
            figure = measure(one, chosen.people, chosen.warmup, chosen.rounds)
            runs[one.name].append(figure)
            speed = f"{figure.cpu_ms:.2f} ms CPU per update, {figure.updates_per_second:.0f} updates/s"
            print(f"repeat {repeat + 1}: {one.name}: {speed}", file=sys.stderr, flush=True)
    return runs


def main() -> int:
    chosen = options()
    try:
        runs = measure_all(chosen)
    except BotFailedError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"Machine: {facts()}")
    print(f"{chosen.people} people in parallel, {chosen.warmup} walks before, {chosen.rounds} measured, floods off\n")
    print(table(runs))
    judged = verdicts(runs)
    print("\n".join(["", *(sentence for _, sentence in judged)]))
    return 0 if all(kept for kept, _ in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
