"""How long the follow-up is: the usual case within its taps, at every wave."""

from dataclasses import replace

import pytest

from conversations.following.facts import Facts
from tests.conversations.following import (
    MOST,
    WAVES,
)
from tests.conversations.speaker import TALK, Speaker

# The usual cases, by their first answers; what follows is answered as it comes.
USUAL = {
    "employed": (("q1", "kerja"), ("q2", "4")),
    "own business": (("q1", "usaha"), ("q2b", "1")),
    "seeking work": (("q1", "cari_kerja"), ("q1b", "tidak"), ("q1c", "tidak"), ("q7", "mencari")),
}


def taps(facts: Facts, answers: dict[str, str]) -> int:
    """How many taps to the end; what is typed could be skipped by one."""
    speaker, count = Speaker.of("followup", facts), 0
    while speaker.step.ended is None:
        speaker.forges(f"{TALK}:{speaker.asked}:{answers.get(speaker.asked or '') or _any(speaker)}")
        count += 1
    return count


def _any(speaker: Speaker) -> str:
    return (speaker.buttons[0].data or "").split(":")[2]


@pytest.mark.parametrize("case", USUAL)
@pytest.mark.parametrize("wave", WAVES)
def test_the_usual_case_takes_at_most_five_taps_and_eight_at_months_6_and_12(wave: int, case: str) -> None:
    answers = dict(USUAL[case])
    assert taps(WAVES[wave], answers) <= MOST[wave], "who answers for the first time"
    last = {**answers, "q3": "0-1", "q4": "3"} if "q7" not in answers else answers
    known = replace(WAVES[wave], last=last, since_known=last.get("q3"))
    assert taps(known, {"still": "ya"}) <= MOST[wave], "where nothing has changed"


def test_whoever_found_her_first_job_since_gives_one_tap_more_at_most() -> None:
    last = dict(USUAL["seeking work"])
    for wave, facts in WAVES.items():
        found = taps(replace(facts, last=last), {"still": "tidak", **dict(USUAL["employed"])})
        assert found <= MOST[wave] + (1 if wave >= 6 else 0)
