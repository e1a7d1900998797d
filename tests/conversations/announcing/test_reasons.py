"""Reasons: whatever the courier writes down of a message that did not arrive is told in words."""

import ast
from collections.abc import Iterator
from pathlib import Path

from conversations.announcing.going import reasons
from handlers import courier
from records.deliveries import DeliveryStatus

TOLD = {status.name for status in reasons.OUTCOMES}


def written() -> Iterator[str]:
    """The reasons in its receipts that end a message."""
    for call in ast.walk(ast.parse(Path(courier.__file__).read_text())):
        match call:
            case ast.Call(
                func=ast.Name("Receipt"), args=[ast.Attribute(attr=status), ast.Constant(value=str(why))]
            ) if status in TOLD:
                yield why


def test_each_reason_of_the_courier_has_words() -> None:
    found = set(written())
    assert {"chat not found", "may not post", "timed out"} <= found
    assert not [why for why in found if reasons.in_words(DeliveryStatus.BLOCKED, why) is None]
