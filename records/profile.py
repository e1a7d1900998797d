"""The centre's profile: names, places, hours and waves, read from a TOML file and checked. Nothing of it is in code."""

import tomllib
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from records.calendar import Calendar, Hours, Period
from records.documents import DocumentKind

DEFAULT = Path(__file__).parent / "profiles" / "kota-pekalongan.toml"
Span = tuple[time, time]
Days = tuple[date, date]
PositiveInt = Annotated[int, Field(gt=0)]
NotNegative = Annotated[float, Field(ge=0)]


class ProfileError(Exception):
    """The profile cannot be used; the message names the file and what is wrong in it."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kelurahan(_Part):
    """`formerly`: the names of those that were joined into this one, which people still use."""

    code: str
    name: str
    formerly: tuple[str, ...] = ()


class Kecamatan(_Part):
    code: str
    name: str
    kelurahan: tuple[Kelurahan, ...]


class Windows(_Part):
    """How many days a talk stays open: untouched, and once begun."""

    untouched_days: PositiveInt
    begun_days: PositiveInt


class FollowupWaves(Windows):
    waves: tuple[PositiveInt, ...] = Field(min_length=1)
    headline_wave: PositiveInt

    @field_validator("headline_wave")
    @classmethod
    def is_a_wave(cls, wave: int, told: ValidationInfo) -> int:
        if wave not in told.data.get("waves", (wave,)):
            raise ValueError("the headline must be one of the waves")
        return wave


class Component(_Part):
    """A part of the selection that is tested and scored: its code in the records, and what people call it."""

    code: str = Field(pattern=r"^[a-z_]{1,16}$")
    name: str


class SessionRules(_Part):
    """Tests and interviews: what there are, what to bring, and how long before its start one is reminded."""

    components: tuple[Component, ...] = Field(min_length=1)
    bring: tuple[str, ...] = Field(min_length=1)
    reminder_hours: PositiveInt

    def name_of(self, code: str) -> str:
        return next((component.name for component in self.components if component.code == code), code)


class CheckingRules(_Part):
    """Checking applications: the days and hours that the centre promises itself and the applicants.

    `working_days` count from 1, which is Monday.
    """

    days_after_closing: PositiveInt
    overdue_days: PositiveInt
    correction_days: PositiveInt
    correction_reminder_hours: PositiveInt
    objection_hours: PositiveInt
    working_days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(min_length=1)


class DocumentRules(_Part):
    """Which documents an application needs, until when, what a picture must be like, and how long it is kept.

    `by_funding` names the sources of funds that want others. Bytes and pixels are the least of a picture (its shorter
    side); contrast is the standard deviation of its grey values (0 to 127), sharpness the variance of their Laplacian.
    """

    wanted: tuple[DocumentKind, ...] = (DocumentKind.KTP, DocumentKind.DIPLOMA)
    by_funding: dict[str, tuple[DocumentKind, ...]] = {}
    bring: tuple[str, ...] = ()
    days_after_filing: PositiveInt = 7
    days_after_close: Annotated[int, Field(ge=0)] = 3
    remind_days_before: tuple[PositiveInt, ...] = (3, 1)
    documents_days_after: PositiveInt = 90
    smallest_bytes: PositiveInt = 8_000
    smallest_side: PositiveInt = 350
    least_contrast: NotNegative = 6.0
    least_sharpness: NotNegative = 2.0
    most_pages: PositiveInt = 10

    def wanted_for(self, funding: str) -> tuple[DocumentKind, ...]:
        return self.by_funding.get(funding, self.wanted)


class CalendarRules(_Part):
    hours: tuple[Span, ...] = Field(min_length=1)
    friday_pause: Span
    ramadan_hours: tuple[Span, ...] = Field(min_length=1)
    notices: Span = (time(8), time(20))
    ramadan: tuple[Days, ...] = ()
    closed: tuple[date, ...] = ()
    national_holidays: bool = True
    eid_days_before: int = Field(3, ge=0)
    eid_days_after: int = Field(8, ge=0)

    @field_validator("hours", "ramadan_hours")
    @classmethod
    def in_order(cls, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        flat = [moment for span in spans for moment in span]
        if flat != sorted(set(flat)):
            raise ValueError("hours must follow each other without overlapping")
        return spans

    @field_validator("friday_pause")
    @classmethod
    def begins_before_it_ends(cls, pause: Span) -> Span:
        if pause[0] >= pause[1]:
            raise ValueError("a pause must begin before it ends")
        return pause

    @field_validator("ramadan")
    @classmethod
    def first_day_first(cls, periods: tuple[Days, ...]) -> tuple[Days, ...]:
        if any(first > last for first, last in periods):
            raise ValueError("a period must begin before it ends")
        return periods

    def calendar(self, zone: ZoneInfo) -> Calendar:
        return Calendar(
            zone=zone,
            hours=tuple(Hours(*span) for span in self.hours),
            friday_pause=Hours(*self.friday_pause),
            notices=Hours(*self.notices),
            ramadan_hours=tuple(Hours(*span) for span in self.ramadan_hours),
            ramadan=tuple(Period(*days) for days in self.ramadan),
            closed=self.closed,
            national_holidays=self.national_holidays,
            eid_days_before=self.eid_days_before,
            eid_days_after=self.eid_days_after,
        )


class TrainingRules(_Part):
    """Attendance: the least share (percent) that passes, whether leave counts as attended, and at how many days absent
    staff are warned. `bring`: what participants bring on the first day. `survey_days`: how long a class may answer how
    satisfied it is.
    """

    minimum_attendance: int = Field(80, ge=0, le=100)
    excused_counts: bool = False
    warn_at_absences: PositiveInt = 2
    bring: tuple[str, ...] = ()
    survey_days: PositiveInt = 14


class CertificateRules(_Part):
    """`number` is made of {serial}, {class_code}, {month} (roman) and {year}; `signer` is who signs the original."""

    number: str = "{serial:04d}/{class_code}/{month}/{year}"
    signer: str

    @field_validator("number")
    @classmethod
    def counts_up(cls, pattern: str) -> str:
        try:
            made = [pattern.format(serial=n, class_code="K", month="I", year=2026) for n in (1, 2)]
        except (KeyError, IndexError, ValueError) as wrong:
            raise ValueError("a number is made of {serial}, {class_code}, {month} and {year}") from wrong
        if made[0] == made[1]:
            raise ValueError("a number must hold {serial}")
        return pattern


class BnspRules(_Part):
    """How many years a BNSP certificate is valid, and how many days before its end its owner is reminded."""

    years: PositiveInt = 3
    remind_days: tuple[PositiveInt, ...] = (90, 30)


class IncubatorRules(_Part):
    """How many of each kejuruan go to the incubator, and by what they are ordered, the most important first."""

    places: PositiveInt = 3
    criteria: tuple[Literal["score", "competency", "attendance"], ...] = ("score", "competency", "attendance")


class CommonAnswer(_Part):
    """What people ask again and again, and what the centre says to it."""

    code: str = Field(pattern=r"^[a-z_]{1,20}$")
    title: str = Field(max_length=40)
    answer: str = Field(max_length=1500)


class QuestionRules(_Part):
    """How soon the officers promise an answer, in hours of the clock, and the common answers."""

    answer_within_hours: PositiveInt = 24
    common: tuple[CommonAnswer, ...] = ()


class SelectionRules(_Part):
    """How a class is filled: weights of the scores by component, the least total that passes (none: every one does),
    what decides between equal totals (a component, or `terkirim`: the older registration; the number decides last),
    days to re-register, days a reserve gets, hours before the deadline of the reminder, and how many days before the
    training begins no more reserves are called. `deadline` is the time of day, local.
    """

    weights: dict[str, Annotated[int, Field(ge=0)]] = Field(min_length=1)
    passing: Decimal | None = Field(None, ge=0, le=100)
    tie_break: tuple[str, ...] = ()
    confirm_days: PositiveInt
    reserve_days: PositiveInt
    reminder_hours: PositiveInt
    cutoff_days: int = Field(ge=0)
    deadline: time

    @field_validator("weights")
    @classmethod
    def something_counts(cls, weights: dict[str, int]) -> dict[str, int]:
        if not any(weights.values()):
            raise ValueError("at least one score must count")
        return weights

    @property
    def reminder(self) -> timedelta:
        return timedelta(hours=self.reminder_hours)


PaperField = Literal[
    "", "no", "number", "name", "nik", "birth", "sex", "phone", "address", "certificate", "days", "amount"
]


class PaperColumn(_Part):
    """A column of a paper: its head, what stands in it ("": left blank, to be filled in by hand), how wide it is."""

    head: str = Field(max_length=40)
    field: PaperField = ""
    width: float = Field(1.0, gt=0)


class PaperForm(_Part):
    """A paper of a class: its participants in rows. `line_mm` leaves room for signatures."""

    code: str = Field(pattern=r"^[a-z_]{1,16}$")
    title: str = Field(max_length=60)
    columns: tuple[PaperColumn, ...] = Field(min_length=1)
    landscape: bool = False
    line_mm: float = Field(9.0, ge=5, le=30)


class PaperRules(_Part):
    """The centre's papers. `transport_a_day` is in rupiah; 0 leaves the amount blank. `signed_by` stands below."""

    transport_a_day: int = Field(0, ge=0)
    signed_by: str = ""
    forms: tuple[PaperForm, ...] = ()


class Profile(_Part):
    """One centre."""

    name: str
    city: str
    nik_prefix: str = Field(pattern=r"^\d{4}$")
    address: str
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    phone: str = ""
    office_hours: str
    data_protection_officer: str
    free_of_charge: tuple[str, ...]
    followup: FollowupWaves
    registration: Windows
    documents: DocumentRules = DocumentRules()
    sessions: SessionRules
    checking: CheckingRules
    calendar: CalendarRules
    training: TrainingRules
    certificate: CertificateRules
    bnsp: BnspRules
    incubator: IncubatorRules
    questions: QuestionRules = QuestionRules()
    papers: PaperRules = PaperRules(transport_a_day=0)
    selection: SelectionRules
    umk: dict[int, PositiveInt]
    kecamatan: tuple[Kecamatan, ...] = Field(min_length=1)

    def kecamatan_of(self, code: str) -> Kecamatan | None:
        return next((k for k in self.kecamatan if k.code == code), None)

    def kelurahan_name(self, kecamatan: str, kelurahan: str) -> str:
        found = self.kecamatan_of(kecamatan)
        return next((k.name for k in found.kelurahan if k.code == kelurahan), kelurahan) if found else kelurahan


def load(path: Path = DEFAULT) -> Profile:
    """The profile of a file, checked."""
    try:
        with path.open("rb") as file:
            return Profile.model_validate(tomllib.load(file))
    except OSError as missing:
        raise ProfileError(f"the profile {path} cannot be read: {missing.strerror}") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ProfileError(f"the profile {path} is not TOML: {broken}") from broken
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ProfileError(f"the profile {path} is wrong at '{where}': {first['msg']}") from wrong
