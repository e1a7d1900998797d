"""The pictures of the reports, from the demonstration's people: every chart, the public card, both pages of the PDF."""

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image

from locales.languages import DEFAULT, Languages
from records import cohorts, demonstration, migrate, profile
from records.database import open_database
from records.indicators import Cut
from records.reading import Reading
from records.vault import Vault
from scheduler.charts import placement_png
from scheduler.paper import to_png
from scheduler.pictures import values
from scheduler.reports import card, leaflet, leaflet_words, pictures
from scheduler.reports.bars import bars
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Gathered, Wanted, gather
from tests.clock import HandClock

SECRET = bytes(32)
ZONE = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 10, 6, 3, 0, tzinfo=UTC)
COHORT, WAVE = "Angkatan II 2019", 12
PAPER_WIDTH = 900


def drawn() -> Iterator[tuple[str, Image.Image]]:
    """(name, picture) of each."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_gathered(f"sqlite:///{Path(folder) / 'canting.db'}"))
    languages = Languages.load(ZONE)
    voice = Voice(lambda text: languages.plain(text, DEFAULT), profile.load())
    made = {
        "report-bars": placement_png(bars(voice, found)),
        "report-response": values.png(pictures.response(voice, found)),
        "report-flow": values.png(pictures.flow(voice, found)),
        "report-curve": values.png(pictures.curve(voice, found)),
        "report-card": values.png(card.card(voice, found)),
    }
    pdf = leaflet.pdf(leaflet_words.leaflet(voice, found, "10/2026"))
    made |= {f"report-page-{page + 1}": to_png(pdf, page, PAPER_WIDTH) for page in (0, 1)}
    yield from ((name, Image.open(BytesIO(png))) for name, png in made.items())


async def _gathered(url: str) -> Gathered:
    migrate.upgrade(url)
    vault, centre = Vault(SECRET), profile.load()
    database = open_database(url, vault, HandClock(NOW))
    await database.write(demonstration.seed, vault, centre, centre.calendar.calendar(ZONE), NOW)
    cohort = next(one for one in await database.read(cohorts.all_of_them) if one.name.startswith(COHORT))
    await database.close()
    waves = centre.followup.waves
    return gather(Reading(url, SECRET), Wanted(Cut(cohort_id=cohort.id), WAVE, waves, NOW, NOW.astimezone(ZONE).date()))
