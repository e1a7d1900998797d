"""Who an applicant is: what the NIK says of her, what to do where that differs, and ages that do not fit."""

from dataclasses import replace
from datetime import date

import pytest

from conversations.examples import WOMAN_OF_1999
from records.requirements import Requirements
from tests.conversations.applicants import BORN, FOR_RESIDENTS, RIGHT, WRONG, identified, nik, registered
from tests.conversations.speaker import Speaker


def test_the_nik_stands_in_full_on_no_page_that_follows_it() -> None:
    speaker = registered()
    assert WOMAN_OF_1999 not in speaker.page
    while speaker.asked != "name":
        speaker.says("back")
        assert WOMAN_OF_1999 not in " ".join([speaker.page, *speaker.labels])
    speaker = registered().taps("✏️ Change something", "NIK")
    assert speaker.labels[0] == "Keep: ••••••••••••0001"


def test_what_the_nik_says_of_her_is_asked_not_assumed() -> None:
    assert "you were born on <b>17 August 1999</b>, <b>woman</b>. Is that right?" in identified().page
    assert "<b>5 March 2001</b>, <b>man</b>" in identified(nik(date(2001, 3, 5), woman=False)).page


def test_whoever_says_no_and_then_the_same_is_not_asked_about_a_difference() -> None:
    speaker = identified().taps(WRONG).says("17-8-1999").taps("Woman")
    assert speaker.asked == "kecamatan"
    speaker.taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    speaker.taps("Senior secondary (SMA/MA/Paket C)", "2017", "Looking for work", "Not yet")
    assert f"Born: <b>{BORN}</b>" in speaker.page


def differing() -> Speaker:
    """Her NIK says the 17th, she writes the 18th."""
    return identified().taps(WRONG).says("18-8-1999").taps("Woman")


def test_a_difference_is_shown_with_four_ways_out() -> None:
    speaker = differing()
    assert speaker.asked == "difference"
    assert f"Your NIK says {BORN}; you wrote 18 August 1999, woman. What shall we do?" in speaker.page
    assert speaker.labels[:4] == [
        "Correct the NIK",
        "Correct the date of birth",
        "Correct woman/man",
        "Both stand so on my KTP",
    ]


def test_the_sex_may_differ_as_well() -> None:
    assert identified().taps(WRONG).says("17-8-1999").taps("Man").asked == "difference"


def test_both_may_stand_so_on_the_ktp() -> None:
    speaker = differing().taps("Both stand so on my KTP")
    assert speaker.asked == "kecamatan"
    speaker.taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    speaker.taps("Senior secondary (SMA/MA/Paket C)", "2017", "Looking for work", "Not yet")
    assert "Born: <b>different from the NIK</b>\nDate of birth: <b>18 August 1999</b>\nWoman/man: <b>Woman</b>" in (
        speaker.page
    )


def test_the_date_may_be_corrected() -> None:
    speaker = differing().taps("Correct the date of birth")
    assert (speaker.asked, speaker.labels[0]) == ("birth_date", "Keep: 18 August 1999")
    assert speaker.says("17 Agustus 1999").asked == "kecamatan"
    kept = differing().taps("Correct the date of birth", "Keep: 18 August 1999")
    assert kept.asked == "difference"


def test_the_sex_may_be_corrected() -> None:
    speaker = identified().taps(WRONG).says("17-8-1999").taps("Man", "Correct woman/man")
    assert (speaker.asked, speaker.labels[0]) == ("sex", "Keep: Man")
    assert speaker.taps("Woman").asked == "kecamatan"


def test_the_nik_may_be_corrected_and_says_anew_who_she_is() -> None:
    speaker = differing().taps("Correct the NIK")
    assert speaker.asked == "nik"
    speaker.says(nik(date(1999, 8, 18)))
    assert speaker.asked == "birth"
    assert "18 August 1999" in speaker.page
    assert speaker.taps(RIGHT).asked == "kecamatan"


def test_a_corrected_nik_that_differs_still_is_asked_about_again() -> None:
    speaker = differing().taps("Both stand so on my KTP").says("back", "back", "back", "back", "back")
    assert speaker.asked == "nik"
    speaker.says(nik(date(1999, 8, 19))).taps(WRONG)
    assert speaker.asked == "difference", "date and sex still stand, but she spoke of another NIK"


def test_a_mistyped_nik_is_corrected_from_the_question_about_it() -> None:
    speaker = identified().taps("I mistyped my NIK")
    assert (speaker.asked, speaker.labels[0]) == ("nik", "Keep: ••••••••••••0001")
    assert "5 March 2001" in speaker.says(nik(date(2001, 3, 5))).page


def test_another_nik_from_the_summary_is_asked_about_and_the_rest_stays() -> None:
    speaker = registered()
    before = speaker.answers
    speaker.taps("✏️ Change something", "NIK").says(nik(date(2001, 3, 5)))
    assert speaker.asked == "birth"
    speaker.taps(RIGHT)
    assert speaker.at_summary
    assert speaker.answers == before | {"nik": nik(date(2001, 3, 5))}


@pytest.mark.parametrize("born", [date(2009, 11, 2), date(2008, 11, 3)])
def test_whoever_is_under_age_when_it_begins_is_told_kindly_and_asked_again(born: date) -> None:
    speaker = identified(nik(born)).taps(RIGHT)
    assert speaker.noted == (
        "This class is for people of 18 and over; you will be 17 when it begins. "
        "Please come to the counter: we gladly look with you for what is possible now."
    )
    assert speaker.asked == "birth"
    assert not speaker.step.answered


def test_whoever_turns_eighteen_on_the_first_day_may_come() -> None:
    assert identified(nik(date(2008, 11, 2))).taps(RIGHT).asked == "kecamatan"


def test_a_typed_date_is_held_against_the_age_as_well() -> None:
    speaker = identified().taps(WRONG).says("3-11-2008")
    assert "This class is for people of 18 and over; you will be 17" in speaker.noted
    assert speaker.asked == "birth_date"


@pytest.mark.parametrize("born", [date(1981, 11, 2), date(1980, 11, 3)])
def test_the_upper_age_itself_may_come_up_to_the_day_before_a_birthday(born: date) -> None:
    upto_45 = replace(FOR_RESIDENTS, requirements=Requirements(maximum_age=45))
    assert identified(nik(born), upto_45).taps(RIGHT).asked == "kecamatan"


def test_whoever_is_over_age_is_told_kindly_where_else_to_look() -> None:
    upto_45 = replace(FOR_RESIDENTS, requirements=Requirements(maximum_age=45))
    speaker = identified(nik(date(1980, 11, 2)), upto_45).taps(RIGHT)
    assert speaker.noted == (
        "This class is for people up to 45; you will be 46 when it begins. "
        "Please look at other classes in /menu, or ask an officer with /tanya."
    )
    assert speaker.asked == "birth"
