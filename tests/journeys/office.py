"""The office: what an officer does with a few taps."""

from sqlalchemy import update

from records.demonstration import Group
from records.session import Session
from records.staff import Officer
from tests.person import Phone
from tests.stage import Stage

RUNNING_CLASS = "Tata boga (pembuatan roti) · Angkatan III 2026"


def bu_ratna(stage: Stage) -> Phone:
    """The administrator."""
    return stage.of(Group.STAFF)[0]


def pak_wiryo(stage: Stage) -> Phone:
    """An officer."""
    return stage.of(Group.STAFF)[1]


async def goes_to(officer: Phone, button: str) -> None:
    """From anywhere to a button of the staff menu."""
    await officer.says("/staf")
    await officer.taps(button)


async def opens_the_application(officer: Phone, number: str) -> None:
    """Skips through the waiting applications up to one."""
    await goes_to(officer, "Pendaftaran menunggu")
    for _skip in range(30):
        if f"{number} ·" in officer.last():
            return
        await officer.taps("Lewati")
    raise AssertionError(f"{number} does not wait")


async def graduates(officer: Phone, a_class: str = RUNNING_CLASS) -> None:
    """Closes the training of a class."""
    await goes_to(officer, "Luluskan kelas")
    await officer.taps(a_class)
    await officer.taps("Lanjut")
    await officer.taps("Ya, luluskan")


async def officers_leave(stage: Stage) -> None:
    """Without their digest of each morning the months pass in a tenth of the time."""
    await stage.writes(_present, False)


async def officers_return(stage: Stage) -> None:
    await stage.writes(_present, True)


async def weeks_pass(stage: Stage, days: float) -> None:
    """While the officers are away, who are back afterwards."""
    await officers_leave(stage)
    await stage.passes(days=days)
    await officers_return(stage)


def _present(session: Session, active: bool) -> None:
    session.execute(update(Officer).values(active=active))
