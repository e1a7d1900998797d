"""Raw records and the workbook: every record of a cut, read by another connection, and nobody's data in the file."""

from dataclasses import fields
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from locales.languages import DEFAULT, Languages
from records import people, profile, raw_records
from records.database import Database
from records.enrolments import Enrolment
from records.indicators import UNKNOWN, Cut
from records.monitoring import MonitoringRecord
from records.raw_records import RawRecord, birth_band
from records.reading import Reading
from records.vault import Vault
from scheduler.reports import book_words
from scheduler.reports.book import Book, book
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Wanted, gather
from tests.records.clock import NOON
from tests.records.conftest import SECRET
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
NAME, EMPLOYER = "Siti Nurhaliza Kenanga", "Toko Batik Rahasia Jaya"
WAVE = 6


def _town(session: Session, vault: Vault) -> None:
    """Two graduates who told something in two waves, one who died, one who is in training."""
    town = Town(session, vault)
    a_class = town.a_class()
    siti, budi, gone = (town.graduate(a_class, town.person(name)) for name in (NAME, "Budi Contoh", "Almarhum Contoh"))
    people.by_id(session, gone.person_id).deceased_on = NOON.date()
    for one in (siti, budi, gone, town.participant(a_class)):
        for wave in (0, WAVE):
            _told(session, one, wave)


def _told(session: Session, one: Enrolment, wave: int) -> None:
    row = {
        "enrolment_id": one.id,
        "person_id": one.person_id,
        "wave": wave,
        "status": "working",
        "activity": "kerja",
        "employment": 4,
        "since": "2-3",
        "relevance": 3,
        "umk_reached": True,
        "sector": "C1",
        "work_place": "33.75",
        "satisfaction": 5,
        "source": "self",
        "recorded_at": NOON + timedelta(days=wave),
        "complete": True,
        "latest": True,
        "details": f'{{"employer":"{EMPLOYER}"}}',
    }
    session.execute(insert(MonitoringRecord).values(row))


def _read(address: str, cut: Cut) -> list[RawRecord]:
    reading = Reading(address, SECRET)
    with reading.session() as session:
        return list(raw_records.of_cut(session, reading.vault, cut, ZONE))


def _made(address: str) -> Book:
    reading, wanted = Reading(address, SECRET), Wanted(Cut(), WAVE, (1, WAVE), NOON, NOON.date())
    languages = Languages.load(ZONE)
    voice = Voice(lambda said: languages.plain(said, DEFAULT), profile.load())
    return book(reading, wanted, ZONE.key, book_words.words(voice, gather(reading, wanted)))


async def test_every_record_of_the_graduates_is_told_with_a_pseudonym(
    database: Database, address: str, vault: Vault
) -> None:
    await database.write(_town, vault)
    found = _read(address, Cut())
    assert [one.wave for one in found] == [0, WAVE, 0, WAVE]
    assert len({one.person for one in found}) == 2
    assert found[1].person == vault.pseudonym("person", await database.read(_first))
    assert (found[1].employment, found[1].since, found[1].umk_reached, found[1].sector) == (4, "2-3", True, "C1")
    assert found[1].recorded_on == (NOON + timedelta(days=WAVE)).date()


def _first(session: Session) -> int:
    return session.scalars(select(func.min(people.Person.id))).one()


async def test_a_cut_tells_of_its_own_people_only(database: Database, address: str, vault: Vault) -> None:
    await database.write(_town, vault)
    everybody = _read(address, Cut())
    assert _read(address, Cut(sex=everybody[0].sex)) == everybody
    assert _read(address, Cut(sex="L")) == []
    assert _read(address, Cut(kecamatan=UNKNOWN)) == [one for one in everybody if one.kecamatan is None]
    assert _read(address, Cut(year=1999)) == []


async def test_reading_beside_the_program_cannot_write(address: str, database: Database) -> None:
    with Reading(address, SECRET).session() as session, pytest.raises(DBAPIError):
        session.execute(text("DELETE FROM people"))


async def test_the_workbook_is_the_records_and_holds_nobodys_data(
    database: Database, address: str, vault: Vault
) -> None:
    await database.write(_town, vault)
    made = _made(address)
    assert made.content is not None
    assert made.records == 4
    sheet = load_workbook(BytesIO(made.content))["Catatan"]
    rows = list(sheet.iter_rows(values_only=True))
    told = _read(address, Cut())
    assert [row[0] for row in rows[1:]] == [one.person for one in told]
    assert [row[7] for row in rows[1:]] == [one.wave for one in told]
    assert len(rows[0]) == len(fields(RawRecord))
    with ZipFile(BytesIO(made.content)) as packed:
        everything = b"".join(packed.read(name) for name in packed.namelist()).decode()
    secrets = {NAME, EMPLOYER, *await database.read(_personal)}
    assert len(secrets) > 6
    assert [secret for secret in secrets if secret in everything] == []


def _personal(session: Session) -> set[str]:
    """Names, NIKs, phones, days of birth and addresses of everybody."""
    columns = (people.Person.name, people.Person.nik, people.Person.phone, people.Person.birth_date)
    return {value for row in session.query(*columns, people.Person.address) for value in row if value}


async def test_the_code_book_explains_every_code_that_stands_in_the_records(
    database: Database, address: str, vault: Vault
) -> None:
    await database.write(_town, vault)
    content = _made(address).content
    assert content is not None
    codes = {str(row[1]) for row in load_workbook(BytesIO(content))["Buku kode"].iter_rows(min_row=2, values_only=True)}
    assert {"working", "kerja", "4", "2-3", "3", "C1", "33.75", "self", "N", "T", "R", "E", "U"} <= codes
    assert "(E + N - R) / N" in codes


@pytest.mark.parametrize(
    ("born", "band"),
    [("1999-12-31", "1995-1999"), ("2000-01-01", "2000-2004"), (None, None), ("xxxxxxxxxx", None)],
)
def test_of_a_birth_only_five_years_are_told(born: str | None, band: str | None) -> None:
    assert birth_band(born) == band
