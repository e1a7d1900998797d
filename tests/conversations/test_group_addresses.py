"""Addresses of groups: whatever a button says of one fits into Telegram's 64 bytes, at any id that there can be."""

import pytest

from conversations.announcing.audience.group_address import MOST, Address
from conversations.reply import BUTTON_DATA_BYTES
from records.audiences import Trait
from records.audiences.occurring import ROAD

LAST_ID = 10**18 - 1
LONGEST = {Trait.STATUS: max(ROAD, key=len), Trait.KECAMATAN: "33.75.0001", Trait.REPLY: f"{LAST_ID}.read"}


@pytest.mark.parametrize("trait", Trait)
def test_a_button_of_any_value_fits(trait: Trait) -> None:
    address = Address(LAST_ID, without=True, at=MOST - 1)
    value = LONGEST.get(trait, str(LAST_ID))
    assert len(f"m:groupof:{address.values(trait, 9999)}.+{value}".encode()) <= BUTTON_DATA_BYTES
