"""Who was there too seldom passes only because an officer says so, never by a tick that nobody read."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import attendance, staff
from records.attendance import Presence
from records.enrolments import Enrolment, EnrolmentStatus
from tests.journeys.memory import audit_trail
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to
from tests.journeys.trainees import last_step, running
from tests.person import Phone
from tests.stage import Stage

BELOW = "Yang bertanda ⚠️ kehadirannya di bawah batas 80%: mereka hanya lulus bila Anda centang sendiri."


async def opens_the_verdicts(stage: Stage, ratna: Phone) -> str:
    """The button of her who was there too seldom: on 6 of 10 days."""
    await stage.writes(_attended, stage.clock.now())
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    (label,) = [label for label in ratna.labels() if label.endswith("⚠️")]
    return label


def _attended(session: Session, now: datetime) -> None:
    """Ten days of the class: the first was there on six of them, everyone else on all."""
    officer = staff.active(session)[0]
    for place, one in enumerate(_enrolled(session)):
        for n in range(10):
            presence = Presence.ABSENT if not place and n < 4 else Presence.PRESENT
            attendance.mark(session, one.id, running(session).starts_on + timedelta(days=n), presence, officer.id, now)


def _enrolled(session: Session) -> list[Enrolment]:
    """The enrolments of the class, in their order."""
    chosen = select(Enrolment).where(Enrolment.class_id == running(session).id).order_by(Enrolment.id)
    return list(session.scalars(chosen))


async def test_whoever_was_there_too_seldom_is_unticked_and_does_not_pass_unless_ticked(stage: Stage) -> None:
    ratna, everyone = bu_ratna(stage), await stage.reads(_enrolled)
    label = await opens_the_verdicts(stage, ratna)
    ratna.sees(BELOW)
    assert label.startswith("❌")
    assert " · 60% " in label
    ratna.sees("Lulus: 11, tidak lulus: 1.")
    await ratna.taps("Lanjut")
    ratna.sees(f"Tidak lulus: {label.removeprefix('❌ ').split(' · ')[0]}")
    await ratna.taps("Ya, luluskan")
    ratna.sees("11 peserta sudah diluluskan. Tidak lulus: 1.")
    last = [await stage.reads(last_step, one.id) for one in everyone]
    (failed,) = [step for step in last if step.status == EnrolmentStatus.NOT_GRADUATED.value]
    assert failed.reason == "attendance"


async def test_ticked_by_hand_she_passes_and_the_tick_is_in_the_audit_trail_and_can_be_taken_back(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    label = await opens_the_verdicts(stage, ratna)
    await ratna.taps(label)
    ratna.sees("Lulus: 12, tidak lulus: 0.")
    assert label.replace("❌", "✅") in ratna.labels()
    assert "attendance.waived" in await stage.reads(audit_trail)
    await ratna.taps(label.replace("❌", "✅"))
    await ratna.taps("Kehadiran kurang")
    ratna.sees("Lulus: 11, tidak lulus: 1.")
    await ratna.taps(label)
    await ratna.taps("Lanjut")
    ratna.sees_not("Tidak lulus")
    await ratna.taps("Ya, luluskan")
    ratna.sees("12 peserta sudah diluluskan.")
