"""kill -9 between the commit of a web form and its answer: the tap is kept once, and the same link goes on."""

import socket
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from bot.key import vault_of
from records import web_links
from records.followups import Followup
from records.monitoring import MonitoringRecord
from records.session import Session
from records.talks import TalkRow
from records.vault import Vault
from tests.crash.town import written
from tests.journeys.web import BROWSER, alumna
from tests.process import migrated, running, telegram
from tests.stage import settings_for

FORM = {"at": "q1", "press": "q1:kerja"}


def _invited(session: Session, vault: Vault, now: datetime) -> str:
    followup_id = alumna(session, vault, now - timedelta(hours=1))
    return web_links.token(vault, session.get_one(Followup, followup_id))


def _told(session: Session, _vault: Vault, _now: datetime) -> tuple[int, int]:
    return len(session.scalars(select(MonitoringRecord.id)).all()), len(session.scalars(select(TalkRow.id)).all())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def test_a_tap_whose_answer_was_lost_is_kept_once(tmp_path: Path) -> None:
    home = migrated(tmp_path / "home")
    token = await written(home, _invited)
    assert web_links.read(vault_of(settings_for(home, "http://127.0.0.1")), token) is not None
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    page = f"{base}/a/{token}"
    headers = {"User-Agent": BROWSER}
    async with telegram() as tg, aiohttp.ClientSession(headers=headers) as session:
        async with running(tg, home, web_url=base, web_port=str(port), failpoint="after_commit:1") as process:
            with pytest.raises(aiohttp.ClientError):
                await session.post(page, data=FORM)
            await process.ends()
        assert await written(home, _told) == (1, 1)
        async with running(tg, home, web_url=base, web_port=str(port)), session.post(page, data=FORM) as answer:
            assert (answer.status, answer.url.query_string) == (200, "")
            assert "Pertanyaan 2 dari" in await answer.text()
        assert await written(home, _told) == (1, 1)
