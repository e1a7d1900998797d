"""The bots that are measured: how each is prepared and started, and the script its people walk."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.load import Load
from tests.bench.process import BotFailedError, Process, run_to_end

PARTNERS = Path(__file__).parent / "partners"
START_SECONDS = 30
OURS = "canting"
PARTNER_FILES = {"aiogram": "aiogram_bot.py", "conversationhandler": "conversationhandler_bot.py"}
NAMES = (OURS, *PARTNER_FILES)


@dataclass(frozen=True, slots=True)
class Contestant:
    """One bot. `{url}` and `{home}` in its commands and environment are the API's address and a fresh directory."""

    name: str
    script: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    prepare: Sequence[Sequence[str]] = ()

    @contextmanager
    def running(self, load: Load, home: Path) -> Iterator[Process]:
        """The bot on a fresh home, prepared and started."""
        places = {"url": load.url, "home": str(home)}
        environment = {name: value.format(**places) for name, value in self.environment.items()}
        for command in self.prepare:
            run_to_end([word.format(**places) for word in command], environment)
        with Process([word.format(**places) for word in self.command], environment, home) as process:
            yield process

    def wait_for_poll(self, load: Load, process: Process) -> float:
        """Seconds from the start of the process to its first getUpdates."""
        for _ in range(START_SECONDS):
            with suppress(TimeoutError):
                return load.first_poll(timeout=1) - process.started
            if not process.alive:
                raise process.failure(f"{self.name} ended before it asked for updates")
        raise process.failure(f"{self.name} did not ask for updates within {START_SECONDS} s")


def partner(name: str, python: str) -> Contestant:
    """A measuring partner, run by the interpreter of the partners' environment."""
    interpreter = Path(python)
    if not interpreter.exists():
        raise BotFailedError(
            f"no {python}: make an environment there from requirements/partners.txt, or say --partners-python"
        )
    return Contestant(
        name, "partner", [str(interpreter.absolute()), str(PARTNERS / PARTNER_FILES[name]), "{url}", "{home}"]
    )


def ours(command: Sequence[str], prepare: Sequence[Sequence[str]]) -> Contestant:
    """Canting as it ships: unmodified `canting run`, the pace off since the load server has no floods."""
    environment = {
        "CANTING_TOKEN": "1:TEST",
        "CANTING_API_URL": "{url}",
        "CANTING_HOME": "{home}",
        "CANTING_PACE": "off",
    }
    return Contestant(OURS, "canting", command, environment, prepare)
