"""The documents: what they name exists, and what exists is named where a reader looks for it."""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from bot.cli import cli
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
OPERATIONS = ROOT / "docs" / "operations.md"
# For rehearsals of a crash only: kept out of the table that people fill in.
NOT_FOR_EVERYONE = {f"{PREFIX}FAILPOINT"}


def project_files() -> Iterator[Path]:
    """Every file that is, or would be, in git."""
    ignored = [line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()]
    ignored = [pattern for pattern in ignored if pattern] + [".git"]

    def kept(name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in ignored)

    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if kept(name)]
        yield from (Path(folder, name) for name in files if kept(name))


def documents() -> list[Path]:
    return sorted(path for path in project_files() if path.suffix == ".md")


def name_of(document: Path) -> str:
    return str(document.relative_to(ROOT))


every_document = pytest.mark.parametrize("document", documents(), ids=name_of)


def code_of(document: Path) -> str:
    """What a document shows as code: fenced, indented, or between backticks."""
    words = document.read_text("utf-8")
    spans = re.findall(r"```.*?```|`[^`\n]+`", words, re.DOTALL)
    return "\n".join([*spans, *re.findall(r"^ {4,}\S.*$", words, re.MULTILINE)])


def rows_of(document: Path, pattern: str) -> set[str]:
    """The names in backticks that begin the rows of its tables."""
    return set(re.findall(rf"^\| `({pattern})` \|", document.read_text("utf-8"), re.MULTILINE))


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    variables = dict(re.findall(r"^(\w+) :?= (\S+)$", makefile, re.MULTILINE))
    rules = re.findall(r"^([^\s#.:=][^\s:=]*|\.[a-z][^\s:=]*):(?!=)", makefile, re.MULTILINE)
    return {re.sub(r"\$\((\w+)\)", lambda found: variables.get(found[1], ""), rule) for rule in rules}


def commands() -> dict[str, set[str]]:
    """Every command of the command line, such as `staff invite`, with its options."""
    found = {}
    for name, command in typer.main.get_group(cli).commands.items():
        inner = command.commands.items() if isinstance(command, TyperGroup) else ()
        for full, each in [(f"{name} {sub}", each) for sub, each in inner] or [(name, command)]:
            found[full] = {option for parameter in each.params for option in parameter.opts}
    return found


@every_document
def test_every_make_target_that_a_document_names_exists(document: Path) -> None:
    named = set(re.findall(r"\bmake ([a-z.][\w./-]*)", code_of(document)))
    assert named <= make_targets()


def test_every_target_that_is_called_phony_has_a_rule() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) <= make_targets()


@every_document
def test_every_command_that_a_document_names_exists_with_its_options(document: Path) -> None:
    known = commands()
    for words, options in re.findall(r"(?<![\w.-])canting ((?:[a-z]+ ?)+)((?: ?--[a-z-]+)*)", code_of(document)):
        assert words.strip() in known
        assert set(options.split()) <= known[words.strip()], f"canting {words}{options}"


def test_the_readme_names_every_command() -> None:
    lines = README.read_text("utf-8")
    assert [name for name in commands() if f"| `canting {name}` |" not in lines] == []


def test_the_table_of_settings_is_that_of_the_program() -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert rows_of(README, rf"{PREFIX}\w+") == settings - NOT_FOR_EVERYONE


@every_document
def test_every_setting_that_a_document_names_exists(document: Path) -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", document.read_text("utf-8"))) <= settings


def test_the_settings_that_are_not_for_everyone_are_explained_to_operators() -> None:
    words = OPERATIONS.read_text("utf-8")
    assert [name for name in NOT_FOR_EVERYONE if name not in words] == []


def test_the_list_of_log_events_is_that_of_the_program() -> None:
    logged = {
        name
        for folder in ("bot", "scheduler")
        for file in (ROOT / folder).glob("*.py")
        for name in re.findall(r"\b(?:log\.(?:event|fault)|_?on_fault)(?:\(|,)\s*f?\"(\w+)", file.read_text("utf-8"))
    }
    assert logged
    assert rows_of(OPERATIONS, r"\w+") == logged


@every_document
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8"))
    paths = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [path for path in paths if path and not (document.parent / path).exists()] == []


def test_the_lock_files_hold_hashes_and_no_address() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        lines = lock.read_text("utf-8").splitlines()
        assert [line for line in lines if "://" in line or line.startswith("-")] == [], lock.name
        pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]
        assert pinned
        assert [line for line in pinned if "==" not in line or not line.endswith("\\")] == []
