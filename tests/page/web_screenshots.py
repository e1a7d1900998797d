"""The pictures of the web page, at the width of a small phone: `python -m tests.page.screenshots` takes them too."""

import asyncio
import io
import tempfile
from pathlib import Path

from PIL import Image

from tests.journeys.web import SETTINGS, on_the_web
from tests.page.pictures import write
from tests.page.test_the_web_page import invited, phone
from tests.stage import staged

SHARP = 2


async def _take(home: Path) -> None:
    async with staged(home, demo=False, **SETTINGS) as stage, on_the_web(stage):
        link, _followup_id = await invited(stage, wave=3)
        async with phone(link, scale=SHARP) as sri:
            await sri.opens()
            write(Image.open(io.BytesIO(await sri.page.screenshot(animations="disabled"))), "web-question")
            while await (answers := sri.page.locator("button.answer")).count():
                await answers.first.click()
            await sri.sees("Terima kasih")
            write(Image.open(io.BytesIO(await sri.page.screenshot(animations="disabled"))), "web-thanks")


def take() -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_take(Path(folder) / "home"))


if __name__ == "__main__":
    take()
