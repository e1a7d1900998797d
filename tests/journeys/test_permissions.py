"""Permissions: what is for staff does not exist for a job seeker, a viewer, or an officer who left."""

from sqlalchemy import select

from conversations.screens import SCREENS
from records import classes, staff
from records.applications import Application, ApplicationStatus
from records.demonstration import Group
from records.permissions import INITIAL, Permission
from records.session import Session
from records.staff import Role
from tests.journeys.applicant import fills_in, newcomer
from tests.journeys.memory import fingerprint
from tests.journeys.replies import STALE
from tests.stage import Stage

# What a forged tap may name: an application that waits, a class that could be graduated.
WORTH_FORGING = ("{waiting}", "{running}")
# Open to all, but not with the application of somebody else, or without being an officer.
OF_OTHERS = ("m:staff", "m:corrected:{waiting}")


def forbidden(*granted: Permission) -> list[str]:
    """A button to every screen that asks for a permission which is not granted, so that a new one is here by itself."""
    names = [screen.name for screen in SCREENS.values() if screen.permission not in (None, *granted)]
    assert len(names) > 100
    return [f"m:{name}:{argument}" for name in names for argument in WORTH_FORGING]


async def test_staff_commands_do_not_exist_for_a_job_seeker(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tidakada")
    unknown, labels = siti.last(), siti.labels()
    before = await fingerprint(stage)
    for command in ("/staf", "/staff", "/STAF", "/staf@canting_bot 1"):
        await siti.says(command)
        assert (siti.last(), siti.labels()) == (unknown, labels)
    assert await fingerprint(stage) == before


async def test_staff_commands_do_not_exist_in_the_midst_of_a_form_either(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await siti.says("/tidakada")
    unknown, labels = siti.last(), siti.labels()
    await siti.says("/staf")
    assert (siti.last(), siti.labels()) == (unknown, labels)


async def test_staff_buttons_do_not_exist_for_a_job_seeker_and_change_nothing(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.forges("m:tidakada")
    assert siti.toast() == STALE
    shown = siti.last()
    before = await fingerprint(stage)
    waiting, running = await stage.reads(_deciding)
    for forged in (*OF_OTHERS, *forbidden()):
        await siti.forges(forged.format(waiting=waiting, running=running))
        assert (siti.toast(), siti.last()) == (STALE, shown), forged
    assert await fingerprint(stage) == before


def _deciding(session: Session) -> tuple[int, int]:
    """An application that waits, and a class that could be graduated: what a forged tap would be worth."""
    running = next(each for each in classes.with_participants(session) if not each.graduated)
    waits = select(Application.id).where(Application.status == ApplicationStatus.SUBMITTED.value).limit(1)
    return session.scalars(waits).one(), running.id


async def test_a_viewer_sees_the_figures_and_nothing_else(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await stage.writes(staff.appoint, siti.id, "Siti", Role.VIEWER, stage.clock.now())
    await siti.says("/staf")
    assert siti.labels() == ["📊 Angka alumni", "🏠 Menu"]
    before = await fingerprint(stage)
    waiting, running = await stage.reads(_deciding)
    for forged in (*OF_OTHERS[1:], *forbidden(*INITIAL[Role.VIEWER])):
        await siti.forges(forged.format(waiting=waiting, running=running))
        assert siti.toast() == STALE, forged
    assert await fingerprint(stage) == before
    await siti.taps("Angka alumni")
    siti.sees("Lulusan (N):")


async def test_an_officer_who_left_is_a_job_seeker_again(stage: Stage) -> None:
    wiryo = stage.of(Group.STAFF)[1]
    await wiryo.says("/staf")
    wiryo.sees("Menu petugas")
    await stage.writes(_dismissed, wiryo.id)
    await wiryo.taps("Pendaftaran menunggu")
    assert wiryo.toast() == STALE
    await wiryo.says("/staf")
    wiryo.sees("Mohon maaf, kami belum memahami pesan Anda.")


def _dismissed(session: Session, chat_id: int) -> None:
    officer = staff.by_chat(session, chat_id)
    assert officer is not None
    officer.active = False
