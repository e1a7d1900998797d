"""A class that has graduated, and how officers come to what follows."""

from records.demonstration import Group
from tests.journeys.office import bu_ratna, graduates
from tests.journeys.trainees import opens_the_class
from tests.person import Phone
from tests.stage import Stage


async def closed(stage: Stage) -> tuple[Phone, list[Phone]]:
    """The class has been graduated, and everyone has heard of it."""
    ratna = bu_ratna(stage)
    await graduates(ratna)
    await stage.a_moment_passes()
    return ratna, stage.of(Group.PARTICIPANT)


async def at_the_class(ratna: Phone, button: str) -> None:
    await opens_the_class(ratna)
    await ratna.taps(button)
