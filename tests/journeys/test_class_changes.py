"""A class changes its days or its place: staff are offered to tell its people, once, and each reads what changed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import func, select

from records import class_changes
from records.class_changes import ClassChange
from records.session import Session
from tests.journeys.applicant import SITI, another, newcomer, registers
from tests.journeys.cancelling import applicants, two_classes
from tests.journeys.founding import COHORT, changes, empty_centre, opens_the_cohorts
from tests.journeys.memory import fingerprint
from tests.person import Phone
from tests.stage import Stage

TOLD = "ada yang berubah di kelas Anda"


@asynccontextmanager
async def sewing_with_two_applicants(tmp_path: Path) -> AsyncIterator[tuple[Stage, Phone, Phone, Phone]]:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await opens_the_cohorts(head)
        await head.taps(COHORT)
        await head.taps("Menjahit ·")
        yield stage, head, siti, budi


def untold_count(session: Session) -> int:
    return session.scalar(select(func.count(ClassChange.id)).where(ClassChange.told_as.is_(None))) or 0


async def test_the_people_of_the_class_read_once_what_was_and_what_is(tmp_path: Path) -> None:
    async with sewing_with_two_applicants(tmp_path) as (stage, head, siti, budi):
        assert not any("Beri tahu" in label for label in head.labels())
        await changes(head, "Hari pertama", "9 November 2026")
        head.sees("⚠️ 2 orang mendapat keterangan lain sebelumnya.")
        await changes(head, "Tempat", "Aula kecamatan")
        await head.taps("📣 Beri tahu 2 orang")
        head.sees("• Hari pertama: 9 November 2026 (sebelumnya: 2 November 2026)")
        head.sees("• Tempat: Aula kecamatan (sebelumnya: Ruang jahit, gedung B)")
        asked, yes = head.button("Ya, beri tahu 2 orang")
        await head.taps("Ya, beri tahu 2 orang")
        head.sees("2 orang diberi tahu sekarang.")
        await stage.a_moment_passes()
        for phone, name in ((siti, "Siti Rahmawati"), (budi, "Budi Santoso")):
            await phone.waits_for(f"{name}, {TOLD} Menjahit, {COHORT}")
            phone.sees("• Tempat: Aula kecamatan (sebelumnya: Ruang jahit, gedung B)")
        before = await fingerprint(stage)
        await head.forges(yes, asked)
        head.sees("Mereka sudah diberi tahu.")
        assert await fingerprint(stage) == before
        await stage.a_moment_passes()
        assert (await siti.heard(TOLD), await budi.heard(TOLD)) == (1, 1)
        assert not any("Beri tahu" in label for label in head.labels())


async def test_a_change_that_is_taken_back_before_is_not_told(tmp_path: Path) -> None:
    async with sewing_with_two_applicants(tmp_path) as (stage, head, siti, _budi):
        await changes(head, "Tempat", "Aula kecamatan")
        await changes(head, "Tempat", "Ruang jahit, gedung B")
        assert not any("Beri tahu" in label for label in head.labels())
        await changes(head, "Tempat", "Aula kecamatan")
        await head.taps("📣 Beri tahu 2 orang")
        await head.taps("Ya, beri tahu 2 orang")
        await changes(head, "Tempat", "Ruang jahit, gedung B")
        await stage.a_moment_passes()
        assert await siti.heard(TOLD) == 0


async def test_a_change_made_while_the_preview_was_open_is_told_by_itself(tmp_path: Path) -> None:
    async with sewing_with_two_applicants(tmp_path) as (stage, head, siti, _budi):
        await changes(head, "Tempat", "Aula kecamatan")
        await head.taps("📣 Beri tahu 2 orang")
        asked, yes = head.button("Ya, beri tahu 2 orang")
        await head.taps("Kembali ke kelas")
        await changes(head, "Hari terakhir", "11 Desember 2026")
        await head.forges(yes, asked)
        await stage.a_moment_passes()
        await siti.waits_for(TOLD)
        assert "Hari terakhir" not in siti.last()
        await head.taps("📣 Beri tahu 2 orang")
        head.sees("• Hari terakhir: 11 Desember 2026 (sebelumnya: 4 Desember 2026)")


async def test_what_changes_before_anybody_applied_is_nothing_to_tell(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        await opens_the_cohorts(head)
        await head.taps(COHORT)
        await head.taps("Las SMAW ·")
        await changes(head, "Tempat", "Aula kecamatan")
        assert await stage.reads(untold_count) == 0
        siti = await newcomer(stage)
        await registers(siti, another(SITI, programme="Las SMAW"))
        assert await stage.reads(class_changes.untold, 2) is None
        await siti.forges("m:tellclass:2")
        assert siti.toast() == "Tombol ini sudah tidak berlaku."
