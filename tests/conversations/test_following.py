"""The follow-up: every way through the questionnaire, against a table written by hand from the domain's."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.engine import Ended
from conversations.event import Commanded, Tapped
from conversations.following import questionnaire
from conversations.following.examples import FIRST, SIXTH
from conversations.following.facts import Facts
from conversations.following.meaning import employment, labour_status
from conversations.script import Answers
from records.monitoring import LabourStatus
from tests.conversations.speaker import TALK, Speaker

WORKING, UNEMPLOYED = LabourStatus.WORKING, LabourStatus.UNEMPLOYED
OUTSIDE, OJT = LabourStatus.OUTSIDE, LabourStatus.OJT
END = "selesai"
ELSE = "*"

# The questionnaire: question -> answer -> next question. What a wave or a way leaves out is skipped (see `skipped`).
TABLE: dict[str, dict[str, str]] = {
    "q1": {
        "kerja": "q2",
        "usaha": "q2b",
        "bantu_keluarga": "q3",
        "ojt": "ojt",
        "cari_kerja": "q1b",
        "sekolah": "q1b",
        "rumah_tangga": "q1b",
        "lainnya": "q1b",
    },
    "q1b": {"ya": "q2c", "tidak": "q1c"},
    "q1c": {"ya": "q2c", "tidak": "q7"},
    "q2c": {"kerja": "q2", "usaha": "q2b", "bantu_keluarga": "q3"},
    "q2": dict.fromkeys(("4", "5", "6"), "q3"),
    "q2b": dict.fromkeys(("1", "2", "3"), "q3"),
    "ojt": dict.fromkeys(("ya", "tidak"), "q4"),
    "q3": {ELSE: "q4"},
    "q4": dict.fromkeys("1234", "q5"),
    "q5": dict.fromkeys(("1", "2", "3", "4", "-"), "sector"),
    "sector": dict.fromkeys(("C1", "C2", "C3", "G", "G45", "I", "F", "H", "J", "S", "A", "O-Q", "X"), "place"),
    "place": dict.fromkeys(("33.75", "33.26", "33.25", "luar", "ln"), "employer"),
    "employer": {"-": "satisfaction"},
    "q7": dict.fromkeys(("mencari", "menyiapkan", "diterima", "tidak_mungkin", "tidak"), "satisfaction"),
    "satisfaction": dict.fromkeys("12345", "needs"),
    "needs": dict.fromkeys(("loker", "modal", "izin", "pemasaran", "ujk", "pelatihan", "tidak"), END),
}
SINCE = {
    1: ("sebelum", "saat", "0-1", "2-3"),
    3: ("sebelum", "saat", "0-1", "2-3", "4-6"),
    6: ("sebelum", "saat", "0-1", "2-3", "4-6", "7-12"),
    12: ("sebelum", "saat", "0-1", "2-3", "4-6", "7-12"),
}
MOST = {1: 5, 3: 5, 6: 8, 12: 8}
WAVES = {1: FIRST, 3: replace(FIRST, wave=3), 6: SIXTH, 12: replace(SIXTH, wave=12)}

Path = tuple[tuple[str, str], ...]


def skipped(question: str, path: Path, facts: Facts) -> bool:
    """What is left out: by the wave, by what is known, by who is asked, or because the way is long enough."""
    told, late = dict(path), facts.wave >= 6
    match question:
        case "q3":
            return facts.since_known is not None
        case "q5":
            return not late or facts.umk is None or told.get("ojt") == "tidak"
        case "sector" | "place" | "needs":
            return not late
        case "employer":
            return "ojt" in told or len(path) + (2 if late else 1) > MOST[facts.wave]
        case "satisfaction":
            return not late or len(path) + 2 > MOST[facts.wave]
        case _:
            return False


def following(path: Path, facts: Facts) -> str:
    """The question after these answers, as the table says."""
    question = "q1"
    if path:
        asked, answer = path[-1]
        question = TABLE[asked].get(answer) or TABLE[asked][ELSE]
    while question != END and skipped(question, path, facts):
        (question,) = set(TABLE[question].values())
    return question


def meant(path: Path) -> tuple[LabourStatus, int | None]:
    """Labour status and employment (BPS 1-7), read off the answers by hand."""
    told = dict(path)
    work = told["q1"] if told["q1"] in ("kerja", "usaha", "bantu_keluarga") else told.get("q2c")
    if work is not None:
        return WORKING, 7 if work == "bantu_keluarga" else int(told.get("q2") or told["q2b"])
    if told["q1"] == "ojt":
        return OJT, None
    return (OUTSIDE if told["q7"] == "tidak" else UNEMPLOYED), None


def offered(question: str, facts: Facts) -> set[str]:
    return set(SINCE[facts.wave]) if question == "q3" else set(TABLE[question])


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


def answered(*values: str, facts: Facts = FIRST) -> Speaker:
    """Somebody who tapped these answers, in their order."""
    speaker = Speaker.of("followup", facts)
    for value in values:
        speaker.forges(f"{TALK}:{speaker.asked}:{value}")
    return speaker


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


def test_the_first_line_greets_by_name_and_tells_nothing_and_stopping_is_one_tap() -> None:
    speaker = Speaker.of("followup", FIRST)
    assert speaker.page.splitlines()[0] == "Hello Siti, this is the BLK."
    assert speaker.labels[-1] == "🔕 Do not ask again"
    assert speaker.taps("🔕 Do not ask again").step.ended is Ended.CANCELLED
    assert Speaker.of("followup").says("🔕 do not ask again").step.ended is Ended.CANCELLED
    assert answered("kerja").says("stop").step.ended is Ended.CANCELLED
    assert answered("kerja").does(Commanded("cancel")).step.ended is None


def test_below_every_question_stand_two_or_three_rows_of_controls() -> None:
    first, second = Speaker.of("followup", FIRST), answered("kerja")
    controls = ["❓ Why do you ask?", "⏰ Remind me later", "🙅 That is not me", "🔕 Do not ask again"]
    assert first.labels[-4:] == controls
    assert second.labels[-5:] == ["⬅️ Back", *controls]
    assert all(len(row) <= 2 for row in second.reply.rows[-3:])


def test_why_we_ask_is_told_above_the_question() -> None:
    speaker = answered("kerja").taps("❓ Why do you ask?")
    assert "Three years after the training only the counts are kept." in speaker.page
    assert speaker.asked == "q2"
    assert speaker.does(Tapped(f"{TALK}:q2:4", 1)).asked == "q3"


def test_what_was_asked_is_answered_first_then_what_the_question_means() -> None:
    page = Speaker.of("followup", FIRST).taps("❓ Why do you ask?").page
    assert 0 <= page.index("Why we ask") < page.index("Selling from home") < page.index("You can tap")
