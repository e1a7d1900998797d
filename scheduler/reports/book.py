"""The workbook of a cut: its indicators, every record with a pseudonym, the code book. Read and written in one go by
the process for slow work: rows go from the database into the file without being held.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from records import raw_records
from records.indicators import By, Indicators, Share, table
from records.raw_records import RawRecord
from records.reading import Reading
from scheduler.reports.gathering import Wanted
from scheduler.workbook import Cell, Heading, Page, TooLongError, workbook

# Telegram takes 50 MB from a bot.
MOST_BYTES = 49_000_000
SHORT, LONG, CODES = 9, 26, (24, 16, 80)


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the workbook, in one language. `cuts` are what the rows of each table are cut by; `groups` name
    the keys that no record names, such as a kecamatan's code; `total` is the whole.
    """

    sheets: tuple[str, str, str]
    note: str
    indicators: tuple[str, ...]
    records: tuple[str, ...]
    codes: tuple[str, str, str]
    cuts: dict[By, str]
    groups: dict[str, str]
    total: str
    yes: str
    no: str
    codebook: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """`content` None: too large for Telegram or for Excel; `records` is how many there are."""

    content: bytes | None
    records: int


def book(reading: Reading, wanted: Wanted, zone: str, words: Words) -> Book:
    with reading.session() as session:
        count = raw_records.count(session, wanted.cut)
        told = raw_records.of_cut(session, reading.vault, wanted.cut, ZoneInfo(zone))
        codes = [Heading(head, width) for head, width in zip(words.codes, CODES, strict=True)]
        try:
            made = workbook(
                Page(words.sheets[0], _headings(words.indicators), _indicators(session, wanted, words), words.note),
                Page(words.sheets[1], _headings(words.records), (_record(one, words) for one in told)),
                Page(words.sheets[2], codes, words.codebook),
            )
        except TooLongError:
            return Book(None, count)
    return Book(made if len(made) <= MOST_BYTES else None, count)


def _headings(heads: Sequence[str]) -> list[Heading]:
    return [Heading(head, LONG if n < 2 else max(SHORT, len(head) + 2)) for n, head in enumerate(heads)]


def _indicators(session: Session, wanted: Wanted, words: Words) -> Iterator[Sequence[Cell]]:
    """The whole, then a row for each part of each cut."""
    for by, name in words.cuts.items():
        found = table(session, wanted.cut, wanted.wave, by, wanted.as_of, waves=wanted.waves)
        if by is next(iter(words.cuts)):
            yield _row(words.total, "", found.total, words)
        for row in found.rows:
            yield _row(name, words.groups.get(f"{by}:{row.key}", row.name), row.indicators, words)


def _row(cut: str, group: str, found: Indicators, words: Words) -> Sequence[Cell]:
    figure, tally = found.figure, found.tally
    half = found.curve.median.until
    return (
        *(cut, group, found.wave),
        *(figure.graduates, figure.reached, figure.answered, figure.working),
        *(_percent(figure.response), _percent(figure.net_response)),
        *(_percent(figure.share), _percent(figure.lower), _percent(figure.upper)),
        words.yes if figure.is_headline else words.no,
        *(tally.main_activity_work, _percent(figure.main_share)),
        *(tally.worked_before, tally.before_known),
        _percent(found.weighted.share),
        *(_of(found.self_employed_of_answered), _of(found.self_employed_of_working), _of(found.unemployment)),
        *(_of(found.relevance), _of(found.wage), _of(found.retention), _of(found.competent)),
        None if half is None else half,
    )


def _of(share: Share) -> float | None:
    return _percent(share.value)


def _percent(share: float | None) -> float | None:
    """In percent, to a tenth."""
    return None if share is None else round(share * 100, 1)


def _record(one: RawRecord, words: Words) -> Sequence[Cell]:
    def said(value: bool | None) -> str | None:
        return None if value is None else words.yes if value else words.no

    return (
        *(one.person, one.cohort, one.class_code, one.programme, one.sex, one.born, one.kecamatan),
        *(one.wave, one.recorded_on, one.status, one.activity, one.employment, one.since, one.relevance),
        *(said(one.umk_reached), one.sector, one.work_place, one.seeking, one.satisfaction, said(one.ojt_paid)),
        *(one.source, said(one.complete), said(one.latest)),
    )
