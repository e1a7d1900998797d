"""The questionnaire as the domain has it: a table written by hand, and somebody who taps through it."""

from dataclasses import replace

from conversations.following.examples import FIRST, SIXTH
from conversations.following.facts import Facts
from records.labour import LabourStatus
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


def answered(*values: str, facts: Facts = FIRST) -> Speaker:
    """Somebody who tapped these answers, in their order."""
    speaker = Speaker.of("followup", facts)
    for value in values:
        speaker.forges(f"{TALK}:{speaker.asked}:{value}")
    return speaker
