"""The answers of a follow-up: what each counts for, and what is asked once or anew."""

from dataclasses import replace

import pytest

from conversations.following import questionnaire
from conversations.following.examples import FIRST, SIXTH
from conversations.following.meaning import employment, labour_status
from conversations.script import Answers
from records.labour import LabourStatus
from tests.conversations.following import OJT, OUTSIDE, UNEMPLOYED, WORKING, answered
from tests.conversations.speaker import TALK, Speaker


def test_a_name_is_asked_with_the_first_job_so_that_the_next_wave_can_open_with_it() -> None:
    speaker = answered("kerja", "4", "0-1", "3", facts=FIRST)
    assert speaker.asked == "employer"
    speaker.says("PT Maju & Jaya")
    assert speaker.conclusion["employer"] == "PT Maju & Jaya"


def test_income_is_asked_in_round_rupiah_of_the_years_minimum_wage_and_need_not_be_told() -> None:
    speaker = answered("kerja", "4", "0-1", "3", facts=SIXTH)
    assert speaker.asked == "q5"
    bounds = [button.label.values for button in speaker.buttons[:4]]
    assert [[value.amount for value in each.values()] for each in bounds] == [  # type: ignore[union-attr]
        [1_350_000],
        [1_350_000, 2_700_000],
        [2_700_000, 4_050_000],
        [4_050_000],
    ]
    assert speaker.labels[4] == "I would rather not say"


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ((), LabourStatus.UNDETERMINED, None),
        (("kerja",), WORKING, None),
        (("kerja", "5"), WORKING, 5),
        (("usaha",), WORKING, None),
        (("usaha", "2"), WORKING, 2),
        (("bantu_keluarga",), WORKING, 7),
        (("ojt",), OJT, None),
        (("cari_kerja",), LabourStatus.UNDETERMINED, None),
        (("cari_kerja", "tidak"), LabourStatus.UNDETERMINED, None),
        (("cari_kerja", "tidak", "tidak"), UNEMPLOYED, None),
        (("cari_kerja", "ya"), WORKING, None),
        (("sekolah", "ya", "bantu_keluarga"), WORKING, 7),
        (("rumah_tangga", "tidak"), LabourStatus.UNDETERMINED, None),
        (("rumah_tangga", "tidak", "tidak"), OUTSIDE, None),
        (("rumah_tangga", "tidak", "ya"), WORKING, None),
        (("lainnya", "tidak", "ya", "usaha"), WORKING, None),
        (("lainnya", "tidak", "ya", "usaha", "3"), WORKING, 3),
    ],
)
def test_a_partial_answer_counts_for_the_questions_it_reached(
    values: tuple[str, ...], status: LabourStatus, code: int | None
) -> None:
    answers: Answers = answered(*values).step.answers
    assert labour_status(answers) is status
    assert employment(answers) == code


def test_since_when_she_works_is_asked_once_in_all() -> None:
    assert answered("bantu_keluarga").asked == "q3"
    assert answered("bantu_keluarga", facts=replace(FIRST, since_known="0-1")).asked == "q4"


def test_a_talk_that_waited_for_since_when_goes_on_once_that_is_known_otherwise() -> None:
    """Another talk of hers told it meanwhile."""
    talk = answered("kerja", "4").talk
    speaker = Speaker(questionnaire.SCRIPT, replace(FIRST, since_known="0-1"), talk).forges(f"{TALK}:q3:0-1")
    assert speaker.asked == "q4"


def test_another_main_activity_takes_back_what_was_said_on_its_way() -> None:
    speaker = answered("cari_kerja", "tidak", "ya", "kerja").says("back", "back", "back", "back")
    speaker.forges(f"{TALK}:q1:sekolah")
    assert speaker.asked == "q2", "the way is the same, so are its answers"
    speaker.says("back", "back", "back").forges(f"{TALK}:q1b:ya")
    assert speaker.answers == {"q1": "sekolah", "q1b": "ya", "q2c": "kerja"}
    speaker.says("back", "back", "back").forges(f"{TALK}:q1:ojt")
    assert speaker.answers == {"q1": "ojt"}
    assert speaker.asked == "ojt"
