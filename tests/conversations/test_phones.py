"""Phone numbers: Indonesian unless they say otherwise, typed or shared."""

import pytest

from conversations import readers
from tests.conversations.speaker import refusal


@pytest.mark.parametrize(
    "typed",
    [
        *("081234567890", "0812 3456 7890", "0812-3456-7890", "+62 812 3456 7890", "62812 3456 7890"),
        *("tel:+6281234567890", "(0812) 34567890", "\uff1081234567890", "WA 0812.3456.7890"),
    ],
)
def test_a_number_is_indonesian_unless_it_says_otherwise(typed: str) -> None:
    assert readers.phone(typed) == "+6281234567890"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("(0285) 421234", "+62285421234"), ("+886912345678", "+886912345678"), ("+1 650 253 0000", "+16502530000")],
)
def test_a_landline_and_a_foreign_number_are_numbers_too(typed: str, kept: str) -> None:
    assert readers.phone(typed) == kept


@pytest.mark.parametrize("typed", ["", "tidak punya", "112", "0812345", "081234567890081234567890", "+999 123 4567"])
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    assert "0812 3456 7890" in refusal(readers.phone(typed))


@pytest.mark.parametrize(
    ("shared", "kept"),
    [
        ("6281234567890", "+6281234567890"),
        ("+6281234567890", "+6281234567890"),
        ("081234567890", "+6281234567890"),
        # Without its plus this Taiwanese number would be a valid Indonesian one.
        ("886912345678", "+886912345678"),
    ],
)
def test_a_shared_contact_has_its_plus_put_back(shared: str, kept: str) -> None:
    assert readers.phone(readers.shared_phone(shared)) == kept


def test_a_taiwanese_number_that_is_typed_without_its_plus_cannot_be_told_from_an_indonesian_one() -> None:
    assert readers.phone("886912345678") == "+62886912345678"
