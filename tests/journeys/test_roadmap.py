"""/status shows the whole road: what is behind with its day, where she stands, and what lies ahead."""

from datetime import timedelta

import pytest

from records import applications, people, road
from records.applications import ApplicationStatus as A
from records.demonstration import Group
from records.session import Session
from records.steps import Kind
from tests.journeys.applicant import newcomer, registers
from tests.journeys.examinees import examinees, invites, schedules
from tests.person import Phone
from tests.stage import Stage

LESSONS = "Pelatihan: 20 November 2026 sampai 4 Januari 2027"
AHEAD = ["◻️ Tes & wawancara", "◻️ Hasil diumumkan", "◻️ Daftar ulang", f"◻️ {LESSONS}", "◻️ Pelatihan selesai"]
SENT = "✅ Pendaftaran dikirim: 6 Oktober 2026"


def _goes_on(session: Session, chat_id: int, statuses: tuple[A, ...], stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    (application,) = applications.of_person(session, person.id)
    for status in statuses:
        assert road.move(session, Kind.APPLICATION, application.id, status, stage.clock.now())


async def seen(stage: Stage, siti: Phone, *statuses: A) -> list[str]:
    """The road after these steps, taken the day after she registered."""
    await registers(siti)
    stage.clock.forward(timedelta(days=1))
    await stage.writes(_goes_on, siti.id, statuses, stage)
    await siti.says("/status")
    return [line for line in siti.last().splitlines() if line[:1] in tuple("✅▶✖◻")]


async def test_whoever_has_just_sent_it_reads_what_comes_next_and_all_that_lies_ahead(stage: Stage) -> None:
    assert await seen(stage, await newcomer(stage)) == [SENT, "▶️ Berkas diperiksa", *AHEAD]


@pytest.mark.parametrize(
    ("statuses", "here"),
    [
        ((A.VERIFYING,), ["▶️ Berkas diperiksa: sejak 7 Oktober 2026", *AHEAD]),
        ((A.VERIFYING, A.CORRECTION), ["▶️ Berkas diperiksa: sejak 7 Oktober 2026", *AHEAD]),
        (
            (A.VERIFYING, A.ADMINISTRATIVELY_PASSED),
            ["✅ Berkas diperiksa: 7 Oktober 2026", "▶️ Tes & wawancara", *AHEAD[1:]],
        ),
        ((A.VERIFYING, A.NOT_ELIGIBLE), ["✖️ Berkas diperiksa: 7 Oktober 2026"]),
        ((A.WITHDRAWN,), ["✖️ Mengundurkan diri: 7 Oktober 2026"]),
        (
            (A.VERIFYING, A.ADMINISTRATIVELY_PASSED, A.RESERVE),
            ["✅ Berkas diperiksa: 7 Oktober 2026", "▶️ Hasil diumumkan: 7 Oktober 2026", *AHEAD[2:]],
        ),
        (
            (A.VERIFYING, A.ADMINISTRATIVELY_PASSED, A.TEST_SCHEDULED, A.NOT_SELECTED),
            [
                "✅ Berkas diperiksa: 7 Oktober 2026",
                "✅ Tes & wawancara: 7 Oktober 2026",
                "✖️ Hasil diumumkan: 7 Oktober 2026",
            ],
        ),
    ],
)
async def test_the_road_tells_where_she_stands(stage: Stage, statuses: tuple[A, ...], here: list[str]) -> None:
    assert await seen(stage, await newcomer(stage), *statuses) == [SENT, *here]


async def test_the_day_of_the_test_is_told_and_not_the_day_of_the_invitation(stage: Stage) -> None:
    (siti,) = await examinees(stage, 1)
    await schedules(stage)
    await invites(stage)
    await siti.phone.says("/status")
    assert "\n▶️ Tes & wawancara: 12 Oktober 2026\n" in siti.phone.last()


async def test_of_what_is_done_the_day_is_told_on_which_it_was_done(stage: Stage) -> None:
    siti = await newcomer(stage)
    await seen(stage, siti, A.VERIFYING, A.ADMINISTRATIVELY_PASSED, A.SELECTED, A.REREGISTERING)
    await siti.says("/status")
    assert "\n▶️ Daftar ulang: sejak 7 Oktober 2026\n" in siti.last()
    stage.clock.forward(timedelta(days=1))
    await stage.writes(_goes_on, siti.id, (A.PARTICIPANT,), stage)
    await siti.says("/status")
    assert "\n✅ Daftar ulang: 8 Oktober 2026\n" in siti.last()


async def test_the_training_is_told_by_its_days_not_by_that_of_the_seat(stage: Stage) -> None:
    trainee = stage.of(Group.PARTICIPANT)[0]
    await trainee.says("/status")
    trainee.sees("▶️ Pelatihan: 9 September 2026 sampai ")
