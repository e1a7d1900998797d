"""kill -9 while a document is taken in, as its own process: the file is neither lost nor told of twice."""

import signal
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.key import vault_of
from records import applications, dossiers, people
from records.classes import TrainingClass
from records.documents import Document
from records.session import Session
from records.store import FileStore
from records.vault import Vault
from tests import papers
from tests.crash.ledger import Ledger
from tests.crash.town import found_town, round_the_clock, written
from tests.process import migrated, running, telegram
from tests.records.town import particulars
from tests.stage import settings_for


def _applies(session: Session, vault: Vault, now: datetime, chat_id: int, class_id: int) -> None:
    """Somebody with an application that awaits documents."""
    person_id = people.keep(session, vault, particulars(1, "Siti Contoh"), now)
    people.link(session, person_id, chat_id, now)
    a_class = session.get_one(TrainingClass, class_id)
    filed = applications.file(session, person_id, a_class.cohort_id, class_id, now)
    dossiers.open_for(session, filed.id, now + timedelta(days=7), now)


def _stored(session: Session) -> str:
    (name,) = session.scalars(select(Document.name).where(Document.state == "stored"))
    return str(name)


@pytest.mark.parametrize("place", ["after_commit", "before_store", "after_store"])
async def test_a_document_survives_a_kill_at_every_step(tmp_path: Path, place: str) -> None:
    home = migrated(tmp_path / "home")
    async with telegram() as tg:
        siti = await tg.person(started=True)
        town = await found_town(home, (await tg.person("Dewi", started=True)).id)

        await written(home, lambda session, vault, now: _applies(session, vault, now, siti.id, town.class_id))
        profile = str(round_the_clock(tmp_path))
        trigger = tmp_path / "now"
        async with running(tg, home, profile=profile, failpoint=f"{place}:1:{trigger}") as process:
            await siti.sends_photo(papers.ktp())
            await siti.waits_for("Ini berkas apa?")
            trigger.touch()
            await siti.presses(".ktp", alone=True)
            assert (await process.ends()).code == -signal.SIGKILL
        trigger.unlink()
        async with running(tg, home, profile=profile):
            await siti.waits_for("Terbaca dan tersimpan")
        told = [m["text"] for m in siti.bot_messages() if "Terbaca dan tersimpan" in m["text"]]
        assert len(told) == 1
        assert [m for m in siti.messages() if m["kind"] == "photo"] == [], "her photo is removed"
        name = await Ledger(home).look(_stored)
        assert FileStore(home / "documents", vault_of(settings_for(home, tg.url))).read(name) == papers.ktp()
