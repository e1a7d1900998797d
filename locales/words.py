"""Words: `make words` gathers the msgids from the code into the catalogues. English translates itself; the others
wait for people.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.pofile import read_po, write_po

from locales.languages import HERE, SPOKEN, read_catalogue

TEMPLATE = HERE / "canting.pot"
UPDATE = ("--no-fuzzy-matching", "--ignore-obsolete", "--omit-header", "--width=10000")
SOURCES = ("bot", "handlers", "conversations", "scheduler")


def _babel(*arguments: str) -> None:
    command = (sys.executable, "-m", "babel.messages.frontend", *arguments)
    subprocess.run(command, check=True)  # noqa: S603  the arguments are our own


def extract(to: Path = TEMPLATE) -> None:
    """The template, without line numbers: they would change with every edit."""
    _babel(
        "extract",
        "-F",
        str(HERE / "babel.cfg"),
        "-o",
        str(to),
        "--no-location",
        "--sort-output",
        "--project=canting",
        "--omit-header",
        *SOURCES,
    )


def update(code: str) -> None:
    """A language's catalogue brought up to the template; one that is missing begins empty."""
    path = HERE / code / "LC_MESSAGES" / "canting.po"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        _babel("init", "-i", str(TEMPLATE), "-o", str(path), "-l", code)
    _babel("update", "-i", str(TEMPLATE), "-o", str(path), "-l", code, *UPDATE)


def fill_english(path: Path) -> None:
    """English is what the msgids are written in."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for message in catalogue:
        if message.id and not message.string:
            message.string = message.id
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=True, sort_output=True, width=0)


def check() -> None:
    """Fails where the catalogues do not hold just what the code says, or leave something untranslated."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "canting.pot"
        extract(fresh)
        for code in SPOKEN:
            path = HERE / code / "LC_MESSAGES" / "canting.po"
            _babel("update", "--check", "-i", str(fresh), "-o", str(path), "-l", code, *UPDATE)
            read_catalogue(code)


def main() -> None:
    if "--check" in sys.argv:
        check()
        return
    extract()
    for code in SPOKEN:
        update(code)
    fill_english(HERE / "en" / "LC_MESSAGES" / "canting.po")


if __name__ == "__main__":
    main()
