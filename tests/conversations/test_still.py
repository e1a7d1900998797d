"""Later waves: one tap fitted to the last answer carries over what has not changed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.engine import Ended
from conversations.following.examples import BUSINESS, EMPLOYED, FIRST, SEEKING, SIXTH
from conversations.following.facts import Facts
from conversations.following.meaning import employment, labour_status
from conversations.following.still import ANEW, in_all
from conversations.script import Answers
from records.labour import LabourStatus
from tests.conversations.speaker import TALK, Speaker

THIRD = replace(FIRST, wave=3)
FAMILY = {"q1": "bantu_keluarga", "q3": "saat", "q4": "2"}
OJT = {"q1": "ojt", "ojt": "ya", "q4": "4"}
PREPARING = {**SEEKING, "q7": "menyiapkan"}


def later(last: dict[str, str], facts: Facts = THIRD) -> Speaker:
    """Somebody who told this in the wave before."""
    return Speaker.of("followup", replace(facts, last=last, since_known=last.get("q3")))


def told(speaker: Speaker) -> Answers:
    return in_all(speaker.step.answers, speaker.facts)


@pytest.mark.parametrize(
    ("last", "question"),
    [
        (EMPLOYED, "Are you <b>still at PT Contoh</b>?"),
        ({**EMPLOYED, "employer": "-"}, "Do you <b>still work at the same place</b>?"),
        (BUSINESS, "In the last 7 days, did you <b>still run your business</b> or sell something?"),
        (FAMILY, "In the last 7 days, did you <b>still help in the family's business</b>?"),
        (OJT, "In the last 7 days, were you <b>still in your OJT</b> or internship?"),
        (SEEKING, "Are you <b>still looking for work</b>?"),
        (PREPARING, "Are you <b>still preparing a business</b>?"),
    ],
)
def test_the_first_question_fits_the_last_answer(last: dict[str, str], question: str) -> None:
    speaker = later(last)
    assert speaker.asked == "still"
    assert question in speaker.page
    assert speaker.labels[:2] == ["✅ Yes, still", "No, it has changed"]


def test_a_yes_is_told_to_mean_the_last_seven_days() -> None:
    assert "in the last 7 days you worked there, if only for an hour" in later(EMPLOYED).page
    assert "in the last 7 days you did not work or sell anything" in later(SEEKING).page


@pytest.mark.parametrize(
    "last",
    [
        {},
        {"q1": "cari_kerja"},
        {"q1": "rumah_tangga", "q1b": "tidak", "q1c": "tidak", "q7": "tidak"},
        {"q1": "sekolah", "q1b": "ya"},
        {"q1": "cari_kerja", "q1c": "tidak", "q7": "mencari"},
        {**SEEKING, "q7": "diterima"},
        {**SEEKING, "q7": "tidak_mungkin"},
    ],
)
def test_where_the_last_answer_says_too_little_all_is_asked(last: dict[str, str]) -> None:
    assert later(last).asked == "q1"


def test_still_the_same_is_one_tap_at_month_three_and_all_of_it_is_kept() -> None:
    speaker = later(EMPLOYED).taps("✅ Yes, still")
    assert speaker.step.ended is Ended.CONCLUDED
    assert told(speaker).plain() == {**EMPLOYED, "still": "ya"}
    assert labour_status(told(speaker)) is LabourStatus.WORKING
    assert employment(told(speaker)) == 4


def test_the_household_that_still_sells_stays_a_household_that_works() -> None:
    speaker = later(BUSINESS).taps("✅ Yes, still", "Skip")
    assert told(speaker)["q1"] == "rumah_tangga"
    assert (labour_status(told(speaker)), employment(told(speaker))) == (LabourStatus.WORKING, 1)


def test_month_six_asks_only_what_it_needs_anew() -> None:
    speaker = later({**EMPLOYED, "q5": "2"}, SIXTH).taps("✅ Yes, still")
    asked = []
    while speaker.step.ended is None:
        asked.append(speaker.asked)
        speaker.forges(speaker.buttons[0].data or "")
    assert asked == ["q5", "sector", "place", "satisfaction", "needs"]
    twelfth = replace(SIXTH, wave=12)
    again = later({**told(speaker).plain()}, twelfth).taps("✅ Yes, still")
    assert again.asked == "q5"
    assert again.forges(f"{TALK}:q5:3").asked == "satisfaction"


def test_a_question_that_the_last_wave_did_not_reach_is_asked_now() -> None:
    assert later({"q1": "kerja", "q2": "4"}).taps("✅ Yes, still").asked == "q3"


def test_no_asks_all_but_since_when() -> None:
    speaker = later(EMPLOYED).taps("No, it has changed")
    assert speaker.asked == "q1"
    speaker.forges(f"{TALK}:q1:cari_kerja").forges(f"{TALK}:q1b:tidak").forges(f"{TALK}:q1c:tidak")
    speaker.forges(f"{TALK}:q7:mencari")
    assert speaker.step.ended is Ended.CONCLUDED
    assert labour_status(told(speaker)) is LabourStatus.UNEMPLOYED
    assert "employer" not in told(speaker)


def test_whoever_taps_yes_by_mistake_goes_back() -> None:
    speaker = later(EMPLOYED, SIXTH).taps("✅ Yes, still").says("back").taps("No, it has changed")
    assert speaker.asked == "q1"
    assert told(speaker).plain() == {"still": "tidak"}


CODES = {
    "q1": ("kerja", "usaha", "bantu_keluarga", "ojt", "cari_kerja", "sekolah"),
    "q1b": ("ya", "tidak"),
    "q1c": ("ya", "tidak"),
    "q2c": ("kerja", "usaha", "bantu_keluarga"),
    "q2": ("4", "5", "6"),
    "q2b": ("1", "2", "3"),
    "q4": ("1", "4"),
    "q5": ("1", "-"),
    "employer": ("-", "PT Contoh"),
    "q7": ("mencari", "menyiapkan", "tidak"),
    "satisfaction": ("1", "5"),
}


# No record is without Q1.
TOLD = st.fixed_dictionaries(
    {"q1": st.sampled_from(CODES["q1"])},
    optional={key: st.sampled_from(codes) for key, codes in CODES.items() if key != "q1"},
)


@given(TOLD, st.data())
def test_whatever_was_told_last_a_yes_ends_with_the_same_status_and_asks_nothing_twice(
    last: dict[str, str], data: st.DataObject
) -> None:
    speaker = later(last, data.draw(st.sampled_from((THIRD, SIXTH))))
    if speaker.asked != "still":
        return
    speaker.forges(f"{TALK}:still:ya")
    while speaker.step.ended is None:
        assert speaker.asked not in set(last) - ANEW
        choice = data.draw(st.sampled_from([b for b in speaker.buttons if (b.data or "").split(":")[1] != "."]))
        speaker.forges(choice.data or "")
    assert labour_status(told(speaker)) is labour_status(Answers({(key, 0): value for key, value in last.items()}))
    assert {key: told(speaker)[key] for key in set(last) - ANEW} == {k: v for k, v in last.items() if k not in ANEW}
