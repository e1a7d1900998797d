"""Alumni by the hundred thousand: rows of a city that has trained for years, drawn by chance, written in bulk.

What is sealed is sealed once and repeated: nobody reads it here. Ids follow the years, as they would have grown.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import psycopg
from dateutil.relativedelta import relativedelta

from records.database import parse_url
from records.labour import Activity, LabourStatus
from records.monitoring import Source
from records.vault import Vault
from tests.bench.counting import FIRST_CHAT

FIRST_YEAR, COHORTS_A_YEAR, PROGRAMMES, CLASS = 2017, 10, 12, 16
WAVES = (1, 3, 6, 12)
ANSWERING = 0.75
KECAMATAN = ("33.75.01", "33.75.02", "33.75.03", "33.75.04", None)
SINCE = ("sebelum", "saat", "0-1", "2-3", "4-6", "7-12")
MONTH_OF = (0, 0, 1, 3, 6, 12)
DOES = (
    (LabourStatus.WORKING.value, Activity.EMPLOYED.value),
    (LabourStatus.UNEMPLOYED.value, Activity.SEEKING.value),
    (LabourStatus.OUTSIDE.value, Activity.SCHOOL.value),
)
Row = tuple[Any, ...]

COLUMNS = {
    "programmes": "id code name teaches",
    "cohorts": "id code name year opens_at closes_at starts_on ends_on archived_at",
    "classes": "id code programme_id cohort_id seats lesson_hours starts_on ends_on place funding requirements",
    "people": "id name nik nik_digest birth_date sex phone phone_digest kecamatan kelurahan address education activity "
    "demonstration created_at",
    "chats": "id language recent_updates reply_keyboard created_at",
    "links": "person_id chat_id linked_at",
    "enrolments": "id person_id class_id status ended_on created_at",
    "followups": "id enrolment_id person_id wave state step due_at first_asked_at reached_at snoozes answered_at",
    "monitoring_records": "id enrolment_id person_id wave followup_id status activity employment since details source "
    "recorded_at relevance umk_reached sector seeking complete latest",
}


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many alumni a year, for so many years; `due` of the last year's last wave fall due at `now`."""

    a_year: int
    years: int
    now: datetime
    due: int = 500

    @property
    def people(self) -> int:
        return self.a_year * self.years

    @property
    def years_named(self) -> tuple[int, ...]:
        return tuple(range(FIRST_YEAR, FIRST_YEAR + self.years))

    def ended(self, number: int) -> date:
        """The end of training of the person of this number: cohorts of a year end one a month."""
        year, place = divmod(number, self.a_year)
        return date(FIRST_YEAR + year, 1 + place * COHORTS_A_YEAR // self.a_year, 15)

    def class_of(self, number: int) -> int:
        year, place = divmod(number, self.a_year)
        return 1 + year * self.classes_a_year + place // CLASS

    @property
    def classes_a_year(self) -> int:
        return -(-self.a_year // CLASS)


class Rows:
    """The rows of each table. A table's chance is its own: each can be drawn again alone."""

    def __init__(self, crowd: Crowd, vault: Vault) -> None:
        self._crowd = crowd
        self._sealed = {length: vault.seal("x" * length) for length in (10, 16, 20, 45, 90)}
        self._at = datetime(FIRST_YEAR - 1, 12, 1, tzinfo=UTC)

    def of(self, table: str) -> Iterator[Row]:
        rows: Iterator[Row] = getattr(self, table)()
        return rows

    def programmes(self) -> Iterator[Row]:
        for number in range(1, PROGRAMMES + 1):
            yield number, f"P{number}", f"Kejuruan {number}", "Contoh."

    def cohorts(self) -> Iterator[Row]:
        for number in range(self._crowd.years * COHORTS_A_YEAR):
            year, month = FIRST_YEAR + number // COHORTS_A_YEAR, 1 + number % COHORTS_A_YEAR
            day = date(year, month, 15)
            name = f"Angkatan {month} {year}"
            yield number + 1, f"{year}-{month}", name, year, self._at, self._at, day, day, self._at

    def classes(self) -> Iterator[Row]:
        for number in range(self._crowd.classes_a_year * self._crowd.years):
            year, place = divmod(number, self._crowd.classes_a_year)
            cohort = 1 + year * COHORTS_A_YEAR + place * COHORTS_A_YEAR // self._crowd.classes_a_year
            day = date(FIRST_YEAR + year, 1 + (cohort - 1) % COHORTS_A_YEAR, 15)
            programme = 1 + number % PROGRAMMES
            yield number + 1, f"K{number}", programme, cohort, CLASS, 140, day, day, "Bengkel", "APBD", "{}"

    def people(self) -> Iterator[Row]:
        draw, s = Random(1), self._sealed
        for number in range(self._crowd.people):
            digest, place = f"{number:064x}", draw.choice(KECAMATAN)
            sex = "P" if draw.random() < 0.6 else "L"
            yield (
                *(number + 1, s[20], s[16], digest, s[10], sex, s[16], digest, place, "1002", s[45], "smk"),
                *("cari_kerja", False, self._at),
            )

    def chats(self) -> Iterator[Row]:
        for number in range(self._crowd.people):
            yield FIRST_CHAT + number, "id", b"", False, self._at

    def links(self) -> Iterator[Row]:
        for number in range(self._crowd.people):
            yield number + 1, FIRST_CHAT + number, self._at

    def enrolments(self) -> Iterator[Row]:
        draw = Random(2)
        for number in range(self._crowd.people):
            status = "lulus_pelatihan" if draw.random() < 0.97 else "tidak_lulus_pelatihan"
            yield number + 1, number + 1, self._crowd.class_of(number), status, self._crowd.ended(number), self._at

    def followups(self) -> Iterator[Row]:
        draw, last = Random(3), self._crowd.people - self._crowd.due
        for number in range(self._crowd.people):
            for place, wave in enumerate(WAVES):
                asked = _instant(self._crowd.ended(number), wave)
                is_due = number >= last and wave == WAVES[-1]
                answered, reached = draw.random() < ANSWERING, draw.random() < 0.9
                state = "planned" if is_due else "answered" if answered else "silent"
                seen = asked if (answered or reached) and not is_due else None
                due_at = self._crowd.now if is_due else asked + timedelta(days=14)
                yield (
                    *(number * len(WAVES) + place + 1, number + 1, number + 1, wave, state, 0 if is_due else 4, due_at),
                    *(None if is_due else asked, seen, 0, asked if answered and not is_due else None),
                )

    def monitoring_records(self) -> Iterator[Row]:
        """Wave 0 of everybody and three quarters of each wave, in the order in which a year's answers came in."""
        draw, number = Random(4), 0
        for year in range(self._crowd.years):
            crowd = range(year * self._crowd.a_year, (year + 1) * self._crowd.a_year)
            for wave in (0, *WAVES):
                for person in crowd:
                    if wave == 0 or draw.random() < ANSWERING:
                        number += 1
                        yield self._told(number, person, wave)

    def _told(self, number: int, person: int, wave: int) -> Row:
        """A life that does not change its mind: since when there is work, of which kind, how relevant it is."""
        luck = person * 2_654_435_761 >> 7
        since = luck % 9  # three of nine find no work in the year
        working = since == 0 if wave == 0 else since < len(SINCE) and wave >= MONTH_OF[since]
        told = working and wave > 0
        status, activity = DOES[0] if working else DOES[1 + luck % 2]
        followup = None if wave == 0 else person * len(WAVES) + WAVES.index(wave) + 1
        return (
            *(number, person + 1, person + 1, wave, followup, status, activity),
            *(1 + luck % 7 if working else None, SINCE[since] if told else None, self._sealed[90]),
            *(Source.SELF.value, _instant(self._crowd.ended(person), wave), 1 + luck % 4 if told else None),
            *(luck % 5 < 2 if told else None, "G" if told else None, None if working else "mencari", True, True),
        )


@cache
def _instant(day: date, months: int) -> datetime:
    return datetime.combine(day + relativedelta(months=months), datetime.min.time(), UTC) + timedelta(hours=2)


def fill(url: str, crowd: Crowd, vault: Vault) -> None:
    """Writes the crowd into a migrated database, and lets the database look at what it holds."""
    rows = Rows(crowd, vault)
    if url.startswith("sqlite"):
        _fill_sqlite(parse_url(url).database or "", rows)
    else:
        _fill_postgres(url, rows)


def _fill_sqlite(path: str, rows: Rows) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-400000")
    for table, columns in COLUMNS.items():
        names = columns.split()
        into = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.executemany(into, ([_plain(value) for value in row] for row in rows.of(table)))
        connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def _plain(value: Any) -> Any:
    """As the records write it to SQLite."""
    return _day_or_instant(value) if isinstance(value, date) else value


@cache
def _day_or_instant(value: date) -> str:
    return f"{value:%Y-%m-%d %H:%M:%S}.000000" if isinstance(value, datetime) else value.isoformat()


def _fill_postgres(url: str, rows: Rows) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for table, columns in COLUMNS.items():
            names: Sequence[str] = columns.split()
            with connection.cursor().copy(f"COPY {table} ({', '.join(names)}) FROM STDIN".encode()) as copy:
                for row in rows.of(table):
                    copy.write_row(row)
        connection.execute("VACUUM (ANALYZE)")
