"""Residence: a kelurahan or a town that is typed is confirmed, and what was confirmed is kept."""

from dataclasses import replace

from conversations.applying.registration import SCRIPT, particulars
from conversations.applying.residence import residence
from records.people import Education
from records.requirements import NEVER_BEFORE, Requirements
from tests.conversations.applicants import FOR_ALL, FOR_RESIDENTS, registered, resident
from tests.conversations.speaker import Speaker


def home(speaker: Speaker) -> tuple[str | None, ...]:
    found = residence(speaker.position.answers, speaker.facts)
    return found.kecamatan, found.kelurahan, found.town


def test_a_former_name_typed_at_the_first_question_is_confirmed() -> None:
    speaker = resident().says("landungsari")
    assert speaker.asked == "place"
    assert "Do you mean <b>Noyontaansari</b>, Pekalongan Timur?" in speaker.page
    assert "(Joined in 2015: Noyontaan, Landungsari.)" in speaker.page

    assert speaker.taps("Yes, Noyontaansari (Pekalongan Timur)").asked == "address"
    assert home(speaker) == ("33.75.02", "1002", None)


def test_a_kelurahan_typed_for_the_kecamatan_is_shown_as_what_it_is() -> None:
    speaker = resident().says("landungsari").taps("Yes, Noyontaansari (Pekalongan Timur)")
    speaker.says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    speaker.taps("Senior secondary (SMA/MA/Paket C)", "2017", "Looking for work", "Not yet")
    assert "Kecamatan: <b>Pekalongan Timur, kelurahan Noyontaansari</b>" in speaker.page


def test_a_wrong_guess_is_chosen_again() -> None:
    speaker = resident().says("landungsari").taps("No, choose again")
    assert speaker.asked == "kecamatan"
    assert speaker.taps("Pekalongan Barat", "Medono").asked == "address"
    assert home(speaker) == ("33.75.01", "1002", None)


def test_a_name_of_several_is_asked_back() -> None:
    speaker = resident().says("Kuripan")
    assert "Which <b>kelurahan</b> do you mean?" in speaker.page
    speaker.taps("Kuripan Yosorejo (Pekalongan Selatan)")
    assert home(speaker) == ("33.75.04", "1008", None)


def test_a_kelurahan_can_be_typed_once_its_kecamatan_is_chosen_and_may_correct_it() -> None:
    speaker = resident().taps("Pekalongan Barat").says("Landungsari").taps("Yes, Noyontaansari (Pekalongan Timur)")
    assert home(speaker) == ("33.75.02", "1002", None)
    speaker.says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    speaker.taps("Senior secondary (SMA/MA/Paket C)", "2017", "Looking for work", "Not yet")
    assert "Kecamatan: <b>Pekalongan Timur</b>\nKelurahan: <b>Noyontaansari</b>" in speaker.page


def test_a_word_of_the_kecamatan_is_enough() -> None:
    assert resident().says("utara").asked == "kelurahan"
    assert resident().says("Kec. Pekalongan Selatan").answers["kecamatan"] == "33.75.04"


def test_what_is_no_kelurahan_is_asked_again() -> None:
    speaker = resident().says("Atlantis")
    assert speaker.asked == "kecamatan"
    assert speaker.noted == (
        "There is no such kelurahan in Kota Pekalongan. Please tap one of the buttons, or write it again."
    )


def test_a_guess_cannot_be_forged() -> None:
    assert resident().says("?99.99.99.9999").asked == "kecamatan"
    assert resident().says("?").asked == "kecamatan"
    assert resident().says("?33.75.02.1002").asked == "place", "and is confirmed as any other"


def test_a_town_of_two_kinds_is_asked_back() -> None:
    speaker = resident(FOR_ALL).taps("Outside Kota Pekalongan").says("Pekalongan")
    assert "Which one is it?" in speaker.page
    assert speaker.taps("Kabupaten Pekalongan").asked == "address"
    assert home(speaker) == (None, None, "Kabupaten Pekalongan")


def test_whoever_means_the_city_itself_goes_back_to_its_kecamatan() -> None:
    speaker = resident(FOR_ALL).taps("Outside Kota Pekalongan").says("Pekalongan").taps("Kota Pekalongan")
    assert speaker.asked == "kecamatan"
    speaker = resident(FOR_ALL).taps("Outside Kota Pekalongan").says("kota pekalongan")
    assert speaker.noted.startswith("Kota Pekalongan is here")


def test_a_town_that_does_not_exist_is_asked_again() -> None:
    assert resident(FOR_ALL).taps("Outside Kota Pekalongan").says("Atlantis").asked == "town"
    assert resident(FOR_ALL).taps("Outside Kota Pekalongan").says("?99.99").asked == "town"


def test_the_year_may_be_typed_but_not_lie_ahead() -> None:
    speaker = resident().taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    speaker.taps("Senior secondary (SMA/MA/Paket C)")
    assert speaker.labels[:6] == ["2017", "2018", "2019", "2020", "2021", "2022"]
    assert "from 2005 to 2026" in speaker.says("2031").noted
    assert "four digits" in speaker.says("dua ribu").noted
    assert speaker.says("2010").asked == "activity"


def test_whoever_finished_no_school_is_asked_for_no_year() -> None:
    speaker = resident().taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    assert speaker.taps("Did not finish primary school").asked == "activity"
    speaker.taps("Looking for work", "Yes, before")
    said = particulars(speaker.position.answers, FOR_RESIDENTS)
    assert (said.year_finished, said.attended_before) == (None, True)


def test_another_education_asks_for_the_year_anew() -> None:
    speaker = registered().taps("✏️ Change something", "Education").taps("Bachelor (D4/S1)")
    assert speaker.asked == "year"
    assert speaker.labels[0] == "2021"
    assert speaker.script is SCRIPT


def test_the_rules_of_a_class_guard_education_activity_and_earlier_courses() -> None:
    strict = Requirements(education_floor=Education.SMK, not_working=True, course_free_years=NEVER_BEFORE)
    speaker = resident(replace(FOR_RESIDENTS, requirements=strict)).taps("Pekalongan Barat", "Medono")
    speaker.says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890").taps("Junior secondary (SMP/MTs/Paket B)")
    assert speaker.asked == "education"
    assert speaker.noted.startswith("This class asks for at least")
    speaker.taps("Vocational secondary (SMK/MAK)", "2017", "Working")
    assert "no work at present" in speaker.noted
    speaker.taps("Looking for work", "Yes, before")
    assert speaker.asked == "attended"
    assert "not followed a course here before" in speaker.noted
