"""The source as data: the sentences and the buttons that stand in it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEAKING = ("bot", "handlers", "conversations", "scheduler")


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module that may say something."""
    files = sorted(path for folder in SPEAKING for path in (ROOT / folder).rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}


def sentences() -> Iterator[str]:
    """The msgid of every `_("...")`."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                msgid = node.args[0]
                assert isinstance(msgid, ast.Constant), f"{path.name}:{node.lineno}: a sentence must be written out"
                assert isinstance(msgid.value, str)
                yield msgid.value


def screen_buttons() -> Iterator[tuple[str, str]]:
    """The name of a screen in every `m:<name>` and `m:<name>:...`, with the file where it stands."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("m:"):
                name = node.value.split(":")[1]
                if name:
                    yield path.name, name
