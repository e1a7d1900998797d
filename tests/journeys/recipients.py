"""Recipients: what an officer taps to say who gets an announcement, and what is kept of it."""

from sqlalchemy import select

from records.audiences import Audience, recipients
from records.campaigns import Campaign
from records.session import Session
from tests.journeys.announcing import begins
from tests.person import Phone
from tests.stage import Stage


async def begins_for_nobody(officer: Phone) -> None:
    """A new draft whose recipients are to be chosen."""
    await begins(officer)
    await officer.taps("Pilih penerima")


async def chooses(officer: Phone, trait: str, *values: str) -> None:
    """Of the group whose page is open."""
    await officer.taps(trait)
    for value in values:
        await officer.taps(value)
        ticked = [label.casefold() for label in officer.labels() if label.startswith("✅")]
        assert any(value.casefold() in label for label in ticked), officer.labels()
    await officer.taps("👌 Selesai")


async def adds(officer: Phone, *traits: tuple[str, str], button: str = "➕ Kelompok") -> None:
    """A group, by one value of each of these traits; the page of the recipients stands open afterwards."""
    await officer.taps(button)
    for trait, value in traits:
        await chooses(officer, trait, value)
    await officer.taps("⬅️ Penerima")


async def leaves_out(officer: Phone, *traits: tuple[str, str]) -> None:
    await adds(officer, *traits, button="🚫 Kecuali kelompok")


async def newest(stage: Stage) -> tuple[int, Audience]:
    """The draft that was made last, and whom it is for."""
    return await stage.reads(_newest)


def _newest(session: Session) -> tuple[int, Audience]:
    campaign = session.scalars(select(Campaign).order_by(Campaign.id.desc()).limit(1)).one()
    return campaign.id, campaign.people


async def size(stage: Stage) -> int:
    """How many the newest draft names."""
    _id, audience = await newest(stage)
    return len(await stage.reads(recipients.read, audience))
