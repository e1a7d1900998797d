"""Batches: long lists of ids in pieces that fit into one statement on every database."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
SIZE = 500


def batched(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), SIZE):
        yield items[at : at + SIZE]
