"""The command line: `canting`. Whatever goes wrong is one sentence on stderr and an exit code, never a traceback."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot import log
from bot.settings import CommandError, SettingsError, load
from locales.languages import CatalogueError
from records.database import DatabaseError
from records.profile import ProfileError
from records.staff import Role
from records.vault import VaultError


def _commands(help_text: str) -> typer.Typer:
    """A group of commands, plainly: no colours, no boxes, and no tracebacks that show values."""
    return typer.Typer(
        help=help_text,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )


cli = _commands("Canting: the bot of a vocational training centre.")
staff_cli = _commands("Officers.")
key_cli = _commands("The secret key.")
cli.add_typer(staff_cli, name="staff")
cli.add_typer(key_cli, name="key")

KNOWN = (CommandError, SettingsError, CatalogueError, DatabaseError, VaultError)


@contextmanager
def _in_one_sentence() -> Iterator[None]:
    try:
        yield
    except ProfileError as fault:
        _fail(f"CANTING_PROFILE: {fault}")
    except KNOWN as fault:
        _fail(str(fault))
    except InvalidToken:
        _fail("Telegram does not know this token: check CANTING_TOKEN.")
    except (NetworkError, TelegramError) as fault:
        _fail(f"the Bot API cannot be reached ({fault.message}): check CANTING_API_URL and the network.")
    except SQLAlchemyError as fault:
        _fail(f"the database is not as the program expects ({type(fault).__name__}): run 'canting doctor'.")
    except OSError as fault:
        _fail(f"{fault.filename or 'a file'} cannot be used: {fault.strerror}.")


def _fail(sentence: str) -> None:
    sys.stderr.write(f"canting: {sentence.rstrip('.')}.\n")
    raise typer.Exit(1)


def _until_signalled(stop: Callable[[], None]) -> None:
    """Ctrl-C and a service manager's stop end the loop kindly."""
    import asyncio

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)


@cli.command()
def run() -> None:
    """Run the bot against Telegram (CANTING_TOKEN)."""
    gc.disable()  # nothing of what is loaded now is garbage
    import uvloop

    from bot.clock import SystemClock
    from bot.serving import serve

    gc.enable()

    with _in_one_sentence():
        settings = load()
        if not settings.token:
            raise SettingsError("CANTING_TOKEN is not set; without a Telegram account try 'canting simulate'.")
        log.set_up()
        uvloop.run(serve(settings, SystemClock(), lambda canting: _until_signalled(canting.stop)))


@cli.command()
def simulate(
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the last rehearsal and begin anew.")] = False,
    port: Annotated[int, typer.Option(help="The page's port; the next free one where it is taken.")] = 8765,
) -> None:
    """Rehearse: the bot against a simulated Telegram with demonstration data, in the browser."""
    import uvloop

    from bot.rehearsal import rehearse

    with _in_one_sentence():
        settings = load()
        log.set_up()
        uvloop.run(rehearse(settings, port, fresh, _until_signalled, typer.echo))


@cli.command()
def migrate() -> None:
    """Bring the database to this program's revision."""
    from records.migrate import head, upgrade

    with _in_one_sentence():
        upgrade(load().url)
        typer.echo(f"The database has revision {head()}.")


@cli.command()
def demonstrate() -> None:
    """Fill an empty database with invented people, classes and answers."""
    from bot.offline import demonstrate as fill

    with _in_one_sentence():
        typer.echo(fill(load()))


@cli.command()
def poster(
    code: Annotated[str, typer.Argument(help="The class's code, as its link or poster says it: k_2026-4-menjahit.")],
    file: Annotated[Path | None, typer.Argument(help="Where to write it: a .pdf (by default) or a .png.")] = None,
) -> None:
    """Write the poster of a class: one A4 page with its QR and code."""
    from bot.poster import write

    with _in_one_sentence():
        typer.echo(write(load(), code, file))


@cli.command()
def plan(
    days: Annotated[int, typer.Option(min=1, max=366, help="So many days from today on.")] = 30,
    names: Annotated[bool, typer.Option("--names", help="Name the people too: personal data.")] = False,
) -> None:
    """Say who gets what and when, how long the sending takes, and what is held back and why."""
    import asyncio

    from bot.clock import SystemClock
    from bot.plan import plan as planned

    with _in_one_sentence():
        typer.echo(asyncio.run(planned(load(), SystemClock(), days, names)))


@staff_cli.command()
def invite(
    role: Annotated[Role, typer.Option(help="What the new officer may do.")] = Role.OFFICER,
) -> None:
    """Print a link that makes whoever opens it first an officer; good for a week."""
    from bot.offline import invite as invitation

    with _in_one_sentence():
        typer.echo(invitation(load(), role))


@key_cli.command("export")
def export() -> None:
    """Print the recovery sheet of the secret key."""
    from bot.key import recovery_sheet

    with _in_one_sentence():
        typer.echo(recovery_sheet(load()))


@cli.command()
def doctor() -> None:
    """Say what is set, reachable, migrated and translated, and what to do about what is not."""
    from bot.doctor import examine

    with _in_one_sentence():
        healthy = examine(load, typer.echo)
    if not healthy:
        raise typer.Exit(1)


def main() -> None:
    """The entry point of the distribution. Whatever it writes is for the eyes of this user alone."""
    os.umask(0o077)
    cli()
