"""Whoever is moved to a class whose requirements she does not meet is checked once more, or keeps her place."""

from datetime import datetime
from pathlib import Path

from records import road, rules
from records.applications import ApplicationStatus
from records.requirements import Requirements
from records.session import Session
from records.steps import Kind
from tests.journeys.cancelling import (
    WELDING,
    applicants,
    becomes_a_participant,
    begins_to_cancel,
    standing,
    two_classes,
)
from tests.journeys.founding import (
    empty_centre,
)
from tests.journeys.memory import trail


def is_approved(session: Session, application_id: int, now: datetime) -> None:
    for to in (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED):
        assert road.move(session, Kind.APPLICATION, application_id, to, now)


def asks_for_young_people_of_the_city(session: Session) -> None:
    rules.change(session, WELDING, Requirements(maximum_age=25))


async def test_staff_read_who_does_not_fit_the_other_class_and_those_are_checked_once_more(tmp_path: Path) -> None:
    """Siti is 27 and approved, Budi 28 and a fresh applicant; a third is 27 too, and a participant."""
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await stage.writes(is_approved, 1, stage.clock.now())
        await stage.writes(asks_for_young_people_of_the_city)
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        head.sees("2 orang dipindah ke Las SMAW dan diberi kabar.")
        head.sees("⚠️ 2 orang di antaranya tidak memenuhi syarat di sana:\n• hanya sampai usia 25 tahun: 2")
        head.sees("2 orang di antaranya diperiksa petugas, dan diberi tahu.")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        await siti.waits_for("Kelas ini punya syarat yang mungkin tidak cocok untuk Anda (hanya sampai usia 25 tahun)")
        assert "Yang sudah Anda capai" not in siti.last()
        await budi.waits_for("Kelas ini punya syarat yang mungkin tidak cocok")
        assert await stage.reads(standing, 1) == (WELDING, "verifikasi")
        assert await stage.reads(standing, 2) == (WELDING, "terkirim")
        assert ("application.rechecked", "application:1") in await stage.reads(trail)
        await head.says("/staf")
        await head.taps("Pendaftaran menunggu: 1")
        head.sees("⚠️ usia 27, maksimal 25 tahun")


async def test_whoever_was_placed_keeps_her_place_where_she_does_not_fit(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, _budi = await applicants(stage)
        await stage.writes(becomes_a_participant, stage.clock.now())
        await stage.writes(asks_for_young_people_of_the_city)
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        head.sees("1 orang di antaranya sudah ditetapkan lewat seleksi; yang sudah didapat tetap.")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        await siti.waits_for("Yang sudah Anda capai tetap berlaku")
        assert await stage.reads(standing, 1) == (WELDING, "peserta")
