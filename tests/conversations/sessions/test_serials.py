"""Registration numbers by their last digits: understood, asked, or unknown; never somebody else's."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.sessions.serials import resolve, resolve_all

NUMBERS = ("B4-0002", "B4-0012", "B4-0427", "B4-0127", "B4-10427")
serials = st.sets(st.integers(1, 99_999), min_size=1, max_size=40).map(lambda found: [f"B4-{n:04d}" for n in found])


def test_four_digits_mean_that_very_number_and_fewer_all_that_end_so() -> None:
    assert resolve("0427", NUMBERS).only == "B4-0427"
    assert resolve("b4-0427", NUMBERS).only == "B4-0427"
    assert resolve("27", NUMBERS).numbers == ("B4-0427", "B4-0127", "B4-10427")
    assert resolve("02", NUMBERS).only == "B4-0002"
    assert resolve("9", NUMBERS).numbers == ()
    assert resolve("dua", NUMBERS).numbers == ()


def test_several_are_read_in_their_order_and_each_once() -> None:
    assert [each.typed for each in resolve_all(" 0427, 12;0427\n9 ", NUMBERS)] == ["0427", "12", "9"]


@given(serials, st.data())
def test_a_whole_number_is_always_understood(numbers: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(numbers))
    assert resolve(wanted, numbers).only == wanted
    assert resolve(wanted.removeprefix("B4-"), numbers).only == wanted


@given(serials, st.text("0123456789", min_size=1, max_size=5))
def test_digits_mean_only_numbers_that_end_with_them(numbers: list[str], typed: str) -> None:
    assert all(number.endswith(typed) for number in resolve(typed, numbers).numbers)
