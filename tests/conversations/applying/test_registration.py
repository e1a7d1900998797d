"""The registration: its shortest way, its summary, what can be changed, and where one lives."""

import pytest

from conversations.applying.applicant import Facts
from conversations.applying.registration import SCRIPT
from conversations.engine import Ended
from conversations.event import Shared
from conversations.script import Ask
from tests.conversations.applicants import BORN, FOR_ALL, FOR_RESIDENTS, registered, resident
from tests.conversations.speaker import PROFILE, TALK, Speaker


def test_the_shortest_way_is_twelve_questions() -> None:
    speaker = registered()
    assert " ".join(speaker.answers) == (
        "notice name nik birth kecamatan kelurahan address phone education year activity attended"
    )
    assert speaker.position.total == 12
    assert speaker.taps("📨 Send my registration").step.ended is Ended.CONCLUDED


def test_the_steps_are_counted_from_the_start() -> None:
    speaker = Speaker(SCRIPT, FOR_RESIDENTS)
    assert speaker.page.startswith("<i>Step 1 of 12</i>\n<b>Registration: Sewing</b>")
    assert registered().says("back").page.startswith("<i>Step 12 of 12</i>")


def test_the_notice_comes_before_any_question_about_a_person() -> None:
    speaker = Speaker(SCRIPT, FOR_RESIDENTS)
    assert PROFILE.data_protection_officer in speaker.page
    assert "no officer ever asks you for money or an OTP" in speaker.page
    assert speaker.says("Siti Aminah").answers == {}


def test_the_summary_tells_everything_and_masks_the_nik() -> None:
    page = registered().page
    assert page == (
        "Please check your registration for <b>Sewing</b>, Cohort IV.\n\nName: <b>Siti Aminah</b>\n"
        f"NIK: <b>••••••••••••0001</b>\nBorn: <b>{BORN}</b>\nKecamatan: <b>Pekalongan Barat</b>\n"
        "Kelurahan: <b>Medono</b>\nAddress: <b>Jl. Melati 5 RT 02 RW 03</b>\nPhone: <b>+6281234567890</b>\n"
        "Education: <b>Senior secondary (SMA/MA/Paket C)</b>\nYear finished: <b>2017</b>\n"
        "Present activity: <b>Looking for work</b>\nEarlier course here: <b>Not yet</b>"
    )


def test_the_number_is_shared_with_one_tap() -> None:
    speaker = resident().taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03")
    assert speaker.does(Shared("+6281234567890", own=True)).asked == "education"


def test_every_question_can_be_returned_to_one_by_one() -> None:
    speaker = registered()
    for key in reversed(list(speaker.answers)[1:]):
        speaker.says("back")
        assert speaker.asked == key
        assert speaker.reply.text is not None
    assert speaker.says("back", "back").noted == "This is the first question, there is nothing before it."


def test_everything_in_the_summary_can_be_changed_and_kept() -> None:
    changeable = registered().taps("✏️ Change something").labels[:-1]
    assert len(changeable) == 11
    before = registered().answers
    for label in changeable:
        speaker = registered().taps("✏️ Change something", label)
        kept = "+6281234567890" if label == "Phone" else speaker.labels[0]
        assert speaker.says(kept).at_summary, label
        assert speaker.answers == before


def test_outsiders_are_told_kindly_that_the_city_pays_for_its_own() -> None:
    speaker = resident().taps("Outside Kota Pekalongan")
    assert "only for people with a KTP of Kota Pekalongan" in speaker.noted
    assert "/menu" in speaker.noted
    assert speaker.asked == "kecamatan"
    assert resident().says("outside kota pekalongan").asked == "kecamatan"


def test_outsiders_are_asked_for_their_town_where_the_class_is_for_all() -> None:
    speaker = resident(FOR_ALL).taps("Outside Kota Pekalongan")
    assert speaker.asked == "town"
    assert speaker.says("Kabupaten Batang").taps("Yes, Kabupaten Batang").asked == "address"
    assert speaker.position.total == 13


def test_a_class_that_closes_to_outsiders_meanwhile_asks_them_again() -> None:
    speaker = resident(FOR_ALL).taps("Outside Kota Pekalongan").says("Kabupaten Batang")
    assert Speaker(SCRIPT, FOR_RESIDENTS, speaker.talk).asked == "kecamatan"


def test_all_27_kelurahan_can_be_chosen() -> None:
    reached = set()
    for kecamatan in PROFILE.kecamatan:
        offered = resident().taps(kecamatan.name).labels
        for kelurahan in kecamatan.kelurahan:
            assert kelurahan.name in offered
            speaker = resident().taps(kecamatan.name, kelurahan.name)
            assert speaker.asked == "address"
            reached.add((speaker.answers["kecamatan"], speaker.answers["kelurahan"]))
    assert len(reached) == 27


def test_another_kecamatan_unsettles_the_kelurahan_even_where_its_code_is_also_one_there() -> None:
    """Medono is 1002 in Barat; 1002 in Timur is Noyontaansari, where she does not live."""
    speaker = registered().taps("✏️ Change something", "Kecamatan").taps("Pekalongan Timur")
    assert speaker.asked == "kelurahan"
    assert "Noyontaansari" in speaker.labels
    assert not [label for label in speaker.labels if label.startswith("Keep")]
    speaker.taps("Noyontaansari")
    assert speaker.at_summary, "and what does not depend on it stays"
    assert "Kelurahan: <b>Noyontaansari</b>" in speaker.page


def test_the_same_kecamatan_once_more_leaves_the_kelurahan() -> None:
    assert registered().taps("✏️ Change something", "Kecamatan").taps("Pekalongan Barat").at_summary


def test_a_kelurahan_of_another_kecamatan_cannot_be_forged() -> None:
    assert resident().taps("Pekalongan Selatan").forges(f"{TALK}:kelurahan:1012").asked == "kelurahan"


@pytest.mark.parametrize("ask", [ask for ask in SCRIPT.asks if ask.help is not None], ids=lambda ask: ask.key)
def test_help_speaks_of_the_question(ask: Ask[Facts]) -> None:
    speaker = registered()
    while speaker.asked != ask.key:
        speaker.says("back")
    assert ask.help is not None
    assert speaker.says("help").page.startswith(ask.help.msgid)
