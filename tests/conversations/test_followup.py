"""The follow-up: every way through Q1 to Q3, against a table written by hand from the domain's questionnaire."""

from collections.abc import Iterator

import pytest

from conversations import followup
from conversations.engine import Ended
from conversations.event import Commanded, Tapped
from conversations.script import Answers
from records.monitoring import LabourStatus
from tests.conversations.speaker import TALK, Speaker

KNOWN_SINCE = followup.Facts("Siti", "Menjahit", 12, since_known="0-1")

# Q2, Q2b and "bantu usaha keluarga": what follows, and the employment status (BPS 1-7) it means.
WORK: dict[str, dict[str, int]] = {
    "kerja": {"4": 4, "5": 5, "6": 6},
    "usaha": {"1": 1, "2": 2, "3": 3},
    "bantu_keluarga": {"": 7},
}
SINCE = ("sebelum", "saat", "0-1", "2-3", "4-6", "7-12")
WORKING, UNEMPLOYED = LabourStatus.WORKING, LabourStatus.UNEMPLOYED
OUTSIDE, OJT = LabourStatus.OUTSIDE, LabourStatus.OJT

Path = tuple[str, ...]
Outcome = tuple[LabourStatus, int | None]


def works(before: Path, since: bool) -> Iterator[tuple[Path, Outcome]]:
    """From knowing which kind of work it is to the end."""
    for kind, permanence in WORK.items():
        for answer, code in permanence.items():
            path = (*before, kind, answer) if answer else (*before, kind)
            for when in SINCE if since else ("",):
                yield (*path, when) if when else path, (WORKING, code)


def oracle(since: bool) -> dict[Path, Outcome]:
    """Every way through, as the table of the questionnaire says. `since`: Q3 is still to be asked."""
    ways = dict(works((), since))
    ways[("ojt",)] = (OJT, None)
    for activity in ("cari_kerja", "sekolah", "rumah_tangga", "lainnya"):
        ways |= works((activity, "ya"), since)
        ways |= works((activity, "tidak", "ya"), since)
        ways[(activity, "tidak", "tidak")] = (UNEMPLOYED if activity == "cari_kerja" else OUTSIDE, None)
    return ways


def walked(facts: followup.Facts) -> dict[Path, Outcome]:
    """Every way through, as the script itself offers it."""
    ways: dict[Path, Outcome] = {}
    ahead: list[tuple[Path, Speaker]] = [((), Speaker.of("followup", facts))]
    while ahead:
        path, speaker = ahead.pop()
        for button in speaker.buttons:
            assert button.data is not None
            _talk, key, value = button.data.split(":")
            if key == ".":
                continue
            after = Speaker(speaker.script, facts, speaker.talk).does(Tapped(button.data, 1))
            if after.step.ended is None:
                ahead.append(((*path, value), after))
            else:
                answers = after.conclusion
                ways[(*path, value)] = followup.labour_status(answers), followup.employment(answers)
    return ways


@pytest.mark.parametrize(("since", "ways"), [(None, 383), ("0-1", 68)])
def test_every_way_through_means_what_the_questionnaire_says(since: str | None, ways: int) -> None:
    found = walked(followup.Facts("Siti", "Menjahit", 6, since))
    assert found == oracle(since is None)
    assert len(found) == ways


def test_it_is_five_taps_at_most_but_for_work_that_rests_at_present() -> None:
    for path in walked(followup.Facts("Siti", "Menjahit", 6, None)):
        resting = path[1:3] == ("tidak", "ya")
        assert len(path) <= (6 if resting else 5), path


def test_the_usual_ways_are_three_taps() -> None:
    assert len(("kerja", "4", "2-3")) == 3
    for path in (("kerja", "4", "2-3"), ("usaha", "1", "0-1"), ("cari_kerja", "tidak", "tidak")):
        speaker = answered(*path)
        assert speaker.step.ended is Ended.CONCLUDED


def test_since_when_she_works_is_asked_once_in_all() -> None:
    assert Speaker.of("followup").forges(f"{TALK}:q1:bantu_keluarga").asked == "q3"
    assert Speaker.of("followup", KNOWN_SINCE).forges(f"{TALK}:q1:bantu_keluarga").step.ended is Ended.CONCLUDED


def test_a_talk_that_waited_for_since_when_ends_once_that_is_known_otherwise() -> None:
    """Another talk of hers told it meanwhile."""
    talk = answered("kerja", "4").talk
    speaker = Speaker(followup.SCRIPT, KNOWN_SINCE, talk).forges(f"{TALK}:q3:0-1")
    assert speaker.step.ended is Ended.CONCLUDED
    assert followup.employment(speaker.conclusion) == 4


def answered(*values: str) -> Speaker:
    """Somebody who tapped these answers, in their order."""
    speaker = Speaker.of("followup")
    for value in values:
        speaker.forges(f"{TALK}:{speaker.asked}:{value}")
    return speaker


@pytest.mark.parametrize(
    ("values", "status", "employment"),
    [
        ((), LabourStatus.UNDETERMINED, None),
        (("kerja",), WORKING, None),
        (("kerja", "5"), WORKING, 5),
        (("usaha",), WORKING, None),
        (("usaha", "2"), WORKING, 2),
        (("bantu_keluarga",), WORKING, 7),
        (("cari_kerja",), LabourStatus.UNDETERMINED, None),
        (("cari_kerja", "tidak"), LabourStatus.UNDETERMINED, None),
        (("cari_kerja", "ya"), WORKING, None),
        (("sekolah", "ya", "bantu_keluarga"), WORKING, 7),
        (("rumah_tangga", "tidak"), LabourStatus.UNDETERMINED, None),
        (("rumah_tangga", "tidak", "ya"), WORKING, None),
        (("lainnya", "tidak", "ya", "usaha"), WORKING, None),
        (("lainnya", "tidak", "ya", "usaha", "3"), WORKING, 3),
    ],
)
def test_a_partial_answer_counts_for_the_questions_it_reached(
    values: tuple[str, ...], status: LabourStatus, employment: int | None
) -> None:
    answers: Answers = answered(*values).step.answers
    assert followup.labour_status(answers) is status
    assert followup.employment(answers) == employment


def test_another_main_activity_takes_back_what_was_said_on_its_way() -> None:
    speaker = answered("cari_kerja", "tidak", "ya", "kerja").says("back", "back", "back", "back")
    speaker.forges(f"{TALK}:q1:sekolah")
    assert speaker.asked == "q2", "the way is the same, so are its answers"
    speaker.says("back", "back", "back").forges(f"{TALK}:q1b:ya")
    assert speaker.answers == {"q1": "sekolah", "q1b": "ya", "q2c": "kerja"}
    speaker.says("back", "back", "back").forges(f"{TALK}:q1:ojt")
    assert speaker.step.ended is Ended.CONCLUDED
    assert followup.labour_status(speaker.conclusion) is OJT
    assert followup.employment(speaker.conclusion) is None


def test_the_first_line_greets_by_name_and_stopping_is_one_tap() -> None:
    speaker = Speaker.of("followup")
    assert speaker.page.startswith("Hello Siti, this is the BLK.")
    assert speaker.labels[-1] == "🔕 Do not ask again"
    assert speaker.taps("🔕 Do not ask again").step.ended is Ended.CANCELLED
    assert Speaker.of("followup").says("🔕 do not ask again").step.ended is Ended.CANCELLED
    assert answered("kerja").says("stop").step.ended is Ended.CANCELLED
    assert answered("kerja").does(Commanded("cancel")).step.ended is None
