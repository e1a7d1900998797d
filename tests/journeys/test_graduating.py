"""Graduating: a class is closed once, its people are congratulated and asked later."""

from datetime import date

from sqlalchemy import select

from records import classes
from records.classes import TrainingClass
from records.demonstration import Group
from records.enrolments import Enrolment, EnrolmentStatus
from records.session import Session
from tests.journeys.applicant import newcomer, registers
from tests.journeys.memory import fingerprint
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to
from tests.stage import Stage
from tests.walking import is_a_participant


async def test_a_class_is_graduated_once_and_its_people_are_congratulated(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Luluskan kelas")
    ratna.sees("Kelas mana yang sudah selesai pelatihan?")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    ratna.sees("12 peserta diluluskan, dengan 6 Oktober 2026 sebagai akhir pelatihan.")
    ratna.sees("Pada bulan ke-1, 3, 6, 12 mereka akan ditanya apakah bekerja.")
    asked, yes = ratna.button("Ya, luluskan")
    await ratna.taps("Ya, luluskan")
    ratna.sees("Tata boga (pembuatan roti): 12 peserta sudah diluluskan. Pertanyaan pertama")
    ratna.sees("dikirim Jumat, 6 November 2026 pukul 09.00 WIB.")
    before = await fingerprint(stage)
    await ratna.forges(yes, asked)
    assert ratna.toast() == "Tombol ini sudah tidak berlaku."
    assert await fingerprint(stage) == before
    participant = stage.of(Group.PARTICIPANT)[0]
    await participant.says("/status")
    participant.sees("Anda sudah menyelesaikan pelatihan. Selamat!")
    await goes_to(ratna, "Luluskan kelas")
    assert not any(RUNNING_CLASS in label for label in ratna.labels())


async def test_a_class_closed_late_tells_when_its_people_are_asked_first_and_counts_who_stayed(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_ended_ten_weeks_ago)
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    ratna.sees("11 peserta diluluskan, dengan 28 Juli 2026 sebagai akhir pelatihan.")
    await ratna.taps("Ya, luluskan")
    ratna.sees("11 peserta sudah diluluskan. Pertanyaan pertama")
    ratna.sees("dikirim Rabu, 28 Oktober 2026 pukul 09.00 WIB.")


def _ended_ten_weeks_ago(session: Session) -> None:
    """And one had left it."""
    chosen = next(c for c in classes.with_participants(session) if RUNNING_CLASS in f"{c.programme} · {c.cohort}")
    running = session.get_one(TrainingClass, chosen.id)
    running.ends_on = date(2026, 7, 28)
    leaver = session.scalars(select(Enrolment).where(Enrolment.class_id == running.id)).first()
    assert leaver is not None
    leaver.status = EnrolmentStatus.WITHDRAWN.value


async def test_no_is_an_answer_to_graduating(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Luluskan kelas")
    before = await fingerprint(stage)
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    await ratna.taps("Tidak")
    ratna.sees("Siapa yang lulus?")
    assert await fingerprint(stage) == before


async def test_a_class_that_has_not_begun_cannot_be_graduated(stage: Stage) -> None:
    await is_a_participant(stage, await registers(await newcomer(stage)))
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.taps("Luluskan kelas")
    assert [label for label in ratna.labels() if "·" in label] != []
    assert not any("Angkatan IV 2026" in label for label in ratna.labels())
    coming = next(c for c in await stage.reads(classes.with_participants) if "Angkatan IV 2026" in c.cohort)
    await ratna.forges(f"m:graduated:{coming.id}")
    assert not next(c for c in await stage.reads(classes.with_participants) if c.id == coming.id).graduated


async def test_an_alumna_from_before_the_bot_sees_her_training_in_her_status(stage: Stage) -> None:
    rina = stage.of(Group.ALUMNI)[0]
    await rina.says("/status")
    rina.sees("lulus pelatihan")
    rina.sees_not("Anda belum mendaftar")
