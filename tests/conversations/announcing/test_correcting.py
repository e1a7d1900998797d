"""Correcting: a field for which nobody has a value is not taken, and one that some lack is told before the yes."""

import pytest

from conversations.announcing.going.correcting import SCRIPT, Facts
from conversations.script import Answers, Misread
from records.reach import Reach
from tests.conversations.speaker import plain

WORDS, SURE = SCRIPT.asks
NUMBER = "Nomor {nomor}: besok."


def _read(typed: str, facts: Facts) -> str:
    assert WORDS.reader is not None
    found = WORDS.reader(typed, Answers(), facts)
    return plain(found.text) if isinstance(found, Misread) else found


@pytest.mark.parametrize(
    ("facts", "typed", "said"),
    [
        (Facts(1, Reach(5, 0, 2, without_number=7)), NUMBER, "Nobody in the audience has a {nomor}."),
        (Facts(1, Reach(5), has_groups=True), "Halo {nama}!", "It went to a group too, which cannot read {nama}"),
        (Facts(1, Reach(5), has_day=False), "Besok, {tanggal}.", "about no day"),
        (Facts(1, Reach(5, 0, 2, without_number=6)), NUMBER, NUMBER),
        (Facts(1, Reach(5), has_groups=True), "Besok, {tanggal}.", "Besok, {tanggal}."),
    ],
)
def test_what_cannot_be_filled_in_where_it_stands_is_not_taken(facts: Facts, typed: str, said: str) -> None:
    assert said in _read(typed, facts)


def test_who_lacks_a_field_and_what_cannot_be_touched_is_said_before_the_yes() -> None:
    said = plain(
        SURE.prompt(Answers({("words", 0): NUMBER}), Facts(1, Reach(5, 3, 2, without_class=1, without_number=4)))
    )
    assert "⚠️ 4 people have no {nomor}: they do not get the new words." in said
    assert "In 3 chats the message stays as it is" in said
    assert "{kelas}" not in said
    assert "in 5 chats" in said
