"""Rules: an officer at the requirements of a class."""

from records import offers
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage


async def sewing(stage: Stage) -> int:
    open_now = await stage.reads(offers.open_at, stage.clock.now())
    return next(offer.id for offer in open_now if offer.programme == "Menjahit")


async def opens_the_rules(stage: Stage) -> tuple[Phone, int]:
    ratna, class_id = bu_ratna(stage), await sewing(stage)
    await ratna.says("/staf")
    await ratna.forges(f"m:rules:{class_id}")
    return ratna, class_id


async def changes(officer: Phone, rule: str, value: str) -> None:
    await officer.taps(rule)
    await officer.taps(value)
