"""The follow-up: every way through the questionnaire, against a table written by hand from the domain's."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.engine import Ended
from conversations.following.facts import Facts
from conversations.following.meaning import employment, labour_status
from tests.conversations.following import (
    END,
    WAVES,
    Path,
    following,
    meant,
    offered,
)
from tests.conversations.speaker import TALK, Speaker


def after(path: Path, facts: Facts) -> Speaker:
    """Somebody who gave these answers; at each the script asks what the table asks, and offers the same."""
    speaker = Speaker.of("followup", facts)
    for n, (question, answer) in enumerate(path):
        assert speaker.asked == question == following(path[:n], facts)
        buttons = [(button.data or "").split(":") for button in speaker.buttons]
        assert {value for _talk, key, value in buttons if key == question} == offered(question, facts)
        speaker.forges(f"{TALK}:{question}:{answer}")
    return speaker


BRANCHING = {"q1", "q1b", "q1c", "q2c", "q2", "q2b", "ojt", "q7"}


def ways(facts: Facts, path: Path = ()) -> Iterator[Path]:
    """Every way that branches, to its end; where nothing branches, one answer stands for all."""
    question = following(path, facts)
    if question == END:
        yield path
        return
    answers = sorted(offered(question, facts))
    for answer in answers if question in BRANCHING else answers[:1]:
        yield from ways(facts, (*path, (question, answer)))


@pytest.mark.parametrize("known", [None, "0-1"])
@pytest.mark.parametrize("wave", WAVES)
def test_every_way_through_asks_and_means_what_the_questionnaire_says(wave: int, known: str | None) -> None:
    facts = replace(WAVES[wave], since_known=known)
    found = list(ways(facts))
    assert len(found) == 3 + 3 + 1 + 2 + 4 * (7 + 7 + 5)
    for path in found:
        speaker = after(path, facts)
        assert speaker.conclusion.plain() == dict(path)
        assert (labour_status(speaker.conclusion), employment(speaker.conclusion)) == meant(path)


@given(st.sampled_from(sorted(WAVES)), st.sampled_from((None, "saat")), st.booleans(), st.data())
def test_any_way_at_all_is_the_one_of_the_table(wave: int, known: str | None, umk: bool, data: st.DataObject) -> None:
    facts = replace(WAVES[wave], since_known=known, umk=2_700_926 if umk else None)
    path: Path = ()
    while (question := following(path, facts)) != END:
        path = (*path, (question, data.draw(st.sampled_from(sorted(offered(question, facts))))))
    assert after(path, facts).step.ended is Ended.CONCLUDED
