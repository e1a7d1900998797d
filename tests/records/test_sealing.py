"""Sealing: what is personal lies nowhere in the clear, not in the file, not in its log, not in a server's tables."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from records import audit, monitoring, people, questions, talks
from records.database import Database, open_database
from records.followups import FollowupState
from records.labour import Activity, LabourStatus
from records.models import metadata
from records.monitoring import Observed
from records.people import Particulars
from records.talks import TalkState
from records.vault import Vault, VaultError
from tests.records.clock import NOON, ManualClock
from tests.records.servers import copied
from tests.records.town import Town, particulars

SAID = particulars(7, name="Siti Khoirunnisa Contoh")
JOURNAL = '{"a":{"nik":"3375014708990007","name":"Siti Khoirunnisa Contoh"}}'
PLAIN = "33.75.01"
QUESTION = "Apakah ijazah Paket C boleh?"
SECRETS = (SAID.name, SAID.nik, SAID.phone, SAID.address, SAID.birth_date.isoformat(), QUESTION, "3375014708990007")


def _tell_everything(session: Session, vault: Vault, said: Particulars) -> int:
    person = people.by_id(session, people.keep(session, vault, said, NOON))
    talk = talks.begin(
        session,
        script="registration",
        version=1,
        actor_chat=1,
        subject_person=person.id,
        about=None,
        journal=JOURNAL,
        state=TalkState.OPEN,
        now=NOON,
    )
    talks.save(session, talk, TalkState.OPEN, JOURNAL, NOON)
    questions.ask(session, 1, QUESTION, NOON)
    followup = Town(session, vault).followup(FollowupState.ASKED, person=person, wave=6)
    told = Observed(
        status=LabourStatus.WORKING,
        activity=Activity.OWN_BUSINESS,
        employment=1,
        since="2-3",
        answers={"business": said.name, "income": "2"},
    )
    monitoring.observe(session, followup, talk, told, NOON)
    audit.note(session, at=NOON, actor=vault.pseudonym("chat", 1), action="register", matter=vault.pseudonym("p", 1))
    return person.id


def _found(folder: Path, *words: str) -> set[str]:
    """The files in which any of these words can be read."""
    forms = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")]
    return {file.name for file in folder.iterdir() if any(form in file.read_bytes() for form in forms)}


async def test_nothing_personal_lies_in_the_file_or_its_log(file_address: str, tmp_path: Path, vault: Vault) -> None:
    opened = open_database(file_address, vault, ManualClock())
    await opened.write(_tell_everything, vault, SAID)
    assert _found(tmp_path, PLAIN) == {"canting.db-wal"}  # what is plain is found: the search can find
    assert _found(tmp_path, *SECRETS) == set()
    await opened.close()
    assert _found(tmp_path, PLAIN) == {"canting.db"}
    assert _found(tmp_path, *SECRETS) == set()


async def test_nothing_personal_lies_in_any_table(database: Database, vault: Vault) -> None:
    def everything(session: Session) -> bytes:
        found = []
        for table in metadata.tables:
            for row in session.execute(text(f"SELECT * FROM {table}")):
                found += [value if isinstance(value, bytes) else str(value).encode() for value in row]
        return b"\n".join(found)

    await database.write(_tell_everything, vault, SAID)
    words = await database.read(everything)
    assert PLAIN.encode() in words
    assert [secret for secret in SECRETS if secret.encode() in words] == []


async def test_who_has_the_key_reads_what_was_said(database: Database, vault: Vault) -> None:
    person_id = await database.write(_tell_everything, vault, SAID)

    def read(session: Session) -> tuple[str, str | None, str | None, str]:
        person = session.get_one(people.Person, person_id)
        talk = talks.open_of(session, 1)
        assert talk is not None
        return person.name, person.nik, person.phone, talk.journal

    assert await database.read(read) == (SAID.name, SAID.nik, SAID.phone, JOURNAL)


async def test_who_has_another_key_is_told_so(database: Database, address: str, vault: Vault) -> None:
    person_id = await database.write(_tell_everything, vault, SAID)
    stranger = open_database(address, Vault(bytes(32)), ManualClock())
    with pytest.raises(VaultError, match="does not open this value"):
        await stranger.read(lambda session: session.get_one(people.Person, person_id).name)
    with pytest.raises(VaultError, match="does not open this value"):
        await stranger.read(talks.open_of, 1)
    await stranger.close()


async def test_two_databases_with_two_keys_do_not_mix_them_up(
    database: Database, template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    second = open_database(copied(template, tmp_path_factory.mktemp("second")), Vault(bytes(32)), ManualClock())
    await second.write(questions.ask, 1, "Satu?", NOON)
    await database.write(questions.ask, 1, "Dua?", NOON)
    words = [[one.words for one in await opened.read(questions.waiting)] for opened in (second, database)]
    assert words == [["Satu?"], ["Dua?"]]
    await second.close()
