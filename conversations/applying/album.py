"""The files that a talk brought, by kind; two that came as one album are told apart by who sent them."""

from itertools import combinations
from typing import Any

from conversations.applying import document_words
from conversations.event import File
from conversations.script import Answers, Ask, Choice
from locales.text import _
from records.documents import DocumentKind

FIRST, SECOND = "first", "second"
KINDS = tuple(DocumentKind)


def files_of(answers: Answers) -> dict[DocumentKind, File]:
    """By kind, as they were asked for."""
    found = {kind: answers.get(kind.value) for kind in KINDS}
    return {kind: File.from_json(value) for kind, value in found.items() if value is not None and value.startswith("{")}


def _album(answers: Answers) -> tuple[DocumentKind, DocumentKind] | None:
    """Two kinds that were answered with one album."""
    files = [(kind, file.album) for kind, file in files_of(answers).items() if file.album]
    pairs = ((one, other) for (one, album), (other, same) in combinations(files, 2) if album == same)
    return next(pairs, None)


def told_apart(answers: Answers) -> dict[DocumentKind, File]:
    """By kind, as she said which is which."""
    files, album = files_of(answers), _album(answers)
    if album is not None and answers.get("which") == SECOND:
        one, other = album
        files[one], files[other] = files[other], files[one]
    return files


def _which_choices(answers: Answers, _facts: Any) -> tuple[Choice, ...]:
    one, other = _album(answers) or (KINDS[0], KINDS[1])
    return (
        Choice(FIRST, _("The first is the {kind}", kind=document_words.KIND[one])),
        Choice(SECOND, _("The first is the {kind}", kind=document_words.KIND[other])),
    )


WHICH: Ask[Any] = Ask(
    key="which",
    when=lambda answers, _f: _album(answers) is not None,
    prompt=lambda _a, _f: _("You sent two together. Which is which?"),
    choices=_which_choices,
    rests_on=tuple(kind.value for kind in KINDS),
)
